"""Days that have a name, Easter Monday, Ramadan: the rule of `named_days.csv` and a year -> first and last day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from pipeline.rulebook.rows import NamedDay
from pipeline.values.dates import calendar
from pipeline.values.dates.calendar import Days

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def named_days(rows: Iterable[NamedDay]) -> dict[str, NamedDay]:
    """Give the rows by their words, in lower case."""
    return {word.lower(): row for row in rows for word in row.words}


@cache
def day_in(rule: str, year: int) -> Days | None:
    """Give the days that a rule names in a year; None where the calendars don't reach.

    >>> day_in("easter -2", 2024).first, day_in("weekday 11 4 thursday 1", 2024).first
    (datetime.date(2024, 3, 29), datetime.date(2024, 11, 29))
    """
    kind, _, rest = rule.partition(" ")
    return _KINDS[kind](rest, year)


def _fixed(rest: str, year: int) -> Days | None:
    month, number = rest.split("-")
    return calendar.day(year, int(month), int(number))


def _weekday(rest: str, year: int) -> Days | None:
    month, nth, weekday, *after = rest.split()
    found = calendar.nth_weekday(calendar.month(year, int(month)), int(nth), _WEEKDAYS.index(weekday) + 1)
    return _one(found + timedelta(days=int(after[0]) if after else 0)) if found else None


def _easter(rest: str, year: int) -> Days:
    return _one(easter(year) + timedelta(days=int(rest)))


def _hijri(rest: str, year: int) -> Days | None:
    """Give the day or month of the Islamic calendar that begins in a year; imported here, as few articles need it."""
    from hijridate import Gregorian, Hijri

    month, _, number = rest.partition("-")
    try:
        first_hijri = Gregorian(year, 1, 1).to_hijri().year
        for hijri_year in (first_hijri, first_hijri + 1):
            begins = Hijri(hijri_year, int(month), int(number or 1))
            first = begins.to_gregorian()
            if first.year == year:
                length = 1 if number else begins.month_length()
                return Days(first, first + timedelta(days=length - 1), "day" if number else "range")
    except (OverflowError, ValueError):
        pass  # the calendar reaches from 1924 to 2077
    return None


def _holiday(rest: str, year: int) -> Days | None:
    country, _, names = rest.partition(" ")
    found = (holiday_of(country, name, year) for name in names.split(" or "))
    return next((days for days in found if days), None)


def _national(rest: str, year: int) -> Days | None:
    """Give a day that several countries have: none, as long as none is named."""
    return None


@cache
def holiday_of(country: str, name: str, year: int) -> Days | None:
    """Give the holiday of a country, by its ISO code and its English name, or a part of it."""
    import holidays

    try:
        there = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return None
    found = sorted((words != name, day) for day, words in there.items() if name in words and "observed" not in words)
    return _one(found[0][1]) if found else None


def _one(one: date) -> Days:
    return Days(one, one, "day")


_KINDS: Mapping[str, Callable[[str, int], Days | None]] = {
    "fixed": _fixed,
    "weekday": _weekday,
    "easter": _easter,
    "hijri": _hijri,
    "holiday": _holiday,
    "national": _national,
}
