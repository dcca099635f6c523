"""Days, weeks, months, quarters, halves and years as first and last day."""

import calendar as python_calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of a stretch of time, and how precisely it was said."""

    first: date
    last: date
    precision: str  # day, week, month, quarter, half, year or range

    def each(self) -> "list[Days]":
        """List its days."""
        days = [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]
        return [Days(day, day, "day") for day in days]


def day(year: int, month: int, number: int) -> Days | None:
    """Give a day; None where there is no such day."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return Days(one, one, "day")


def month(year: int, number: int) -> Days:
    """Give a month; numbers beyond 1 to 12 lie in the years around."""
    return months(year, number, 1, "month")


def months(year: int, first: int, count: int, precision: str = "range") -> Days:
    """Give a number of months from a first one.

    >>> months(2024, 11, 4).last
    datetime.date(2025, 2, 28)
    """
    start_year, start = year + (first - 1) // 12, (first - 1) % 12 + 1
    end_year, end = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return Days(date(start_year, start, 1), date(end_year, end, last_day(end_year, end)), precision)


def last_day(year: int, number: int) -> int:
    """Give the number of days of a month."""
    return python_calendar.monthrange(year, number)[1]


def quarter(year: int, number: int, first_month: int = 1) -> Days:
    """Give a quarter of a year that begins in a month: fiscal years begin in April, July, October ..."""
    return months(year, first_month + 3 * (number - 1), 3, "quarter")


def half(year: int, number: int, first_month: int = 1) -> Days:
    """Give a half of a year that begins in a month."""
    return months(year, first_month + 6 * (number - 1), 6, "half")


def year(number: int, first_month: int = 1) -> Days:
    """Give the year that begins in a month of a year."""
    return months(number, first_month, 12, "year")


def week(one: date) -> Days:
    """Give the week of a day, Monday to Sunday."""
    monday = one - timedelta(days=one.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def months_away(one: date, by_months: int) -> date:
    """Give the day some months away, or the last of that month where it is shorter."""
    there = month(one.year, one.month + by_months).first
    return there.replace(day=min(one.day, last_day(there.year, there.month)))


def ending(last: date, count: int, unit: str) -> Days:
    """Give the months or weeks that end on a day: `three months ended June 30`.

    >>> ending(date(2024, 6, 30), 3, "quarter").first
    datetime.date(2024, 4, 1)
    """
    if last.day == last_day(last.year, last.month):
        return Days(months(last.year, last.month - count + 1, count).first, last, unit)
    return Days(months_away(last, -count) + timedelta(days=1), last, unit)


def nth_weekday(whole: Days, nth: int, weekday: int) -> date | None:
    """Give the nth Monday (1) to Sunday (7) of a stretch of days, the last for 0 or less; None where there is none.

    >>> nth_weekday(month(2025, 5), 2, 7), nth_weekday(month(2025, 3), 0, 5)
    (datetime.date(2025, 5, 11), datetime.date(2025, 3, 28))
    """
    if nth <= 0:
        return whole.last - timedelta(days=(whole.last.isoweekday() - weekday) % 7)
    one = whole.first + timedelta(days=(weekday - whole.first.isoweekday()) % 7 + 7 * (nth - 1))
    return one if one <= whole.last else None
