"""A date expression and what the words around it show -> its first and last day, and how precisely it is said."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from pipeline.values.dates import days, other_calendars, periods, relative
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.expressions import Expression
from pipeline.values.dates.named import day_in
from pipeline.values.dates.phrases import PHRASES, InnerDate
from pipeline.values.dates.slots import Slots, named_year, shift_of

SAYS_YEAR = ("year", "yy", "calendaryear")
_NATIONAL = "national "
_CLEAR = (*SAYS_YEAR, "which")

READERS: dict[str, Callable[[Slots, Context], Days | None]] = {
    name.removeprefix("read_"): reader
    for module in (days, other_calendars, periods, relative)
    for name, reader in vars(module).items()
    if name.startswith("read_")
}
"""The reading of each kind of expression, by the name that the pattern rules call it: `reads`."""


class DateReader:
    """Reads date expressions."""

    def __init__(self, named: Mapping[str, str]) -> None:
        """Keep the rules of the days that have a name."""
        self.named = named

    def read(self, one: Expression, context: Context) -> Days | None:
        """Read an expression; None where it can't be placed on a calendar, or lies before the year 1 or after 9999."""
        try:
            if one.reads == "named":
                return self._read_named(one.slots, context)
            if one.parts:
                parts = [InnerDate(partial(self.read, part), part.has(*_CLEAR)) for part in one.parts]
                return PHRASES[one.reads](one.slots, parts, context)
            return READERS[one.reads](one.slots, context)
        except (ValueError, OverflowError):
            return None

    def _read_named(self, slots: Slots, context: Context) -> Days | None:
        """Read Christmas 2024, last Easter, the coming Ramadan."""
        rule = self.named[" ".join(slots["named"].lower().split())]
        if rule.startswith(_NATIONAL) and context.country:
            rule = rule.replace(_NATIONAL, f"holiday {context.country} ")
        if "year" in slots:
            return day_in(rule, named_year(slots, context))
        base = context.base
        if base is None:
            return None
        years = [base.year + shift for shift in (-1, 0, 1)]
        found = [one for year in years if (one := day_in(rule, year))]
        step = shift_of(slots)
        if step == 0 and ("which" in slots or context.ahead is None):
            return min(found, key=lambda one: abs(one.first - base), default=None)
        if "which" not in slots:
            return days.choose_year(found, context)
        if step > 0:
            return next((one for one in found if one.last >= base), None)
        return next((one for one in reversed(found) if one.last < base), None)


def says_year(one: Expression) -> bool:
    """Whether an expression names its year itself."""
    return one.has(*SAYS_YEAR)


def with_year(one: Expression, year: int) -> Expression:
    """Give an expression the year that another names: `January and March 2024`."""
    return replace(one, slots={**one.slots, "year": str(year)})
