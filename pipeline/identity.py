"""A text to the id of the article that it is."""

import hashlib


def article_id(text: str) -> str:
    """Give the id of an article: 16 hex digits of the SHA-256 of its text.

    >>> article_id("Profit rose.")
    '1f5d8c8397edd423'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]
