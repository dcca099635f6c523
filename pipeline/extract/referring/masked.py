"""An article with one sign in place of each name, role or quotation, so that patterns say how they stand together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

from pipeline.rulebook.slots import BREAK, SIGNS, stays_in_line

_ANY = re.compile("[\ue000-\ue00f\u00a0\u202f]")
"""What becomes a plain space: signs that the article itself holds, and spaces that don't break."""


class Placed(Protocol):
    """Anything with a place in the article and a label."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def label(self) -> str: ...


Item = TypeVar("Item", bound=Placed)
Tidy = Callable[[str, str | None, str | None], str]


class Skeleton(Generic[Item]):
    """The text with signs, and which item each sign stands for."""

    def __init__(self, text: str, items: Iterable[Item], tidy: Tidy, *, breaks: Sequence[int] = ()) -> None:
        parts: list[str] = []
        self.at: dict[int, Item] = {}
        self.items: Sequence[Item] = [item for item in items if item.label in SIGNS]
        length, end, last = 0, 0, None
        text = _ANY.sub(" ", text)
        for item in self.items:
            if item.start_char < end:
                continue
            gap = tidy(_gap(text, end, item.start_char, breaks), last, item.label)
            parts += [gap, SIGNS[item.label]]
            length += len(gap)
            self.at[length] = item
            length += 1
            end, last = item.end_char, item.label
        parts.append(tidy(_gap(text, end, len(text), breaks), last, None))
        self.text = "".join(parts)
        self._lines: dict[str, list[tuple[int, int]]] = {}

    def lines_with(self, sign: str) -> list[tuple[int, int]]:
        """List where each line begins and ends that holds a sign."""
        if sign not in self._lines:
            self._lines[sign] = list(_lines_with(self.text, sign))
        return self._lines[sign]

    def same_sentence(self, one: int, other: int) -> bool:
        """Say whether no sentence begins between two signs."""
        return 0 <= one < other and BREAK not in self.text[one:other]

    def begins_sentence(self, sign: int) -> bool:
        """Say whether a sign stands where a sentence or a line begins."""
        before = self.text[:sign].rstrip(" \t•*-–—(")[-1:]
        return before in ("", BREAK, "\n")


class SignPattern:
    """A pattern that finds nothing without a sign: it is looked for in the lines alone that hold one.

    One that could go over the end of a line is looked for in the whole text.
    """

    def __init__(self, pattern: re.Pattern[str], sign: str) -> None:
        self.pattern, self.sign = pattern, sign
        self._stays_in_line = stays_in_line(pattern.pattern)

    def find(self, skeleton: Skeleton[Any]) -> Iterator[re.Match[str]]:
        """Find the pattern in a skeleton, in the order of the text."""
        text = skeleton.text
        for start, end in skeleton.lines_with(self.sign) if self._stays_in_line else [(0, len(text))]:
            yield from self.pattern.finditer(text, start, end)


def _lines_with(text: str, sign: str) -> Iterator[tuple[int, int]]:
    end, at = 0, text.find(sign)
    while at >= 0:
        start, end = text.rfind("\n", end, at) + 1 or end, text.find("\n", at)
        if end < 0:
            end = len(text)
        yield start, end
        at = text.find(sign, end)


def _gap(text: str, start: int, end: int, breaks: Sequence[int]) -> str:
    """Give the text between two items, with a sign where a sentence begins in it."""
    parts, at = [], start
    for place in breaks[bisect_left(breaks, start) : bisect_right(breaks, end)]:
        parts += [text[at:place], BREAK]
        at = place
    return "".join((*parts, text[at:end])) if parts else text[start:end]
