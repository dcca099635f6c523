"""Reads dates of other calendars: 1 Muharram 1447, Farvardin 1403, Reiwa 3, B.E. 2568, 2017 E.C.

Their libraries are imported where a text has such a date, as few have one.
"""

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.slots import Slots

Convert = Callable[[int, int, int], date]
"""Gives our day for a year, month and day of another calendar; ValueError where it has none."""


def read_era(slots: Slots, context: Context) -> Days | None:
    """Read a year that begins as ours does, and is counted from elsewhere: Reiwa 3."""
    return calendar.year(int(slots["era"]) + int(slots["calendaryear"]))


def read_buddhist(slots: Slots, context: Context) -> Days | None:
    """Read a year of the Buddhist era, as Thailand counts it."""
    return calendar.year(int(slots["calendaryear"]) - 543)


def read_hijri(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of the Islamic calendar, as Saudi Arabia keeps it (1343 to 1500)."""
    from hijridate import Hijri

    return _read(slots, "hijri_month", lambda year, month, day: Hijri(year, month, day).to_gregorian())


def read_persian(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of the Iranian and Afghan calendar."""
    from persiantools.jdatetime import JalaliDate

    return _read(slots, "persian_month", lambda year, month, day: JalaliDate(year, month, day).to_gregorian())


def read_nepali(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of Bikram Sambat, the calendar of Nepal (1975 to 2100)."""
    return _read(slots, "nepali_month", nepali_day)


def read_ethiopian(slots: Slots, context: Context) -> Days | None:
    """Read a year of the Ethiopian calendar, which begins on 11 September, before our leap years a day later."""
    begins, ends = (_ethiopian_new_year(int(slots["calendaryear"]) + shift) for shift in (0, 1))
    return Days(begins, ends - timedelta(days=1), "year")


def nepali_day(year: int, month: int, day: int) -> date:
    """Give our day for one of Bikram Sambat.

    >>> str(nepali_day(2082, 4, 1))
    '2025-07-17'
    """
    import nepali_datetime

    return date.fromisoformat(str(nepali_datetime.date(year, month, day).to_datetime_date()))


def _ethiopian_new_year(year: int) -> date:
    leap = calendar.last_day(year + 8, 2) == 29
    return date(year + 7, 9, 12 if leap else 11)


def _read(slots: Slots, named: str, convert: Convert) -> Days | None:
    """Read a day, else a month, else a year, each up to the day before the next begins."""
    year, month, day = int(slots["calendaryear"]), int(slots.get(named, 0)), int(slots.get("day", 0))
    if day:
        one = convert(year, month, day)
        return Days(one, one, "day")
    following = (year, month + 1) if 0 < month < 12 else (year + 1, 1)
    first = convert(year, month or 1, 1)
    return Days(first, convert(*following, 1) - timedelta(days=1), "month" if month else "year")
