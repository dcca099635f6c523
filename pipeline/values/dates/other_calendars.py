"""Reads dates of other calendars: 1 Muharram 1447, Farvardin 1403, Reiwa 3, B.E. 2568, 2017 E.C., 1947 (Saka).

Their libraries are imported where a text has such a date, as few have one.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from pipeline.rulebook.kinds import CalendarKind
from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.slots import Slots

_BUDDHIST = 543  # years that it is ahead of ours

Convert = Callable[[int, int, int], date]
"""Gives our day for a year, month and day of another calendar; ValueError where it has none."""


def read_era(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of years that begin as ours do, and are counted from elsewhere: Reiwa 3."""
    return _ours(slots, int(slots["era"]) + int(slots["calendaryear"]))


def read_buddhist(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of the Buddhist era, as Thailand counts it."""
    return _ours(slots, int(slots["calendaryear"]) - _BUDDHIST)


def read_buddhist_fiscal(slots: Slots, context: Context) -> Days | None:
    """Read a fiscal year of Thailand: from October, named after the year in which it ends."""
    year = int(slots["calendaryear"]) - _BUDDHIST
    return Days(date(year - 1, 10, 1), date(year, 9, 30), "year")


def read_hijri(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of the Islamic calendar, as Saudi Arabia keeps it (1343 to 1500)."""
    return _read(slots, "hijri_month", hijri_day)


def read_persian(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of the Iranian and Afghan calendar."""
    return _read(slots, "persian_month", persian_day)


def read_nepali(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of Bikram Sambat, the calendar of Nepal (1975 to 2100)."""
    return _read(slots, "nepali_month", nepali_day)


def read_nepali_fiscal(slots: Slots, context: Context) -> Days | None:
    """Read a fiscal year of Nepal, which begins with its fourth month: 2081/82."""
    year = int(slots["calendaryear"])
    if int(slots["yy"]) != (year + 1) % 100:
        return None
    return Days(nepali_day(year, 4, 1), nepali_day(year + 1, 4, 1) - timedelta(days=1), "year")


def read_ethiopian(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of the Ethiopian calendar, whose years begin on 11 or 12 September."""
    return _read(slots, "ethiopian_month", ethiopian_day, months=13)


def read_ethiopian_years(slots: Slots, context: Context) -> Days | None:
    """Read two years of the Ethiopian calendar: 2016/17 E.C."""
    year = int(slots["calendaryear"])
    if int(slots["yy"]) != (year + 1) % 100:
        return None
    return Days(ethiopian_day(year, 1, 1), ethiopian_day(year + 2, 1, 1) - timedelta(days=1), "range")


def read_saka(slots: Slots, context: Context) -> Days | None:
    """Read a day, month or year of India's national calendar, which begins on 22 March, in leap years a day sooner."""
    return _read(slots, "saka_month", saka_day)


def ethiopian_day(year: int, month: int, day: int) -> date:
    """Give our day for an Ethiopian one: twelve months of thirty days, and five or six days.

    >>> str(ethiopian_day(2017, 1, 1)), str(ethiopian_day(2016, 1, 1)), str(ethiopian_day(2013, 10, 14))
    ('2024-09-11', '2023-09-12', '2021-06-21')
    """
    found = _ethiopian_new_year(year) + timedelta(days=30 * (month - 1) + day - 1)
    return _within(found, day <= 30 and found < _ethiopian_new_year(year + 1))


def saka_day(year: int, month: int, day: int) -> date:
    """Give our day for one of the national calendar of India: the second to the sixth month have 31 days.

    >>> str(saka_day(1947, 1, 12)), str(saka_day(1946, 1, 1)), str(saka_day(1946, 12, 30))
    ('2025-04-02', '2024-03-21', '2025-03-21')
    """
    leap = calendar.last_day(year + 78, 2) == 29
    long = [31 if leap else 30, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30]
    first = date(year + 78, 3, 21 if leap else 22)
    return _within(first + timedelta(days=sum(long[: month - 1]) + day - 1), day <= long[month - 1])


def hijri_day(year: int, month: int, day: int) -> date:
    """Give our day for one of the Islamic calendar.

    >>> str(hijri_day(1447, 1, 1))
    '2025-06-26'
    """
    from hijridate import Hijri

    return Hijri(year, month, day).to_gregorian()


def persian_day(year: int, month: int, day: int) -> date:
    """Give our day for one of the Iranian calendar.

    >>> str(persian_day(1404, 1, 12))
    '2025-04-01'
    """
    from persiantools.jdatetime import JalaliDate

    found: date = JalaliDate(year, month, day).to_gregorian()
    return found


def nepali_day(year: int, month: int, day: int) -> date:
    """Give our day for one of Bikram Sambat.

    >>> str(nepali_day(2082, 4, 1))
    '2025-07-17'
    """
    import nepali_datetime

    return date.fromisoformat(str(nepali_datetime.date(year, month, day).to_datetime_date()))


BY_MONTH: Mapping[CalendarKind, Convert] = {
    "hijri_month": hijri_day,
    "persian_month": persian_day,
    "nepali_month": nepali_day,
    "ethiopian_month": ethiopian_day,
}
"""The calendars whose months no other has, by the kind of their names."""


def _ethiopian_new_year(year: int) -> date:
    leap = calendar.last_day(year + 8, 2) == 29
    return date(year + 7, 9, 12 if leap else 11)


def _within(day: date, there: bool) -> date:
    if not there:
        raise ValueError("the month has no such day")
    return day


def _ours(slots: Slots, year: int) -> Days | None:
    """Give a day, month or year of a year of ours."""
    if "month" not in slots:
        return calendar.year(year)
    if "day" not in slots:
        return calendar.month(year, int(slots["month"]))
    one = date(year, int(slots["month"]), int(slots["day"]))
    return Days(one, one, "day")


def _read(slots: Slots, named: str, convert: Convert, months: int = 12) -> Days | None:
    """Read a day, else a month, else a year, each up to the day before the next begins."""
    year, month, day = (
        int(slots["calendaryear"]),
        int(slots.get(named, slots.get("month", 0))),
        int(slots.get("day", 0)),
    )
    if day:
        one = convert(year, month, day)
        return Days(one, one, "day")
    following = (year, month + 1) if 0 < month < months else (year + 1, 1)
    first = convert(year, month or 1, 1)
    return Days(first, convert(*following, 1) - timedelta(days=1), "month" if month else "year")
