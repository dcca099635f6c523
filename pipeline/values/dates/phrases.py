"""Reads expressions that hold others: the last Friday of May, two weeks before May 13, April until the end of June."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.relative import END, edge_of, ending_on
from pipeline.values.dates.slots import Slots, shift_of

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class InnerDate:
    """An expression inside another: how to read it, and whether it says its year itself."""

    read: Callable[[Context], Days | None]
    has_year: bool


Parts = Sequence[InnerDate]


def _read_edge(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the first or last day of something: the end of June, the start of the third quarter of 2024."""
    return _settled(lambda whole: edge_of(whole, slots["edge"]), parts[0], context)


def _read_nth_of(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the second Sunday of May, the 12th of next month, the third week of April, the second month of 2024."""
    return _settled(lambda whole: _nth(slots, int(slots["nth"]), whole), parts[0], context)


def _nth(slots: Slots, nth: int, whole: Days) -> Days | None:
    """Give the nth weekday, day, week or month of some days; 0 is the last."""
    if "weekday" in slots:
        found = calendar.nth_weekday(whole, nth, int(slots["weekday"]))
        return Days(found, found, "day") if found else None
    unit = slots.get("unit", "day").lower()
    if unit == "weekend":
        saturday = calendar.nth_weekday(whole, nth, 6)
        return Days(saturday, saturday + timedelta(days=1), "range") if saturday else None
    if unit == "month":
        return _nth_month(nth, whole)
    length = _DAYS[unit]
    first = whole.first + timedelta(days=length * (nth - 1)) if nth else whole.last - timedelta(days=length - 1)
    return Days(first, first + timedelta(days=length - 1), unit) if first <= whole.last else None


def _nth_month(nth: int, whole: Days) -> Days | None:
    one = calendar.month(whole.first.year, whole.first.month + nth - 1) if nth else None
    one = one or calendar.month(whole.last.year, whole.last.month)
    return one if one.last <= whole.last else None


def _read_half_of(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the first half of March: its days 1 to 15, or those from the 16th on."""

    def half(whole: Days) -> Days:
        middle = whole.first.replace(day=15)
        return (
            Days(whole.first, middle, "range")
            if slots["ordinal"] == "1"
            else Days(middle + timedelta(days=1), whole.last, "range")
        )

    return _settled(half, parts[0], context)


def _read_first_units(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the first two weeks of 2025, the last three days of May."""
    count, unit = int(slots["count"]), slots["unit"].lower().rstrip("s")
    at_end = slots["side"] == END

    def some(whole: Days) -> Days | None:
        if unit == "month" and at_end:
            return Days(calendar.month(whole.last.year, whole.last.month - count + 1).first, whole.last, "range")
        if unit == "month":
            return calendar.months(whole.first.year, whole.first.month, count)
        if unit == "weekend":
            first = calendar.nth_weekday(whole, 1, 6)
            return Days(first, first + timedelta(days=7 * count - 6), "range") if first and not at_end else None
        length = timedelta(days=_DAYS[unit] * count - 1)
        return (
            Days(whole.last - length, whole.last, "range")
            if at_end
            else Days(whole.first, whole.first + length, "range")
        )

    return _settled(some, parts[0], context)


def _read_ended_edge(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the year to end-March 2024."""
    end = parts[0].read(context)
    return ending_on(end.last, slots) if end else None


def _read_stretch(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read April until the end of June: the month lies in the year before its end."""
    last = parts[0].read(replace(context, ahead=context.ahead is not False))
    if last is None:
        return None
    month, year = int(slots["month"]), last.last.year
    first = calendar.month(int(slots.get("year", year - (month > last.last.month))), month)
    return Days(first.first, last.last, "range") if first.first <= last.last else None


def _read_offset(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read two weeks before May 13, the week after Easter 2024; what is said of a month stays a month."""
    anchor = parts[-1].read(context)
    if anchor is None:
        return None
    back = shift_of(slots) < 0
    count, unit = int(slots.get("count", 1)) * (-1 if back else 1), slots["unit"].lower().rstrip("s")
    day = anchor.first if back else anchor.last
    if unit in _DAYS and "count" in slots:
        return _one(day + timedelta(days=_DAYS[unit] * count))
    if unit == "day":
        return _one(day + timedelta(days=count))
    if unit == "week":
        return calendar.week(day + timedelta(days=7 * count))
    months = _MONTHS[unit] * count
    if anchor.precision == "month" or "count" not in slots:
        there = calendar.month(day.year, day.month + months)
        return there if unit == "month" or anchor.precision == "month" else calendar.year(there.first.year)
    return _one(calendar.months_away(day, months))


def _read_weekday_beside(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the Friday before Christmas 2024."""
    anchor = parts[0].read(context)
    if anchor is None:
        return None
    weekday = int(slots["weekday"])
    if shift_of(slots) < 0:
        return _one(anchor.first - timedelta(days=(anchor.first.isoweekday() - weekday - 1) % 7 + 1))
    return _one(anchor.last + timedelta(days=(weekday - anchor.last.isoweekday() - 1) % 7 + 1))


def _read_week_of(slots: Slots, parts: Parts, context: Context) -> Days | None:
    """Read the week of, or from, a day."""
    one = parts[0].read(context)
    return Days(one.first, one.first + timedelta(days=6), "week") if one else None


def _settled(make: Callable[[Days], Days | None], part: InnerDate, context: Context) -> Days | None:
    """Make days of a part; in the year beside where it names none, and they lie on the wrong side of the article."""
    whole = part.read(context)
    found = make(whole) if whole else None
    if found is None or whole is None or part.has_year or context.base is None or context.ahead is None:
        return found
    is_wrong = found.last < context.base if context.ahead else whole.first > context.base
    if not is_wrong:
        return found
    year = whole.first.year + (1 if context.ahead else -1)
    there = part.read(replace(context, year=year, ahead=True))
    return (make(there) if there else None) or found


def _one(one: date) -> Days:
    return Days(one, one, "day")


PHRASES: Mapping[str, Callable[[Slots, Parts, Context], Days | None]] = {
    name.removeprefix("_read_"): reader for name, reader in vars().copy().items() if name.startswith("_read_")
}
"""The reading of each kind of expression that holds others, by the name that the pattern rules call it: `reads`."""
