"""A whole day as metadata write it, in any of the world's larger languages, to a date: dateparser, pinned."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

LANGUAGES = ("en", "fr", "es", "de", "pt", "it", "nl", "sv", "pl", "tr", "ru", "ar", "id", "vi", "zh", "ja", "ko")
SETTINGS: dict[str, Any] = {
    "STRICT_PARSING": True,  # a day, a month and a year, or nothing
    "PARSERS": ["absolute-time"],  # nothing that counts from today
    "RETURN_AS_TIMEZONE_AWARE": False,
    "DATE_ORDER": "DMY",
}
LONGEST = 60
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NUMBERS_ONLY = re.compile(r"[\d\s./:-]+")


@lru_cache(maxsize=1_000)
def read_written_day(text: str) -> date | None:
    """Read a day, month and year written out; None where one of them is missing, or the order of numbers is open.

    >>> read_written_day("12 février 2025"), read_written_day("2025年3月3日"), read_written_day("March 2025")
    (datetime.date(2025, 2, 12), datetime.date(2025, 3, 3), None)
    """
    text = text.strip()
    if len(text) > LONGEST or not _YEAR.search(text) or _NUMBERS_ONLY.fullmatch(text):
        return None
    import dateparser  # of which few runs need anything, and which takes a fiftieth of the start of each

    parsed = dateparser.parse(text, languages=list(LANGUAGES), settings=SETTINGS)
    return parsed.date() if parsed else None
