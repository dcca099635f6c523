"""Date expressions that stand together: which shares the year of the next, ends a stretch, or tells a weekday's day."""

import re
from collections.abc import Sequence

from pipeline.values.dates.expressions import Expression
from pipeline.values.dates.reading import with_year

_JOINT = re.compile(r"\s?(?:,?\sand|and|to|or|through|until|-|–|,|/|&)\s?(?:the\s|from\s)?")
_WITHOUT_YEAR = ("month", "day", "quarter", "half", "days")
_ON = re.compile(r"\s?\(|,\s(?:on\s)?|\s\((?:on\s)?")
_TO = re.compile(r"\s?(?:to|until|till|through|-|–)\s?")
_AND = re.compile(r",\s|,?\s(?:and|or)\s")
_WEEK = 7  # days


def share_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """Give months and quarters the year of the next one that they are joined to: `January and March 2024`."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        shared[at] = _joined(text, shared[at], shared[at + 1])
    return shared


def ends_stretch(text: str, found: Sequence[Expression], at: int) -> bool:
    """Whether a day or month ends a stretch that the expression before it begins."""
    plain = found[at].reads in ("day", "month") and "which" not in found[at].slots
    return plain and at > 0 and _joins(_TO, text, found, at - 1)


def days_behind(text: str, found: Sequence[Expression], at: int) -> Expression | None:
    """Give the days told behind a weekday, or behind several: Thursday (15 May); Monday and Tuesday, 3-4 May."""
    one = found[at]
    if one.reads != "weekday" or "which" in one.slots:
        return None
    last = min(at + _WEEK, len(found) - 1)
    while at + 1 < last and found[at + 1].reads == "weekday" and _joins(_AND, text, found, at):
        at += 1
    following = found[at + 1] if at + 1 < len(found) and _joins(_ON, text, found, at) else None
    return following if following and following.reads in ("day", "days", "numeric") else None


def _joins(pattern: re.Pattern[str], text: str, found: Sequence[Expression], at: int) -> bool:
    """Whether nothing but a pattern stands between an expression and the next."""
    gap = text[found[at].end : found[at + 1].start]
    return len(gap) < 8 and pattern.fullmatch(gap) is not None


def _joined(text: str, one: Expression, second: Expression) -> Expression:
    """Give a month or quarter the year of the next one that it is joined to: `January and March 2024`."""
    if one.reads not in _WITHOUT_YEAR or one.has("year", "yy", "which"):
        return one
    joined = second.start - one.end <= 10 and _JOINT.fullmatch(text, one.end, second.start)
    if "year" not in second.slots or not joined:
        return one
    year = int(second.slots["year"])
    months = [int(each.slots.get("month", 0)) for each in (one, second)]
    return with_year(one, year - (months[0] > months[1] > 0))
