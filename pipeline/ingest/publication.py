"""What an article says of its publication to a date: metadata, the dateline, the mail around it, the file name."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from pipeline.ingest.rules import datelines
from pipeline.values.dates.written import read_written_day

EARLIEST = date(1900, 1, 1)
_ISO = re.compile(r"^\s*((?:18|19|20)\d\d)[-./]?(\d\d)[-./]?(\d\d)(?!\d)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_WRITTEN = re.compile(r"(?<!\d)\d{1,2}(?:er|[.º°])?\s+(?:de\s+)?[^\W\d_]+\.?,?\s+(?:del?\s+)?(?:19|20)\d\d(?!\d)")
"""A day with its month in words, in the order of most languages."""
_NUMERIC = re.compile(r"^\s*(\d{1,2})([/.-])(\d{1,2})[/.-]((?:19|20)?\d\d)\b")


def publication_date(
    *,
    stated: str | None,
    dateline: date | None,
    name: str,
    today: date,
    carried: str | None = None,
    day_first: bool | None = None,
) -> tuple[date | None, str | None]:
    """Give the publication date and where it came from; a date in the future or before 1900 is refused.

    >>> publication_date(stated=None, dateline=None, name="rates-20240901.txt", today=date(2026, 1, 1))
    (datetime.date(2024, 9, 1), 'filename')
    """
    candidates = (
        ((read_stated(stated, day_first) if stated else None), "metadata"),
        (dateline, "dateline"),
        ((read_stated(carried, day_first) if carried else None), "carrier"),
        (_date_in_name(name), "filename"),
    )
    for day, where in candidates:
        # A day of grace, for it is tomorrow already in some places.
        if day and EARLIEST <= day <= today + timedelta(days=1):
            return day, where
    return None, None


def read_stated(text: str, day_first: bool | None = None) -> date | None:
    """Read the date that metadata print: ISO 8601, RFC 2822, or a day with its month's name in any larger language.

    Numbers alone, as 05/06/2025, are a date where `day_first` says which comes first, or only one order makes one.

    >>> read_stated("Thu, 05 Jun 2025 23:30:00 -0800"), read_stated("2025-06-05T23:30:00Z"), read_stated("06/05/2025")
    (datetime.date(2025, 6, 5), datetime.date(2025, 6, 5), None)
    """
    if found := _ISO.match(text):
        return _date(*found.groups())
    if day := datelines().full_date_in(text):
        return day
    if found := _NUMERIC.match(text):
        first, sign, second, year = found.groups()
        # With dots the day comes first wherever they are used.
        day_first = True if sign == "." and day_first is None else day_first
        return _numeric(first, second, year if len(year) == 4 else f"20{year}", day_first)
    return _rfc_date(text) or read_written_day(text) or written_day_in(text)


def written_day_in(text: str) -> date | None:
    """Find a day with its month's name in any larger language in a line that says more.

    >>> written_day_in("Gesendet: Dienstag, 18. März 2025 10:00")
    datetime.date(2025, 3, 18)
    """
    days = (read_written_day(found[0]) for found in _WRITTEN.finditer(text))
    return next(filter(None, days), None)


def _numeric(first: str, second: str, year: str, day_first: bool | None) -> date | None:
    by_day, by_month = _date(year, second, first), _date(year, first, second)
    if by_day and by_month and by_day != by_month:
        return None if day_first is None else by_day if day_first else by_month
    return by_day or by_month


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Say whether numeric dates of one source have their day first, by those that show it; None where none does.

    >>> day_comes_first(["03/04/2025", "03/25/2025"]), day_comes_first(["03/04/2025"])
    (False, None)
    """
    orders = {int(found[1]) > 12 for text in texts if (found := _NUMERIC.match(text))
              and (int(found[1]) > 12) != (int(found[3]) > 12)}  # fmt: skip
    return orders.pop() if len(orders) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Say whether a text is a date in numbers that has two readings: 03/04/2025."""
    found = _NUMERIC.match(text)
    return (
        found is not None
        and found[2] != "."
        and found[1] != found[3]
        and all(1 <= int(part) <= 12 for part in found.group(1, 3))
    )


def _rfc_date(text: str) -> date | None:
    try:
        parsed: datetime | None = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return parsed.date() if parsed else None


def _date_in_name(name: str) -> date | None:
    found = _IN_NAME.search(name)
    return _date(*found.groups()) if found else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
