"""Reads days: of a month, in a row, weekdays, today, the week of a day."""

from datetime import date, timedelta

from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.slots import Slots, named_year, shift_of

_COMING = 45  # days ahead in which a day without a year lies, whatever the verb, where the last such day is long over
_LONG_OVER = 300  # days
_SOON = 60  # days ahead in which a date without a year and a verb is taken to lie


def read_day(slots: Slots, context: Context) -> Days | None:
    """Read a day of a month, with or without its year.

    >>> read_day({"day": "5", "month": "1"}, Context(date(2024, 12, 20), ahead=True)).first
    datetime.date(2025, 1, 5)
    """
    month, number = int(slots["month"]), int(slots.get("day") or slots["nth"])
    if {"year", "yy"} & slots.keys():
        return calendar.day(named_year(slots, context), month, number)
    if context.base is None:
        return calendar.day(context.year, month, number) if context.year else None
    days = [calendar.day(context.base.year + shift, month, number) for shift in (-1, 0, 1)]
    weekday = int(slots.get("weekday", 0))
    return choose_year([one for one in days if one and weekday in (0, one.first.isoweekday())], context)


def read_day_of_year(slots: Slots, context: Context) -> Days | None:
    """Read December 21 last year."""
    if context.base is None:
        return None
    return calendar.day(context.base.year + shift_of(slots), int(slots["month"]), int(slots["day"]))


def read_numeric(slots: Slots, context: Context) -> Days | None:
    """Read 28/7/2022 or 7/28/2022; what could be either stays empty, unless one is the base date."""
    first, second = int(slots["first"]), int(slots["second"])
    year = int(slots["year"]) if "year" in slots else 2000 + int(slots["yy"])
    either = [one for one in (calendar.day(year, second, first), calendar.day(year, first, second)) if one]
    found = [one for one in either if one.first == context.base] or either
    return found[0] if len({one.first for one in found}) == 1 else None


def read_days(slots: Slots, context: Context) -> Days | None:
    """Read some days in a row: Nov. 16-18, 2024, or 29 October - 14 November."""
    if context.base and not {"year", "year2"} & slots.keys():
        years = [read_days({**slots, "year2": str(context.base.year + shift)}, context) for shift in (-1, 0, 1)]
        return choose_year([one for one in years if one], context)
    last_slots = {"day": slots["day2"], "month": slots.get("month2", slots["month"])}
    if year := slots.get("year2") or slots.get("year"):
        last_slots["year"] = year
    last = read_day(last_slots, context)
    if last is None:
        return None
    year_first = int(slots["year"]) if "year2" in slots and "year" in slots else last.last.year
    first = calendar.day(year_first, int(slots["month"]), int(slots["day"]))
    if first and first.first > last.last:
        first = calendar.day(year_first - 1, int(slots["month"]), int(slots["day"]))
    return Days(first.first, last.last, "range") if first else None


def read_weekday(slots: Slots, context: Context) -> Days | None:
    """Read a weekday: the nearest on or before the base date, or after it where the verb is future."""
    base, number, which = context.base, int(slots["weekday"]), slots.get("which", "").lower()
    step = shift_of(slots)
    if base is None:
        return None
    if "on" in slots and (one := _numbered(base, int(slots["on"]), number)):
        return Days(one, one, "day")
    back = (base.isoweekday() - number) % 7
    if step > 0 or (which == "this" and context.ahead is not False) or (not which and context.ahead):
        shift = 7 - back if back or step > 0 or context.ahead else 0
    else:
        shift = -(back or 7) if step < 0 else -back
    one = base + timedelta(days=shift)
    return Days(one, one, "day")


def read_weekdays(slots: Slots, context: Context) -> Days | None:
    """Read Thursday to Saturday; what is told as past is over."""
    first = read_weekday({"weekday": slots["weekday"]}, context)
    if first is None or context.base is None:
        return None
    count = (int(slots["weekday2"]) - int(slots["weekday"])) % 7
    start = first.first
    if context.ahead is False and start + timedelta(days=count) > context.base:
        start -= timedelta(days=7)
    return Days(start, start + timedelta(days=count), "range")


def read_weekday_of_week(slots: Slots, context: Context) -> Days | None:
    """Read Monday last week, next week on Friday."""
    if context.base is None:
        return None
    week = calendar.week(context.base + timedelta(days=7 * shift_of(slots)))
    one = week.first + timedelta(days=int(slots["weekday"]) - 1)
    return Days(one, one, "day")


def read_weekday_the_nth(slots: Slots, context: Context) -> Days | None:
    """Read Tuesday the 14th: the nearest month, by the verb, in which that weekday is that day."""
    if context.base is None:
        return None
    months = (calendar.month(context.base.year, context.base.month + shift).first for shift in range(-12, 13))
    days = [calendar.day(one.year, one.month, int(slots["nth"])) for one in months]
    fitting = [one for one in days if one and one.first.isoweekday() == int(slots["weekday"])]
    return choose_year(fitting, context)


def read_weekend(slots: Slots, context: Context) -> Days | None:
    """Read the weekend: the coming one, or the last where the verb is past."""
    if context.base is None:
        return None
    saturday = calendar.week(context.base).last - timedelta(days=1)
    if context.base < saturday and not context.ahead:
        saturday -= timedelta(days=7)
    return Days(saturday, saturday + timedelta(days=1), "range")


def _numbered(base: date, number: int, weekday: int) -> date | None:
    """Give the weekday within a week that is that day of its month: `on Friday (04)`."""
    week = (base + timedelta(days=shift) for shift in range(-8, 9))
    return next((one for one in week if one.day == number and one.isoweekday() == weekday), None)


def read_near(slots: Slots, context: Context) -> Days | None:
    """Read today, yesterday, the day after tomorrow."""
    if context.base is None:
        return None
    one = context.base + timedelta(days=int(slots["near"]))
    return Days(one, one, "day")


def choose_year(candidates: list[Days], context: Context) -> Days | None:
    """Choose among years: the first ahead if the verb is future, the last begun if it is past, else the nearest."""
    base = context.base
    if base is None or not candidates:
        return None
    begun = [one for one in candidates if one.first <= base]
    ahead = [one for one in candidates if one.last >= base]
    if context.ahead and ahead:
        return ahead[0]
    if ahead and begun and candidates[0].precision == "day" and _is_coming(begun[-1], ahead[0], base):
        return ahead[0]
    if context.ahead is False and begun:
        return begun[-1]
    soon = [one for one in ahead if (one.first - base).days < _SOON]
    return soon[0] if soon else (begun or ahead)[-1]


def _is_coming(last: Days, coming: Days, base: date) -> bool:
    """Whether a day is the coming one, as the last one would be told with its year: `moved to Aug. 25` on August 20."""
    return (coming.first - base).days <= _COMING and (base - last.last).days > _LONG_OVER
