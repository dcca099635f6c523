"""Web addresses as they are given to what they are: told from paths, and shown without their secrets."""

import re


def is_address(path: str) -> bool:
    """Say whether a path is a web address."""
    return path.startswith(("http://", "https://"))


def without_secret(url: str) -> str:
    """Take the name and password out of an address: what is kept and shown holds neither.

    >>> without_secret("https://me:secret@news.example/a?b=1")
    'https://news.example/a?b=1'
    """
    head, sign, rest = url.partition("://")
    place, slash, path = re.fullmatch(r"([^/?#]*)([/?#]?)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{head}{sign}{place.rpartition('@')[2]}{slash}{path}"
