"""What an article says of its publication to a date: metadata first, then the dateline, then the file name."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from pipeline.values.dates.written import read_written_day
from pipeline.values.zones.datelines import read_day

EARLIEST = date(1900, 1, 1)
_ISO = re.compile(r"^\s*((?:18|19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_NUMERIC = re.compile(r"^\s*(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")


def publication_date(
    *, stated: str | None, dateline: date | None, name: str, today: date
) -> tuple[date | None, str | None]:
    """Give the publication date and where it came from; a date in the future or before 1900 is refused.

    >>> publication_date(stated=None, dateline=None, name="rates-20240901.txt", today=date(2026, 1, 1))
    (datetime.date(2024, 9, 1), 'filename')
    """
    for day, where in _candidates(stated, dateline, name):
        # A day of grace, for it is tomorrow already in some places.
        if day and EARLIEST <= day <= today + timedelta(days=1):
            return day, where
    return None, None


def _candidates(stated: str | None, dateline: date | None, name: str) -> Iterator[tuple[date | None, str]]:
    yield (read_stated(stated) if stated else None), "metadata"
    yield dateline, "dateline"
    yield _date_in_name(name), "filename"


def read_stated(text: str) -> date | None:
    """Read the date that metadata print: ISO 8601, RFC 2822, or a day with its month's name in any larger language.

    >>> read_stated("Thu, 05 Jun 2025 23:30:00 -0800"), read_stated("2025-06-05T23:30:00Z"), read_stated("06/05/2025")
    (datetime.date(2025, 6, 5), datetime.date(2025, 6, 5), None)
    """
    if found := _ISO.match(text):
        return _date(*found.groups())
    if day := read_day(text):
        return day
    if found := _NUMERIC.match(text):
        first, second, year = found.groups()
        # 05/06/2025 is May or June, so it is no date; 25/06/2025 and 06/25/2025 are.
        if int(first) > 12 or first == second:
            return _date(year, second, first)
        return _date(year, first, second) if int(second) > 12 else None
    return _rfc_date(text) or read_written_day(text)


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
