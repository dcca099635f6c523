"""The dates of an article -> the day that its relative dates count from, and when its fiscal year begins."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.rulebook.alternatives import any_of
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.days import read_day
from pipeline.values.dates.expressions import Expression

_NEAR = 3  # days that a dateline may be before the day on which the article was put online
_QUARTER = 92  # days
_AFTER_DATELINE = re.compile(r"\s*(?:[)—–/(]|-|\n|$)")
_IN_CAPITALS = re.compile(
    r"(?:\A|\n)[ \t]*([A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){0,2})(?::|[ ]?[–—]|[ ]-)[ ](?=[A-Z“\"])"
)
_PLACE = re.compile(r"([A-Z][^\n.]{1,60}?)\s?[-–—(]\s")


def base_date(dateline: Expression | None, published: date | None) -> date | None:
    """Give the day that relative dates count from: a dateline beats a publication date that is a few days off."""
    days = read_day(dateline.slots, Context(None)) if dateline else None
    if published and (days is None or abs((published - days.first).days) > _NEAR):
        return published
    return days.first if days else None


def day_line(labels: Iterable[str]) -> re.Pattern[str]:
    """Compile what stands before a day that is alone on its line: nothing, or `Published on`."""
    return re.compile(rf"(?:\A|\n)\s*{any_of(labels)}?:?\s*(?:on\s)?$", re.IGNORECASE)


def year_ends(of_accounts: Iterable[str]) -> re.Pattern[str]:
    """Compile what stands before the day on which a body's year ends: `its year ends on, it closes its books on`."""
    whose = any_of((*of_accounts, "its", "whose", "their"))
    ends = rf"{whose}\syear\s(?:\w+\s)?ends?|\bclose[sd]?\s(?:its|their)\sbooks"
    return re.compile(rf"(?:{ends})\s(?:on\s|in\s)?$", re.IGNORECASE)


def stated_date(text: str, found: Sequence[Expression], line: re.Pattern[str], head: int) -> Expression | None:
    """Give the date that an article states for itself: in its dateline, alone on a line, or after `today (`.

    `head` is where the head of the article ends, in which a dateline stands.
    """
    for one in found:
        is_whole = one.reads == "day" and "year" in one.slots
        if is_whole and _is_stated(text, one, line, head) and read_day(one.slots, Context(None)):
            return one
    return None


def place_before(text: str, dateline: Expression | None, head: int) -> str:
    """Give what stands before the date of a dateline, or before the dash or colon of one without a date: its place."""
    if dateline:
        return text[text.rfind("\n", 0, dateline.start) + 1 : dateline.start].strip(" ,(")
    opening = _PLACE.match(text) or _IN_CAPITALS.search(text, 0, head)
    return opening[1] if opening else ""


def _is_stated(text: str, one: Expression, line: re.Pattern[str], head: int) -> bool:
    if text[max(0, one.start - 8) : one.start].lower().endswith("today ("):
        return True
    if not _AFTER_DATELINE.match(text, one.end):
        return False
    return one.end < head or line.search(text, max(0, one.start - 30), one.start) is not None


def is_reported(days: Days, base: date | None) -> bool:
    """Whether a quarter that an article tells in its head is the one that it reports on: over for less than one."""
    over = (base - days.last).days if base else -1
    return days.precision == "quarter" and 0 < over < _QUARTER


def fiscal_start(text: str, found: Sequence[Expression], ends: re.Pattern[str]) -> int | None:
    """Give the first month of the fiscal year that an article states: `fiscal year ended September 30` -> 10.

    `ends` is what stands before the day on which a year ends.
    """
    for one in found:
        if one.reads in ("day", "month") and ends.search(text, max(0, one.start - 40), one.start):
            return int(one.slots["month"]) % 12 + 1
        if one.reads != "ended" or "month" not in one.slots:
            continue
        last = int(one.slots["month"])
        if one.slots["unit"].lower() == "year":
            return last % 12 + 1
        nth = int(one.slots.get("ordinal", 0))
        if nth and "fiscal" in one.slots:
            return (last - 3 * nth) % 12 + 1
    return None
