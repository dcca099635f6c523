"""Words in the slots of a date pattern -> the numbers that they stand for."""

from collections.abc import Mapping

from pipeline.values.dates.context import Context

Slots = Mapping[str, str]

_FIRST = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS = {word: n for n, word in enumerate(_FIRST, 1)}
COUNTS |= {"a": 1, "an": 1, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30}
ORDINALS = {"first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
FINAL = ("final", "closing")
BACK = ("this past", "last", "previous", "prior", "preceding")
ON = ("this coming", "next", "coming", "upcoming", "following")
NOW = ("this", "current")


def year_of(slots: Slots, context: Context) -> int | None:
    """Give the year that an expression names: in digits, in two digits, or as last, this, next year."""
    if "year" in slots:
        return int(slots["year"])
    if "yy" in slots:
        return 2000 + int(slots["yy"])
    if slots.get("which", "").lower() == "the":  # the second half of the year
        return context.year or (context.base.year if context.base and context.base.month > 2 else None)
    if "which" in slots and "ord" in slots and context.base:
        return context.base.year + shift_of(slots)
    return None


def shift_of(slots: Slots) -> int:
    """Give how many years, months ... `last`, `this`, `next` are from now.

    >>> shift_of({"which": "Last"}), shift_of({"which": "this"}), shift_of({"which": "coming"})
    (-1, 0, 1)
    """
    which = " ".join(slots["which"].lower().split())
    return -1 if which in BACK else 1 if which in ON else 0


def count_of(slots: Slots) -> int:
    """Give a count in digits or words."""
    word = slots["count"].lower()
    return COUNTS.get(word) or int(word)


def ordinal_of(word: str, last: int) -> int:
    """Give the number of an ordinal; the final one is the last."""
    return ORDINALS.get(word.lower(), last)


def fiscal_start(slots: Slots, context: Context) -> int:
    """Give the month in which the year of an expression begins: January unless it is fiscal."""
    if context.fiscal is None:
        return 1
    stated = context.fiscal.id.startswith("stated") and "year" not in slots and "yy" not in slots
    return context.fiscal.first_month if stated or "fiscal" in slots or "fy" in slots else 1


def begins_in(year: int, start: int, context: Context) -> int:
    """Give the calendar year in which a fiscal year begins."""
    return year - 1 if start > 1 and context.fiscal and context.fiscal.named_after == "end" else year
