"""Finds date expressions in text, and reads each: first day, last day, precision, and the date that it counts from."""

import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline.rulebook import Rulebook
from pipeline.values.calendar import Days
from pipeline.values.date_context import Context, fiscal_year, is_ahead, year_before
from pipeline.values.date_filters import is_date
from pipeline.values.date_patterns import DatePatterns, Expression
from pipeline.values.date_readers import DateReaders

_NEAR = 3  # days that a dateline may be before the day on which the article was put online
_HEAD = 600  # characters in which a dateline stands
_AFTER_DATELINE = re.compile(r"\s*(?:[)—–/(]|-|\n|$)")
_LINE = re.compile(r"(?:\A|\n)\s*(?:DATE|Date|Published|Posted|Updated|Release date)?:?\s*(?:on\s)?$")
_JOINT = re.compile(r"\s?(?:,?\sand|and|to|or|through|until|-|–|,|/|&)\s?(?:the\s|from\s)?")
_WITHOUT_YEAR = ("month", "day", "quarter", "half", "days")
_FISCAL = ("fiscal", "quarter", "half", "edge")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression at a place of a text; no days where it can't be placed on a calendar."""

    start: int
    end: int
    date_from: date | None
    date_to: date | None
    precision: str | None
    anchor: date | None
    rule: str


class DateFinder:
    """Finds and reads the dates of a text.

    >>> from pipeline.rulebook import load_rulebook
    >>> [found] = DateFinder(load_rulebook()).find("It will open next month.", published=date(2025, 12, 5))
    >>> str(found.date_from), str(found.date_to), found.precision, str(found.anchor)
    ('2026-01-01', '2026-01-31', 'month', '2025-12-05')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the patterns."""
        self.patterns = DatePatterns(rules.date_patterns, rules.calendar_names)
        self.readers = DateReaders(self.patterns.numbers)
        self.fiscal_years = rules.fiscal_years

    def find(self, text: str, *, published: date | None = None) -> list[FoundDate]:
        """Find the dates of a text, in its order; relative ones count from the publication date.

        Without one, they count from the date that the article states for itself (a dateline), or stay empty.
        """
        found = [one for one in self.patterns.find(text) if is_date(text, one)]
        for at in range(len(found) - 2, -1, -1):
            found[at] = self._with_year(text, found[at], found[at + 1])
        context = Context(self._base(text, found, published))
        if any(one.reads in _FISCAL and ("fiscal" in one.slots or "fy" in one.slots or one.reads == "fiscal") for one in found):
            context = replace(context, fiscal=fiscal_year(text, self.fiscal_years, self._fiscal_start(text, found)))
        dates: list[FoundDate] = []
        for one in found:
            read = self._read(text, one, context)
            dates.append(read)
            if read.date_from and read.date_to and read.precision:
                context = replace(context, before=_days(read))
        return dates

    def _read(self, text: str, one: Expression, context: Context) -> FoundDate:
        if "year" not in one.slots:
            ahead = is_ahead(text, one.start, one.end)
            context = replace(context, ahead=ahead, year=year_before(text, one.start))
        days = self.readers.read(one.reads, one.slots, context)
        anchor = context.base if days and "year" not in one.slots and "yy" not in one.slots else None
        first, last, precision = (days.first, days.last, days.precision) if days else (None, None, None)
        return FoundDate(one.start, one.end, first, last, precision, anchor, one.rule)

    def _with_year(self, text: str, one: Expression, second: Expression) -> Expression:
        """Give a month or quarter the year of the next one that it is joined to: `January and March 2024`."""
        if one.reads not in _WITHOUT_YEAR or {"year", "yy", "which"} & set(one.slots):
            return one
        if "year" not in second.slots or second.start - one.end > 10 or not _JOINT.fullmatch(text, one.end, second.start):
            return one
        year = int(second.slots["year"])
        numbers = self.patterns.numbers
        months = [numbers.get(each.slots.get("month", "").rstrip("."), 0) for each in (one, second)]
        return replace(one, slots={**one.slots, "year": str(year - (months[0] > months[1] > 0))})

    def _base(self, text: str, found: list[Expression], published: date | None) -> date | None:
        """Give the day that relative dates count from: a dateline beats a publication date that is a few days off."""
        stated = self._stated(text, found)
        if published and (stated is None or abs((published - stated).days) > _NEAR):
            return published
        return stated

    def _stated(self, text: str, found: list[Expression]) -> date | None:
        """Give the date that an article states for itself: in its dateline, or alone on a line, or after `today`."""
        for one in found:
            if one.reads != "day" or "year" not in one.slots:
                continue
            alone = _LINE.search(text, max(0, one.start - 30), one.start) and _AFTER_DATELINE.match(text, one.end)
            in_head = one.end < _HEAD and _AFTER_DATELINE.match(text, one.end)
            if alone or in_head or text[max(0, one.start - 8) : one.start].lower().endswith("today ("):
                days = self.readers.read_day(one.slots, Context(None))
                if days:
                    return days.first
        return None

    def _fiscal_start(self, text: str, found: list[Expression]) -> int | None:
        """Give the first month of the fiscal year, where the article states its end: `fiscal year ended September 30`."""
        for one in found:
            if one.reads == "ended" and one.slots["unit"].lower() == "year" and "month" in one.slots:
                month = self.patterns.numbers[one.slots["month"].rstrip(".")]
                return month % 12 + 1
            if one.rule.startswith("nth_quarter_ended") and "fiscal" in one.slots and "month" in one.slots:
                nth = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(one.slots["ord"].lower())
                month = self.patterns.numbers[one.slots["month"].rstrip(".")]
                return (month - 3 * nth) % 12 + 1 if nth else None
        return None


def _days(found: FoundDate) -> Days:
    assert found.date_from and found.date_to and found.precision
    return Days(found.date_from, found.date_to, found.precision)
