"""Reads dates that count from another: last year, a year earlier, the end of June, the three months ended June 30."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.days import read_day
from pipeline.values.dates.periods import JUST_OVER, read_fiscal, read_month, read_year
from pipeline.values.dates.slots import Slots, is_now_or_on, shift_of

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
END, MIDDLE = "1", "2"
"""Numbers of `edge` in `calendar_names.csv`; 0 is the start."""
_PARTS = ("month", "quarter", "half")  # of a year; a year earlier is then that part of the year before


def read_year_end(slots: Slots, context: Context) -> Days | None:
    """Read year-end 2024, the year-end."""
    whole = (
        read_year(slots, context) if "year" in slots else read_which_unit({"which": "this", "unit": "year"}, context)
    )
    return edge_of(whole, slots["edge"]) if whole else None


def read_edge_of_fiscal(slots: Slots, context: Context) -> Days | None:
    """Read the end of the 2023-24 fiscal year."""
    whole = read_fiscal(slots, context)
    return edge_of(whole, slots["edge"]) if whole else None


def edge_of(whole: Days, edge: str) -> Days:
    """Give the first or last day of something, or its middle third, by the number of the word's row."""
    if edge == MIDDLE:
        third = (whole.last - whole.first) / 3
        return Days(whole.first + third, whole.last - third, "range")
    one = whole.last if edge == END else whole.first
    return Days(one, one, "day")


def read_ended(slots: Slots, context: Context) -> Days | None:
    """Read the months, quarter or year that ended on a day; what is just over, whatever the verb."""
    slots = {name: words for name, words in slots.items() if name != "weekday"}
    read = read_day if "day" in slots else read_month
    found = read(slots, context)
    if found and context.ahead and (over := read(slots, replace(context, ahead=False))) and context.base:
        found = over if timedelta() <= context.base - over.last <= JUST_OVER else found
    return ending_on(found.last, slots) if found else None


def ending_on(last: date, slots: Slots) -> Days:
    """Give the months, quarter or year that end on a day."""
    count, unit = int(slots.get("count", 1)), slots["unit"].lower().rstrip("s")
    if unit == "week":
        return Days(last - timedelta(days=7 * count - 1), last, "week" if count == 1 else "range")
    months = count * next((n for name, n in _MONTHS.items() if unit.startswith(name)), 1)
    precision = next((name for name, n in _MONTHS.items() if n == months), "range")
    return calendar.ending(last, months, precision)


def read_which_unit(slots: Slots, context: Context) -> Days | None:
    """Read last year, this month, next quarter; `previous` and `following` count from a date told before."""
    which, unit, base = slots["which"].lower(), slots["unit"].lower(), context.base
    if unit == "day":
        return unit_of("day", context.day, shift_of(slots)) if context.day else None
    if which in ("this", "the") and unit == "quarter" and context.reported and not context.ahead:
        return context.reported
    if "counts" in slots and context.year and unit.endswith("year"):
        base = date(context.year, 1, 1)
    if slots.get("counts") == "from_date" and context.before:
        base = context.before.last
    elif "counts" in slots and context.told and context.told.precision == unit != "year":
        base = context.told.first  # 5% in the first quarter, after 4% in the previous quarter
    fiscal = context.fiscal if "fiscal" in slots else None
    if fiscal and base and unit == "year":
        return calendar.year(base.year + shift_of(slots) - (base.month < fiscal.first_month), fiscal.first_month)
    return unit_of(unit, base, shift_of(slots)) if base else None


def read_same_period(slots: Slots, context: Context) -> Days | None:
    """Read the same quarter of the previous year, or of 2023: that of the period told before it, in that year."""
    if context.before is None or context.before.precision == "year" or is_now_or_on(slots):
        return None
    return _years_before(context.before, context.before.last.year - int(slots["year"]) if "year" in slots else 1)


def _years_before(days: Days, count: int = 1) -> Days:
    """Give the same days some years before; what ends with a month still does."""
    whole = days.last.day == calendar.last_day(days.last.year, days.last.month)
    last = calendar.months_away(days.last, -12 * count)
    last = calendar.month(last.year, last.month).last if whole else last
    return Days(calendar.months_away(days.first, -12 * count), last, days.precision)


def read_beyond(slots: Slots, context: Context) -> Days | None:
    """Read the week after next, the month before last."""
    shift = 2 if slots["beyond"].lower().startswith("after") else -2
    return unit_of(slots["unit"].lower(), context.base, shift) if context.base else None


def read_ago(slots: Slots, context: Context) -> Days | None:
    """Read two years ago, a year earlier, 12 months later: from a year told before it, a date, or the base date."""
    count, unit, step = int(slots.get("count", 1)), slots["unit"].lower().rstrip("s"), shift_of(slots)
    from_now = slots.get("counts") == "from_now"
    base = context.base
    told = context.told
    if told and told.precision in _PARTS and (count, unit) == (1, "year") and step < 0:
        return _years_before(told)
    if told and told.precision == unit and step < 0 and not from_now and unit != "day":
        return unit_of(unit, told.first, -count)  # in April, from 3% a month earlier
    if context.year and unit == "year" and not (from_now and step > 0):
        base = date(context.year, 1, 1)
    elif not from_now and (step > 0 or unit in ("day", "week", "fortnight")):
        base = context.before.last if context.before else None
    if unit in ("decade", "fortnight"):
        count, unit = (count * 10, "year") if unit == "decade" else (count * 2, "week")
    return unit_of(unit, base, step * count) if base else None


def read_to_date(slots: Slots, context: Context) -> Days | None:
    """Read the year to date: from its first day to the day of the article."""
    base, unit = context.base, slots["unit"].lower()
    whole = read_which_unit({**slots, "which": "this", "unit": unit}, context) if base else None
    return Days(whole.first, base, "range") if whole and base else None


def unit_of(unit: str, base: date, shift: int) -> Days:
    """Give the day, week, month ... that lies some of them from a day.

    >>> unit_of("month", date(2024, 1, 31), -1).first
    datetime.date(2023, 12, 1)
    """
    if unit == "day":
        one = base + timedelta(days=shift)
        return Days(one, one, "day")
    if unit in ("week", "weekend"):
        whole = calendar.week(base + timedelta(days=7 * shift))
        return whole if unit == "week" else Days(whole.last - timedelta(days=1), whole.last, "range")
    if unit == "month":
        return calendar.month(base.year, base.month + shift)
    if unit == "quarter":
        return calendar.quarter(base.year, (base.month - 1) // 3 + 1 + shift)
    if unit == "half":
        return calendar.half(base.year, (base.month - 1) // 6 + 1 + shift)
    if unit == "decade":
        first = base.year // 10 * 10 + 10 * shift
        return Days(date(first, 1, 1), date(first + 9, 12, 31), "range")
    return calendar.year(base.year + shift)
