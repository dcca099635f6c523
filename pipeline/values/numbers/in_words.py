"""Number words that stand in a row -> one number: a hundred and five, two and a half million."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.rulebook.rows import NumberWord

_JOINT = re.compile(r"[\s-](?:and[\s-](?:an?[\s-])?|an?[\s-])?")
_PART_OF = re.compile(r"\sof\san?\s")
_A = re.compile(r"\b(?:an?)[\s-]$", re.IGNORECASE)


class NumberRun(NamedTuple):
    """What a row of number words comes to, and where it begins: `a` before it counts as one."""

    start: int
    value: Decimal
    scaled: bool


def joins(text: str, last: re.Match[str], found: re.Match[str], words: Mapping[str, NumberWord]) -> bool:
    """Whether two number words are of one number: two hundred, but not two and three."""
    first, second = words[last[0].casefold()], words[found[0].casefold()]
    if second.kind == "scale" and first.value < 1 and _PART_OF.fullmatch(text, last.end(), found.start()):
        return True  # a quarter of a million
    return _JOINT.fullmatch(text, last.end(), found.start()) is not None and _may_follow(first, second)


def read_run(text: str, run: Sequence[re.Match[str]], words: Mapping[str, NumberWord]) -> NumberRun | None:
    """Read a row of number words; `a` before hundred, million, half or dozen counts as one, and must stand there."""
    rows = [words[found[0].casefold()] for found in run]
    start = run[0].start()
    if rows[0].kind != "unit":
        lead = _A.search(text, max(0, start - 3), start)
        if lead is None and rows[0].kind != "part":
            return None
        start = lead.start() if lead else start
    return NumberRun(start, _read_words(rows), any(row.kind == "scale" for row in rows))


def _read_words(rows: list[NumberWord]) -> Decimal:
    """Add up number words: units add, hundreds and scales multiply what stands before them."""
    total = group = last_scale = Decimal(0)
    for row in rows:
        if row.kind == "part" and total and not group:
            total += row.value * last_scale  # a million and a half
        elif row.kind in ("unit", "part"):
            group += row.value
        elif row.kind == "hundred":
            group = (group or 1) * row.value
        else:
            total, group = _scale(total, group or Decimal(1), row.value)
            last_scale = row.value
    return total + group


def _scale(total: Decimal, group: Decimal, factor: Decimal) -> tuple[Decimal, Decimal]:
    """Multiply a group by its scale; a larger scale multiplies all that came before: lakh crore."""
    if total and total < factor:
        return (total + (group if group != 1 else 0)) * factor, Decimal(0)
    return total + group * factor, Decimal(0)


def _may_follow(first: NumberWord, second: NumberWord) -> bool:
    if second.kind == "unit" and first.kind == "unit":
        return first.value >= 20 and 0 < second.value < 10
    return not (first.kind == "part" and second.kind in ("unit", "part"))
