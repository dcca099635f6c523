"""The opening of a news text to its dateline: the place and the day from which it was sent."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
DAY = rf"{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+(?:19|20)\d\d)?|(?:19|20)\d\d[-/]\d\d?[-/]\d\d?)"
"""A day as datelines print it, with or without its year."""

_CAPITAL = rf"(?!{_MONTH}\s+\d)[A-ZÀ-Þ](?:[\w.'’]|-(?!-))*"
_PLACE = rf"{_CAPITAL}(?:[ /](?:{_CAPITAL}|(?:de|del|la|of|and|the|upon|am|sur|do|da)\b)){{0,4}}"
_PLACES = rf"{_PLACE}(?:,\s?{_PLACE}){{0,3}}(?:\s?(?:/|&|and)\s?{_PLACE}(?:,\s?{_PLACE})?)?"
_WIRE = r"(?:\([^()\n]{2,60}\)|/[^/\n]{2,40}/|\[[^\]\n]{2,40}\])"
_DASH = r"(?:--+|[–—―]|-(?=\s)|(?<=\s)-)"

_DATELINE = re.compile(
    rf"(?P<place>{_PLACES})\s*(?:[,|(]\s*(?P<day>{DAY})\)?)?\s*,?\s*(?P<wire>{_WIRE}(?:\s*{_WIRE})?)?\s*(?P<dash>{_DASH}|:(?=\s))?\s*"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>{DAY})\s*(?:,\s*|\s)?(?:\(?(?P<place>{_PLACES})\)?)?\s*(?P<wire>{_WIRE})?\s*(?P<dash>{_DASH}|:(?=\s))\s*"
)
_FULL = re.compile(
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH}),?\s+(?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)[-/](?P<month3>\d\d?)[-/](?P<day3>\d\d?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline: where it ends in the paragraph, the place, and the day where it has a year."""

    end: int
    place: str | None = None
    day: date | None = None


def find_dateline(paragraph: str) -> Dateline | None:
    """Find the dateline with which a paragraph begins.

    >>> find_dateline("CORSICANA, Texas, Feb. 12, 2025 (GLOBE NEWSWIRE) — Birchtech Corp. said")
    Dateline(end=50, place='CORSICANA, Texas', day=datetime.date(2025, 2, 12))
    """
    for pattern in (_DAY_FIRST, _DATELINE):
        found = pattern.match(paragraph)
        if found and _is_dateline(found, paragraph):
            place = (found["place"] or "").strip(" ,") or None
            return Dateline(end=found.end(), place=place, day=read_day(found["day"] or ""))
    return None


def _is_dateline(found: re.Match[str], paragraph: str) -> bool:
    """Say whether what looks like one is one: it has two of day, wire and dash, or capitals and a dash."""
    rest = paragraph[found.end() :]
    if not rest:
        return bool(found["day"] and (found["place"] or found["wire"]) and len(paragraph) < 90)
    if not found["dash"]:
        return bool(found["day"] and found["wire"])
    if found["dash"] == ":" and not found["day"]:
        return False
    signs = bool(found["day"]) + bool(found["wire"])
    place = found["place"] or ""
    return len(rest) > 40 and (signs > 0 or place.partition(",")[0].isupper() or "," in place)


def read_day(text: str) -> date | None:
    """Read the first full date (day, month and year) of a text.

    >>> read_day("Wednesday, 5 October 2016"), read_day("October 2016")
    (datetime.date(2016, 10, 5), None)
    """
    found = _FULL.search(text)
    if not found:
        return None
    year, month, day = (
        next(filter(None, (found[name + n] for n in ("", "2", "3")))) for name in ("year", "month", "day")
    )
    number = int(month) if month.isdigit() else MONTHS[month.rstrip(".").lower()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
