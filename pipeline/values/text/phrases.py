"""Rows of words to a table that says which row's words stand at a place, or end at it: the longest ones win."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

Row = TypeVar("Row")

Stretch = tuple[int, int]
"""First offset, and offset after the last."""

WORD = re.compile(r"(?:[^\W\d_]\.){2,9}|[^\W\d_¹²³⁰-⁹]{1,40}|[^\w\s]")
"""A word, dotted initials (`U.S.`), or one sign."""
_NEXT = re.compile(rf"(?:[^\S\n]{{1,2}}|\n|-)?({WORD.pattern})")
_LONGEST = 60  # characters that a phrase can be long, where it is looked for backwards


def normal(words: str) -> str:
    """Fold a phrase for look-up: lower case, no dots in initials, single spaces, hyphens as spaces.

    >>> normal("U.S. dollars"), normal("five-year")
    ('us dollars', 'five year')
    """
    return " ".join(part for found in WORD.findall(words) if (part := _part(found)))


@lru_cache(maxsize=8192)
def _part(word: str) -> str:
    if word == "-":
        return ""
    return (word.replace(".", "") or word).casefold()


class Phrases(Generic[Row]):
    """A table of phrases, each with its row.

    >>> table = Phrases([("per cent", "%"), ("per", "/")])
    >>> table.at("5 per cent of it", 1), table.at("5 per share", 1)
    (('%', 10), ('/', 5))
    >>> table.before("nearly 5 per cent of it", 17)
    ('%', 9)
    """

    def __init__(self, phrases: Iterable[tuple[str, Row]]) -> None:
        """Index phrases; of two equal ones, the first stays."""
        self.rows: dict[str, Row] = {}
        for words, row in phrases:
            self.rows.setdefault(normal(words), row)
        self._begun = {" ".join(key.split()[:n]) for key in self.rows for n in range(1, len(key.split()) + 1)}
        self._ended = {" ".join(key.split()[-n:]) for key in self.rows for n in range(1, len(key.split()) + 1)}

    def at(self, text: str, start: int) -> tuple[Row, int] | None:
        """Give the row of the longest phrase that begins at an offset, a space or hyphen first, and its end."""
        key, at, best = "", start, None
        while found := _NEXT.match(text, at):
            part = _part(found[1])
            key = f"{key} {part}" if key and part else key or part
            at = found.end()
            if part and key in self.rows:
                best = self.rows[key], at
            if key not in self._begun:
                break
        return best

    def before(self, text: str, end: int) -> tuple[Row, int] | None:
        """Give the row of the longest phrase that ends at an offset, and its start."""
        key, best = "", None
        for start, word in reversed(words_and_signs(text, max(0, end - _LONGEST), end)):
            part = _part(word)
            key = f"{part} {key}" if key and part else key or part
            if part and key in self.rows:
                best = self.rows[key], start
            if key and key not in self._ended:
                break
        return best


def words_and_signs(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """List the words and signs in a stretch of text, each with its offset; a word cut by its start is left out."""
    found = [(word.start(), word[0]) for word in WORD.finditer(text, start, end)]
    if found and found[0][0] == start and start and text[start - 1].isalnum():
        found.pop(0)
    return found
