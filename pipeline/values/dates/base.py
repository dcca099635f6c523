"""The dates of an article -> the day that its relative dates count from, and when its fiscal year begins."""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.days import read_day
from pipeline.values.dates.patterns import Expression
from pipeline.values.dates.slots import ORDINALS

_NEAR = 3  # days that a dateline may be before the day on which the article was put online
_QUARTER = 92  # days
_HEAD = 600  # characters in which a dateline stands
_AFTER_DATELINE = re.compile(r"\s*(?:[)—–/(]|-|\n|$)")
_YEAR_ENDS = re.compile(r"(?:fiscal|financial)\syear\s(?:\w+\s)?ends?\s(?:on\s|in\s)?$", re.IGNORECASE)
_LINE = re.compile(r"(?:\A|\n)\s*(?:DATE|Date|Published|Posted|Updated|Release date)?:?\s*(?:on\s)?$")


def base_date(text: str, found: Sequence[Expression], published: date | None) -> date | None:
    """Give the day that relative dates count from: a dateline beats a publication date that is a few days off."""
    stated = stated_date(text, found)
    if published and (stated is None or abs((published - stated).days) > _NEAR):
        return published
    return stated


def stated_date(text: str, found: Sequence[Expression]) -> date | None:
    """Give the date that an article states for itself: in its dateline, alone on a line, or after `today (`."""
    for one in found:
        if one.reads == "day" and "year" in one.slots and _is_stated(text, one):
            days = read_day(one.slots, Context(None))
            if days:
                return days.first
    return None


def _is_stated(text: str, one: Expression) -> bool:
    if text[max(0, one.start - 8) : one.start].lower().endswith("today ("):
        return True
    if not _AFTER_DATELINE.match(text, one.end):
        return False
    return one.end < _HEAD or _LINE.search(text, max(0, one.start - 30), one.start) is not None


def is_reported(days: Days, end: int, base: date | None) -> bool:
    """Whether a quarter is the one that an article reports on: told in its head, over for less than a quarter."""
    over = (base - days.last).days if base else -1
    return days.precision == "quarter" and end < _HEAD and 0 < over < _QUARTER


def fiscal_start(text: str, found: Sequence[Expression]) -> int | None:
    """Give the first month of the fiscal year that an article states: `fiscal year ended September 30` -> 10."""
    for one in found:
        if one.reads in ("day", "month") and _YEAR_ENDS.search(text, max(0, one.start - 40), one.start):
            return int(one.slots["month"]) % 12 + 1
        if one.reads != "ended" or "month" not in one.slots:
            continue
        last = int(one.slots["month"])
        if one.slots["unit"].lower() == "year":
            return last % 12 + 1
        nth = ORDINALS.get(one.slots.get("ord", "").lower())
        if nth and "fiscal" in one.slots:
            return (last - 3 * nth) % 12 + 1
    return None
