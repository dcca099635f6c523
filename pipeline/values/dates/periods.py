"""Reads months, quarters, halves, seasons and years."""

from collections.abc import Callable
from datetime import date

from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.days import placed
from pipeline.values.dates.slots import (
    BACK,
    ON,
    ORDINALS,
    Slots,
    begins_in,
    count_of,
    fiscal_start,
    ordinal_of,
    shift_of,
    year_of,
)

_SPLIT_YEARS = ("india", "stated")  # where 2023-24 is a fiscal year: India, or what an article states
_NEARLY_OVER = 75  # days that a half told in the past may still have to go
_JUST_OVER = 100  # days after its end in which a quarter or half is still spoken of, whatever the verb


def read_month(slots: Slots, context: Context) -> Days | None:
    """Read a month: with its year, or the nearest one that fits the verb."""
    number, which = int(slots["month"]), slots.get("which", "").lower()
    if year := year_of(slots, context):
        return calendar.month(year, number)
    if not which and context.year and context.allows(calendar.month(context.year, number)):
        return calendar.month(context.year, number)
    if context.base is None:
        return None
    candidates = [calendar.month(context.base.year + shift, number) for shift in (-1, 0, 1)]
    if which in BACK:
        return [one for one in candidates if one.last < context.base][-1]
    if which in ON:
        return next(one for one in candidates if one.first > context.base)
    return candidates[1] if which else placed(candidates, context)


def read_month_of_year(slots: Slots, context: Context) -> Days | None:
    """Read February last year."""
    return calendar.month(context.base.year + shift_of(slots), int(slots["month"])) if context.base else None


def read_months(slots: Slots, context: Context) -> Days | None:
    """Read some months in a row: February/March 2021."""
    first, last = int(slots["month"]), int(slots["month2"])
    count = (last - first) % 12 + 1
    if "year" in slots:
        return calendar.months(int(slots["year"]) - (first > last), first, count)
    if context.base is None or context.year:
        return calendar.months(context.year, first, count) if context.year else None
    return placed([calendar.months(context.base.year + shift, first, count) for shift in (-1, 0, 1)], context)


def read_quarter(slots: Slots, context: Context) -> Days | None:
    """Read a quarter, of a fiscal year where it says so."""
    number = int(slots["q"]) if "q" in slots else ordinal_of(slots["ord"], 4)
    return _part_of_year(lambda year, start: calendar.quarter(year, number, start), slots, context)


def read_quarters(slots: Slots, context: Context) -> Days | None:
    """Read the second and third quarters."""
    first = read_quarter(slots, context)
    last = read_quarter({**slots, "ord": slots["ord2"]}, context)
    return Days(first.first, last.last, "range") if first and last and first.first < last.last else None


def read_half(slots: Slots, context: Context) -> Days | None:
    """Read a half of a year."""
    number = int(slots["h"]) if "h" in slots else ordinal_of(slots["ord"], 2)
    if number > 2:
        return None
    return _part_of_year(lambda year, start: calendar.half(year, number, start), slots, context)


def read_first_months(slots: Slots, context: Context) -> Days | None:
    """Read the first nine months, the first three quarters."""
    count = count_of(slots) * (3 if slots["unit"].lower().startswith("quarter") else 1)
    if ORDINALS.get(slots["ord"].lower()) != 1 or not 1 < count < 12:
        return None
    return _part_of_year(lambda year, start: calendar.months(year, start, count), slots, context)


def read_last_months(slots: Slots, context: Context) -> Days | None:
    """Read the last three months of a year."""
    start, count = fiscal_start(slots, context), count_of(slots)
    first = begins_in(int(slots["year"]), start, context)
    return calendar.months(first, start + 12 - count, count) if 1 < count < 12 else None


def _part_of_year(part: Callable[[int, int], Days], slots: Slots, context: Context) -> Days | None:
    """Give a part of the year told, else the last that began, else, if the verb is future, the next not over."""
    start = fiscal_start(slots, context)
    if year := year_of(slots, context):
        return part(begins_in(year, start, context), start)
    told = part(context.year, start) if context.year and start == 1 else None
    if told and context.allows(told):
        return told
    if context.base is None:
        return None
    parts = [part(context.base.year + shift, start) for shift in (-2, -1, 0, 1)]
    begun = [one for one in parts if one.first <= context.base]
    if context.ahead and (context.base - begun[-1].last).days > _JUST_OVER:
        return next(one for one in parts if one.last >= context.base)
    over = [one for one in begun if (one.last - context.base).days <= _NEARLY_OVER]
    told_over = context.ahead is False and over and begun[-1].precision != "quarter"
    return over[-1] if told_over else begun[-1]


def read_season(slots: Slots, context: Context) -> Days | None:
    """Read a season: winter begins in December of its year."""
    number, which = int(slots["season"]), slots.get("which", "").lower()
    if "year" in slots:
        return calendar.months(int(slots["year"]), number, 3)
    if context.base is None:
        return None
    seasons = [calendar.months(context.base.year + shift, number, 3) for shift in (-2, -1, 0, 1)]
    if which in BACK:
        return [one for one in seasons if one.last < context.base][-1]
    if which in ON:
        return next((one for one in seasons if one.first > context.base), None)
    return next((one for one in seasons if one.last >= context.base), seasons[2])


def read_year(slots: Slots, context: Context) -> Days | None:
    """Read a year."""
    return calendar.year(int(slots["year"]))


def read_years(slots: Slots, context: Context) -> Days | None:
    """Read some years in a row: 2009-2018, 2023-24."""
    first = int(slots["year"])
    last = int(slots["year2"]) if "year2" in slots else first // 100 * 100 + int(slots["yy2"])
    if last == first + 1 and "yy2" in slots and context.fiscal and context.fiscal.id in _SPLIT_YEARS:
        return calendar.year(first, context.fiscal.first_month)
    return Days(date(first, 1, 1), date(last, 12, 31), "range") if first < last < first + 100 else None


def read_decade(slots: Slots, context: Context) -> Days | None:
    """Read the 1990s."""
    first = int(slots["year"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "range") if first % 10 == 0 else None


def read_fiscal(slots: Slots, context: Context) -> Days | None:
    """Read a fiscal year; 2023-24 begins in the first of its years, in April unless the article says otherwise."""
    year = int(slots["year"]) if "year" in slots else 2000 + int(slots["yy"])
    start = context.fiscal.first_month if context.fiscal else 1
    if "year2" in slots or "yy2" in slots:
        return calendar.year(year, start if start > 1 else 4)
    return calendar.year(begins_in(year, start, context), start)


def read_mid(slots: Slots, context: Context) -> Days | None:
    """Read the middle of a year (May to August) or of a month (11th to 20th)."""
    if "month" not in slots:
        return calendar.months(int(slots["year"]), 5, 4)
    whole = read_month(slots, context)
    return Days(whole.first.replace(day=11), whole.first.replace(day=20), "range") if whole else None


def read_unplaced(slots: Slots, context: Context) -> Days | None:
    """Read what can't be placed: the 2023-24 flu season."""
    return None
