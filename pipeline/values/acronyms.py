"""A text to the acronyms that it explains in brackets, and the words that each stands for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.values.names import could_abbreviate, fold, initials

_BRACKET = re.compile(r"\s\(\W?(?P<short>[A-Z][\w&.-]{1,11}?)s?\W?\)")
_WORD = re.compile(r"[\w&][\w&'’./-]*")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n")


class Definition(NamedTuple):
    """An acronym in brackets, and the words before it that it stands for."""

    short: str
    start: int
    end: int
    full_start: int
    full_end: int


def definitions(text: str) -> Iterator[Definition]:
    """Find acronyms in brackets with the words whose first letters they are made of.

    >>> text = "the African Energy Week (AEW) and the net profit (NYSE: NP)"
    >>> [(one.short, text[one.full_start : one.full_end]) for one in definitions(text)]
    [('AEW', 'African Energy Week')]
    """
    for bracket in _BRACKET.finditer(text):
        low = max(0, bracket.start() - 90)
        for low_mark in _SENTENCE_END.finditer(text, low, bracket.start()):
            low = low_mark.end()
        words = list(_WORD.finditer(text, low, bracket.start()))
        start = _first_word(bracket["short"], [word[0] for word in words])
        if start is not None:
            yield Definition(
                bracket["short"], bracket.start("short"), bracket.end("short"), words[start].start(), words[-1].end()
            )


def _first_word(short: str, words: list[str]) -> int | None:
    """Give the place of the first of the last words that an acronym stands for, the fewest words that fit."""
    letters = re.sub(r"[^a-z0-9]", "", fold(short))
    for count in range(1, min(len(words), len(letters) + 4) + 1):
        phrase = " ".join(words[-count:])
        every = "".join(word[0] for part in words[-count:] for word in part.split("-") if word).lower()
        if letters in (initials(phrase.title() if phrase.islower() else phrase), every, initials(phrase)):
            return len(words) - count
    for count in range(2, min(len(words), len(letters) + 1) + 1):
        first = words[-count]
        if first[0].isupper() and fold(first)[0] == letters[0] and could_abbreviate(short, " ".join(words[-count:])):
            return len(words) - count
    return None
