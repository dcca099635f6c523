"""Reads months, quarters, halves, seasons and years."""

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.days import choose_year
from pipeline.values.dates.other_calendars import nepali_day
from pipeline.values.dates.slots import (
    Slots,
    begins_in,
    first_month_of,
    named_year,
    ordinal_of,
    shift_of,
    year_of,
)

_NEPALI = 2050  # a fiscal year of Nepal from here on is one of its own calendar
_SPLIT = 4  # month in which a year that is printed 2023-24 begins, unless the article says otherwise
_NEARLY_OVER = 75  # days that a half told in the past may still have to go
JUST_OVER = timedelta(days=100)
"""For so long after its end a quarter or half is still spoken of, whatever the verb."""


def read_month(slots: Slots, context: Context) -> Days | None:
    """Read a month: with its year, or the nearest one that fits the verb."""
    number, which = int(slots["month"]), "which" in slots
    if year := year_of(slots, context):
        return calendar.month(year, number)
    if not which and context.year and context.allows(calendar.month(context.year, number)):
        return calendar.month(context.year, number)
    if context.base is None:
        return None
    candidates = [calendar.month(context.base.year + shift, number) for shift in (-1, 0, 1)]
    if shift_of(slots) < 0:
        return [one for one in candidates if one.last < context.base][-1]
    if shift_of(slots) > 0:
        return next(one for one in candidates if one.first > context.base)
    return candidates[1] if which else choose_year(candidates, context)


def read_month_of_year(slots: Slots, context: Context) -> Days | None:
    """Read February last year."""
    return calendar.month(context.base.year + shift_of(slots), int(slots["month"])) if context.base else None


def read_months(slots: Slots, context: Context) -> Days | None:
    """Read some months in a row: February/March 2021."""
    first, last = int(slots["month"]), int(slots["month2"])
    count = (last - first) % 12 + 1
    if "year" in slots:
        return calendar.months(int(slots["year"]) - (first > last), first, count)
    told = calendar.months(context.year - (first > last), first, count) if context.year else None
    if context.base is None or (told and context.allows(told)):
        return told
    return choose_year([calendar.months(context.base.year + shift, first, count) for shift in (-1, 0, 1)], context)


def read_quarter(slots: Slots, context: Context) -> Days | None:
    """Read a quarter, of a fiscal year where it says so."""
    number = int(slots["q"]) if "q" in slots else ordinal_of(slots, 4)
    return _part_of_year(lambda year, start: calendar.quarter(year, number, start), slots, context)


def read_quarters(slots: Slots, context: Context) -> Days | None:
    """Read the second and third quarters, Q1-Q3 2024."""
    second = {"q": slots["q2"]} if "q2" in slots else {"ordinal": slots["ordinal2"]}
    first = read_quarter(slots, context)
    last = read_quarter({**slots, **second}, context)
    return Days(first.first, last.last, "range") if first and last and first.first < last.last else None


def read_half(slots: Slots, context: Context) -> Days | None:
    """Read a half of a year."""
    number = int(slots["h"]) if "h" in slots else ordinal_of(slots, 2)
    if number > 2:
        return None
    return _part_of_year(lambda year, start: calendar.half(year, number, start), slots, context)


def read_first_months(slots: Slots, context: Context) -> Days | None:
    """Read the first nine months, the first three quarters; without a year, those that are over."""
    count = int(slots["count"]) * (3 if slots["unit"].lower().startswith("quarter") else 1)
    if slots["ordinal"] != "1" or not 1 < count < 12:
        return None
    return _part_of_year(lambda year, start: calendar.months(year, start, count), slots, context)


def read_months_number(slots: Slots, context: Context) -> Days | None:
    """Read 9M 2024: the first months of a year, fiscal where it says so."""
    count = int(slots["months"])
    precision = {3: "quarter", 6: "half", 12: "year"}.get(count, "range")
    return _part_of_year(lambda year, start: calendar.months(year, start, count, precision), slots, context)


def read_last_months(slots: Slots, context: Context) -> Days | None:
    """Read the last three months of a year."""
    start, count = first_month_of(slots, context), int(slots["count"])
    first = begins_in(int(slots["year"]), start, context)
    return calendar.months(first, start + 12 - count, count) if 1 < count < 12 else None


def _part_of_year(part: Callable[[int, int], Days], slots: Slots, context: Context) -> Days | None:
    """Give a part of the year told, else the last that began, else, if the verb is future, the next not over."""
    start = first_month_of(slots, context)
    if split := {"year2", "yy2"} & slots.keys():
        start = context.fiscal.first_month if context.fiscal and context.fiscal.first_month > 1 else _SPLIT
    if year := year_of(slots, context):
        return part(year if split else begins_in(year, start, context), start)
    told = part(context.year, start) if context.year and start == 1 else None
    if told and context.allows(told):
        return told
    if context.base is None:
        return None
    parts = [part(context.base.year + shift, start) for shift in (-2, -1, 0, 1)]
    begun = [one for one in parts if one.first <= context.base]
    just_over = context.base - begun[-1].last <= JUST_OVER and not context.during
    if context.ahead and not just_over:
        return next(one for one in parts if one.last >= context.base)
    if begun[-1].precision == "quarter":
        return begun[-1]
    nearly = 0 if begun[-1].precision == "range" else _NEARLY_OVER if context.ahead is False else None
    over = begun if nearly is None else [one for one in begun if (one.last - context.base).days <= nearly]
    return over[-1]


def read_season(slots: Slots, context: Context) -> Days | None:
    """Read a season: winter begins in December of its year."""
    number = int(slots["season"])
    if "year" in slots:
        return calendar.months(int(slots["year"]), number, 3)
    if context.base is None:
        return None
    seasons = [calendar.months(context.base.year + shift, number, 3) for shift in (-2, -1, 0, 1)]
    if shift_of(slots) < 0:
        return [one for one in seasons if one.last < context.base][-1]
    if shift_of(slots) > 0:
        return next((one for one in seasons if one.first > context.base), None)
    return next((one for one in seasons if one.last >= context.base), seasons[2])


def read_year(slots: Slots, context: Context) -> Days | None:
    """Read a year."""
    return calendar.year(named_year(slots, context))


def read_years(slots: Slots, context: Context) -> Days | None:
    """Read some years in a row: 2009-2018, 2023-24."""
    first = int(slots["year"])
    last = int(slots["year2"]) if "year2" in slots else first // 100 * 100 + int(slots["yy2"])
    fiscal = context.fiscal
    if last == first + 1 and "yy2" in slots and fiscal and (fiscal.common or slots["sign"] == "/"):
        return calendar.year(first, fiscal.first_month)
    return Days(date(first, 1, 1), date(last, 12, 31), "range") if first < last < first + 100 else None


def read_decade(slots: Slots, context: Context) -> Days | None:
    """Read the 1990s."""
    first = int(slots["year"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "range") if first % 10 == 0 else None


def read_fiscal(slots: Slots, context: Context) -> Days | None:
    """Read a fiscal year; 2023-24 begins in the first of its years, in April unless the article says otherwise."""
    year = named_year(slots, context)
    start = context.fiscal.first_month if context.fiscal else 1
    split = "year2" in slots or "yy2" in slots
    if slots.get("fiscal", "").lower() == "tax" and (split or (context.fiscal and context.fiscal.tax_from)):
        return _tax_year(year if split else year - 1, context)
    if split and context.fiscal and context.fiscal.country == "NP" and year > _NEPALI:
        begins = (nepali_day(year + shift, context.fiscal.first_month - 3, 1) for shift in (0, 1))
        return Days(next(begins), next(begins) - timedelta(days=1), "year")
    if split:
        return calendar.year(year, start if start > 1 else _SPLIT)
    return calendar.year(begins_in(year, start, context), start)


def _tax_year(first: int, context: Context) -> Days:
    """Give the tax year that begins in a year: on April 6, as in Britain, unless the country's begins otherwise."""
    month, number = (int(part) for part in ((context.fiscal and context.fiscal.tax_from) or "04-06").split("-"))
    begins = date(first, month, number)
    return Days(begins, begins.replace(year=first + 1) - timedelta(days=1), "year")


def read_mid(slots: Slots, context: Context) -> Days | None:
    """Read the middle of a year (May to August) or of a month (11th to 20th)."""
    if "month" not in slots:
        return calendar.months(int(slots["year"]), 5, 4)
    whole = read_month(slots, context)
    return Days(whole.first.replace(day=11), whole.first.replace(day=20), "range") if whole else None


def read_unplaced(slots: Slots, context: Context) -> Days | None:
    """Read what can't be placed: the 2023-24 flu season."""
    return None
