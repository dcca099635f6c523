"""Values in a list -> what each measures, where it says so: sales and profit were $5m and $1m, respectively."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from pipeline.values.text.tokens import LINKS

_BETWEEN = re.compile(r",\s|,?\sand\s")
_RESPECTIVELY = re.compile(r",?\srespectively\b")
_BREAK = re.compile(r"[:;\n(]|\s[-–—]+\s")
_ITEM = re.compile(r"\A(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Ww]ith)\s)?(?P<item>[^\d,;:.()]{2,60})\Z")
_OF_PLACE = re.compile(r"(?P<head>.+\s(?:in|of|at|for|to|from|with)\s)(?:the\s)?[A-Z].*")
_LABELLED = re.compile(r"(?:[:;]\s(?:and\s)?|\n)(?P<label>[^\d,;:.()\n]{2,60}),\s\Z")
_CLOSES = re.compile(r"\s?(?:;|\.|\n|\Z)")
_WORDS = 6
_LEAST = 2


class ListedValue(NamedTuple):
    """A value at a place of a text, and what its sentence was read to measure."""

    start: int
    end: int
    measure: str | None


def listed(text: str, values: Sequence[ListedValue], begin: int) -> dict[int, str]:
    """Give what the values of a sentence, which begins at an offset, measure by the list in which they stand.

    >>> text = "Sales and profit were $5m and $1m, respectively."
    >>> listed(text, [ListedValue(22, 25, "profit"), ListedValue(30, 33, None)], 0)
    {22: 'Sales', 30: 'profit'}
    >>> text = "Prizes: best loaf, $40; best jam, $25."
    >>> listed(text, [ListedValue(19, 22, "Prizes"), ListedValue(34, 37, "Prizes")], 0)
    {19: 'best loaf', 34: 'best jam'}
    """
    rows = (_respectively(text, values[at:], begin) for at in range(len(values)))
    return next((row for row in rows if row), {}) | _labelled(text, values)


def _respectively(text: str, values: Sequence[ListedValue], begin: int) -> dict[int, str]:
    """Read what stands before values in a row that end with `respectively`: as many phrases, in the same order."""
    row = [*values[:1], *(two for _, two in takewhile(lambda pair: _beside(text, *pair), pairwise(values)))]
    if len(row) < _LEAST or not _RESPECTIVELY.match(text, row[-1].end) or not row[0].measure:
        return {}
    last = text.rfind(row[0].measure, begin, row[0].start)
    before = text[begin : max(begin, last)]
    breaks = [one.end() for one in _BREAK.finditer(before)]
    parts = _BETWEEN.split(f"{before[breaks[-1] if breaks else 0 :]}{row[0].measure}")[-len(row) :]
    items = [found["item"].strip() for part in parts if (found := _ITEM.match(part.strip()))]
    if len(items) != len(row) or last < 0 or any(_is_aside(item) for item in items):
        return {}
    if items[-1] != row[0].measure or (items[-1][0].isupper() and not _OF_PLACE.fullmatch(items[0])):
        return {}  # Acme and Orvik posted sales of $5m and $1m, respectively
    return {one.start: item for one, item in zip(row, _with_head(items), strict=True)}


def _is_aside(item: str) -> bool:
    """Whether words between commas are no phrase that is measured: after a good year."""
    words = item.split()
    return len(words) > _WORDS or words[0] in LINKS or words[0] == "after"


def _with_head(items: Sequence[str]) -> list[str]:
    """Give names the head of the first: Inflation in Ghana, Togo and Benin -> inflation in each of them."""
    head = _OF_PLACE.fullmatch(items[0])
    if head is None or not all(item[0].isupper() for item in items[1:]):
        return list(items)
    return [items[0], *(f"{head['head']}{item}" for item in items[1:])]


def _labelled(text: str, values: Sequence[ListedValue]) -> dict[int, str]:
    """Read the labels of a list whose parts are a label and its value each: best loaf, $40; best jam, $25."""
    told = {
        one.start: found["label"].strip()
        for one in values
        if _CLOSES.match(text, one.end) and (found := _LABELLED.search(text, max(0, one.start - 80), one.start))
    }
    return told if len(told) >= _LEAST and ";" in text[min(told) : max(told)] else {}


def _beside(text: str, one: ListedValue, two: ListedValue) -> bool:
    return _BETWEEN.fullmatch(text, one.end, two.start) is not None
