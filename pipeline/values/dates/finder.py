"""Finds date expressions in text, and reads each: first day, last day, precision, and the date that it counts from."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import word_sets
from pipeline.values.dates import days, periods, relative
from pipeline.values.dates.base import base_date, fiscal_start, is_reported
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context, Tense, fiscal_year, in_one_sentence, year_before
from pipeline.values.dates.filters import DateFilters
from pipeline.values.dates.patterns import DatePatterns, Expression
from pipeline.values.dates.slots import Slots

_JOINT = re.compile(r"\s?(?:,?\sand|and|to|or|through|until|-|–|,|/|&)\s?(?:the\s|from\s)?")
_FISCAL = ("fiscal", "ended", "years")
_WITHOUT_YEAR = ("month", "day", "quarter", "half", "days")

Reader = Callable[[Slots, Context], Days | None]

READERS: dict[str, Reader] = {
    name.removeprefix("read_"): reader
    for module in (days, periods, relative)
    for name, reader in vars(module).items()
    if name.startswith("read_")
}
"""The reading of each kind of date expression, by the name that the pattern rules call it: `reads`."""


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

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> [found] = DateFinder(load_rulebook()).find("It will open next month.", published=date(2025, 12, 5))
    >>> str(found.date_from), str(found.date_to), found.precision, str(found.anchor)
    ('2026-01-01', '2026-01-31', 'month', '2025-12-05')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the patterns."""
        self.patterns = DatePatterns(rules.date_patterns, rules.calendar_names)
        words = word_sets(rules.date_words)
        self.tense, self.filters = Tense(words), DateFilters(words)
        self.fiscal_years = rules.fiscal_years

    def find(self, text: str, *, published: date | None = None) -> list[FoundDate]:
        """Find the dates of a text, in its order; relative ones count from the publication date.

        Without one, they count from the date that the article states for itself (a dateline), or stay empty.
        """
        found = list(self.patterns.find(text, self.filters.is_date))
        for at in range(len(found) - 2, -1, -1):
            found[at] = self._with_year(text, found[at], found[at + 1])
        context = Context(base_date(text, found, published))
        stated = fiscal_start(text, found)
        if stated or any(one.reads in _FISCAL or {"fiscal", "fy"} & one.slots.keys() for one in found):
            context = replace(context, fiscal=fiscal_year(text, self.fiscal_years, stated))
        dates: list[FoundDate] = []
        for one in found:
            near = dates and in_one_sentence(text, dates[-1].end, one.start)
            context = replace(context, told=_days(dates[-1]) if near else None)
            dates.append(self._read(text, one, context))
            read = _days(dates[-1])
            context = replace(context, before=read or context.before)
            if read and context.reported is None and is_reported(read, one.end, context.base):
                context = replace(context, reported=read)
        return dates

    def _read(self, text: str, one: Expression, context: Context) -> FoundDate:
        if "year" not in one.slots:
            ahead = self.tense.is_ahead(text, one.start, one.end)
            context = replace(context, ahead=ahead, year=year_before(text, one.start))
        read = _read(one, context)
        anchor = context.base if read and "year" not in one.slots and "yy" not in one.slots else None
        first, last, precision = (read.first, read.last, read.precision) if read else (None, None, None)
        return FoundDate(one.start, one.end, first, last, precision, anchor, one.rule)

    def _with_year(self, text: str, one: Expression, second: Expression) -> Expression:
        """Give a month or quarter the year of the next one that it is joined to: `January and March 2024`."""
        if one.reads not in _WITHOUT_YEAR or {"year", "yy", "which"} & set(one.slots):
            return one
        joined = second.start - one.end <= 10 and _JOINT.fullmatch(text, one.end, second.start)
        if "year" not in second.slots or not joined:
            return one
        year = int(second.slots["year"])
        months = [int(each.slots.get("month", 0)) for each in (one, second)]
        return replace(one, slots={**one.slots, "year": str(year - (months[0] > months[1] > 0))})


def _read(one: Expression, context: Context) -> Days | None:
    """Read an expression; None where it can't be placed on a calendar, or lies before the year 1 or after 9999."""
    try:
        return READERS[one.reads](one.slots, context)
    except (ValueError, OverflowError):
        return None


def _days(found: FoundDate) -> Days | None:
    if found.date_from and found.date_to and found.precision:
        return Days(found.date_from, found.date_to, found.precision)
    return None
