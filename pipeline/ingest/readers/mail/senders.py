"""The sender of a letter to who published it: not the desk that sent it, but the body whose domain it wrote from."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.rulebook.reading import load_rulebook

_SHORTEST = 4
"""Letters that the part of a domain has at least that a body is known by."""


def publisher_of(sender: str | None, address: str | None, text: str) -> str | None:
    """Give the sender's name; where it only names a function, the body of the address's domain that the text names.

    >>> publisher_of("Media Desk", "media@orrinfoods.example", "LEEDS - Orrin Foods Ltd buys a bakery.")
    'Orrin Foods'
    >>> publisher_of("Media Desk", "media@mailer.example", "LEEDS - Orrin Foods Ltd buys a bakery.")
    >>> publisher_of("Orrin Press Office", None, "")
    'Orrin Press Office'
    """
    if not sender or not _function().fullmatch(sender.strip()):
        return sender
    return next(_bodies_of(address or "", text), None)


@cache
def _function() -> re.Pattern[str]:
    word = load_rulebook().input_words.any_of("sender_function")
    return re.compile(rf"(?:the )?{word}(?:(?: ?[&/-] ?| and | of | )(?:{word}))*", re.IGNORECASE)


def _bodies_of(address: str, text: str) -> Iterator[str]:
    """Give what the text names by the letters of a part of the address's domain, in capitals as names have them."""
    for part in address.partition("@")[2].split(".")[:-1]:
        letters = re.sub(r"\W|_", "", part)
        if len(letters) >= _SHORTEST:
            spelled = r"[ .&'’-]{0,3}".join(map(re.escape, letters))
            named = re.finditer(rf"(?<![\w@./-]){spelled}(?![\w@]|\.\w)", text, re.IGNORECASE)
            yield from (found.group() for found in named if found.group()[0].isupper())
