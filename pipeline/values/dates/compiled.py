"""A pattern of the rules to regular expressions, and all that begin with a word to one that is tried first."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pipeline.compiling import compile_once
from pipeline.rulebook.rows import DatePattern
from pipeline.rulebook.slots import fill
from pipeline.values.dates.parts import spaced

SELDOM = 200
"""Places of a word before one expression is made of all patterns that begin with it: making it takes longer than
trying them one by one so often."""

_INNER = re.compile(r"(?<!P)<([a-z|]+)>")
_HEAD = re.compile(r"\{\w+\}")
_NO_LETTER = r"(?![^\W\d_])"
_GROUP = re.compile(r"\(\?P<\w+>")


class CompiledPattern(NamedTuple):
    """A compiled pattern: regular expressions, and between them the kinds of expression that stand there."""

    row: DatePattern
    pieces: tuple[re.Pattern[str], ...]
    inner: tuple[frozenset[str], ...]


class Beginning:
    """The patterns that begin with a word, and one expression that matches where any of them may."""

    def __init__(self, rows: list[CompiledPattern], slots: dict[str, str]) -> None:
        """Keep the patterns; the expression is made when the word has stood in texts a few times."""
        self.rows = rows
        self.alone = any(one.row.check != "inside" for one in rows)
        """Whether one of them may stand by itself, not only inside another."""
        self._slots = slots
        self._places = 0

    def may_match(self, text: str, at: int) -> bool:
        """Whether one of the patterns may match at an offset; where it says no, none does."""
        self._places += 1
        return self._places <= SELDOM or self.any.match(text, at) is not None

    @cached_property
    def any(self) -> re.Pattern[str]:
        """The patterns as one, as most places where the word stands are no date: looked at once."""
        by_head: dict[str, dict[str, None]] = {}
        for compiled in self.rows:
            first = _INNER.split(compiled.row.pattern)[0]
            head = _HEAD.match(first)
            after = self._filled(first[head.end() if head else 0 :])
            by_head.setdefault(head[0] if head else "", {})[after] = None
        joined = "|".join(f"{self._filled(head)}(?:{'|'.join(after)})" for head, after in by_head.items())
        return compile_once(joined, re.IGNORECASE)

    def _filled(self, pattern: str) -> str:
        return spaced(_GROUP.sub("(?:", fill(pattern, self._slots)))


def compile_row(row: DatePattern, slots: dict[str, str]) -> CompiledPattern:
    """Compile a pattern; it is cut at the expressions in it, `<month>` or `<month|year>`, and ends with a word."""
    cut = _INNER.split(row.pattern)
    pieces = [compile_once(spaced(fill(piece, slots)), re.IGNORECASE) for piece in cut[:-1:2]]
    last = compile_once(spaced(fill(cut[-1], slots)) + r"(?!\w)", re.IGNORECASE)
    return CompiledPattern(row, (*pieces, last), tuple(frozenset(kinds.split("|")) for kinds in cut[1::2]))


def any_word(words: Iterable[str]) -> str:
    """Give an expression for any of some words, by their letters one after the other, so that few are tried."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    if set(by_letter) <= {""}:
        return _NO_LETTER
    ways = [
        letter + any_word(rest) if letter else _NO_LETTER for letter, rest in sorted(by_letter.items(), reverse=True)
    ]
    return f"(?:{'|'.join(ways)})" if len(ways) > 1 else ways[0]


def number_of(found: re.Match[str]) -> str:
    """Give what a number is looked up by: four digits may be a year, fewer a day or a count."""
    return "####" if found.end() - found.start() == 4 else "#"
