"""Words in the slots of a date pattern -> the numbers that they stand for."""

from collections.abc import Mapping

from pipeline.values.dates.context import Context

Slots = Mapping[str, str]

_LONG_AHEAD = 20  # years: '98 is no year that is further ahead
_HALF = 50


def year_of(slots: Slots, context: Context) -> int | None:
    """Give the year that an expression names: in digits, in two digits, or as last, this, next year."""
    if "year" in slots or "yy" in slots:
        return named_year(slots, context)
    if slots.get("which", "").lower() == "the":  # the second half of the year
        return context.year or (context.base.year if context.base and context.base.month > 2 else None)
    if "which" in slots and {"ordinal", "q", "h"} & slots.keys() and context.base:
        return context.base.year + shift_of(slots)
    return None


def named_year(slots: Slots, context: Context) -> int:
    """Give the year in a slot: 2024, '24, '98."""
    if "year" in slots:
        return int(slots["year"])
    short = int(slots["yy"])
    last = context.base.year % 100 + _LONG_AHEAD if context.base else _HALF
    return 2000 + short if short <= last else 1900 + short


def shift_of(slots: Slots) -> int:
    """Give how many years, months ... `last`, `this`, `next` are from now, as their rows say; other words are now.

    Of `ago`, `before`, `later` it is whether they count back or on.

    >>> shift_of({"which": "last", "step": "-1"}), shift_of({"which": "the"})
    (-1, 0)
    """
    return int(slots.get("step", 0))


def is_now_or_on(slots: Slots) -> bool:
    """Whether `this` or `next` says which it is."""
    return "step" in slots and shift_of(slots) >= 0


def ordinal_of(slots: Slots, last: int) -> int:
    """Give the number of an ordinal; the final one is the last."""
    return int(slots["ordinal"]) or last


def first_month_of(slots: Slots, context: Context) -> int:
    """Give the month in which the year of an expression begins: January unless it is fiscal."""
    fiscal = context.fiscal
    if fiscal is None:
        return 1
    bare = fiscal.common and not {"year", "yy", "which"} & slots.keys()
    return fiscal.first_month if bare or "fiscal" in slots or "fy" in slots else 1


def begins_in(year: int, start: int, context: Context) -> int:
    """Give the calendar year in which a fiscal year begins."""
    return year - 1 if start > 1 and context.fiscal and context.fiscal.named_after == "end" else year
