"""The opening of a news text to its dateline: the place and the day from which it was sent."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.values.text.sentences import ends_with_mark

_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Number of each month, by its name and short names in lower case."""

_MONTH = rf"(?:(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:{_MONTH}\s+{_NTH}(?:,?\s+{_YEAR})?\b|{_NTH}\s+{_MONTH}(?:,?\s+{_YEAR})?|{_YEAR}[-/]\d\d?[-/]\d\d?)"
)
"""A day as datelines print it, with or without its year."""

_FULL = re.compile(
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<month2>{_MONTH}),?[\s-](?P<year2>{_YEAR})"
    rf"|\b(?P<year3>{_YEAR})[-/](?P<month3>\d\d?)[-/](?P<day3>\d\d?)\b"
)
_CAPITAL = rf"(?!{_MONTH}\s+\d)[A-ZÀ-Þ](?:[\w.'’]|-(?!-))*"
_PLACE = rf"{_CAPITAL}(?:[ ](?:{_CAPITAL}|(?:de|del|la|of|the|upon|am|sur|do|da)\b)){{0,4}}"
_PLACES = re.compile(
    rf"{_PLACE}(?:,\s?{_PLACE}){{0,3}}(?:\s?(?:/|&|\band\b)\s?(?:the )?{_PLACE}(?:,\s?{_PLACE}){{0,2}}){{0,3}}"
)
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dash", re.compile(r"--+|[–—―]|-(?=\s)|(?<=\s)-|(?<=\))-")),
    ("colon", re.compile(r":(?=\s)")),
    ("wire", re.compile(r"\([^()\n]{2,60}\)|/[^/\n]{2,40}/|\[[^\]\n]{2,40}\]")),
    ("day", re.compile(DAY)),
    ("time", re.compile(r"@\s*\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s+[A-Z][\w/]*)?(?:\s+(?:(?:Standard|Daylight)\s+)?Time)?")),
)
_PLACE_BEHIND = re.compile(rf"\s*(?P<place>{_PLACES.pattern})\s*(?:--+|[–—―]|-(?=\s))")
_NO_PLACE = re.compile(
    r"(?:NOTE|UPDATED?|WARNING|CORRECTION|SUMMARY|BACKGROUND|EDITOR|MEDIA|PRESS|NEWS|FACT|STATEMENT|CONTACT|SOURCE|WHAT"
    r"|WHO|WHEN|WHERE|WHY|TITLE|SUBJECT|RE|FROM|TO|DATED?|DECISION|QUESTION|ANSWER|ABOUT|THE|FOR|PUBLISHED|POSTED|RELEASED?"
    r"|ISSUED|EMBARGOED|BY|ON|IN|BREAKING|ALSO|READ|RELATED|EXCLUSIVE|OPINION|VIDEO|WATCH|LIVE|ANALYSIS|FACTBOX|URGENT"
    r"|ALERT|FILE|PHOTO|CAPTION|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline: where it ends in the paragraph, the place, and the day where it has a year."""

    end: int
    place: str | None = None
    day: date | None = None


def find_dateline(paragraph: str) -> Dateline | None:
    """Find the dateline with which a paragraph begins.

    >>> find_dateline("LAREDO, Texas, Feb. 12, 2025 (GLOBE NEWSWIRE) — Volta Foods Ltd. (OTCQB: VLTF), a maker of")
    Dateline(end=47, place='LAREDO, Texas', day=datetime.date(2025, 2, 12))
    """
    found = _PLACES.match(paragraph)
    starts = [(found[0], found.end())] if found else []
    for place, start in [*starts, ("", 0)]:
        kinds, end = _parts(paragraph, start)
        if not place and kinds[:1] == ["wire"] and (behind := _PLACE_BEHIND.match(paragraph, end)):
            place, end = behind["place"], behind.end()
        if kinds and _is_dateline(place, kinds, paragraph[:end], paragraph[end:]):
            name = place.strip(" ,") or _place_in_brackets(paragraph[:end])
            return Dateline(end=end, place=name, day=read_day(paragraph[:end]))
    return None


def _parts(paragraph: str, at: int) -> tuple[list[str], int]:
    """Read day, wire and dash, in whatever order; give what there is, and where it ends."""
    kinds: list[str] = []
    end = at
    while len(kinds) < 6:
        while at < len(paragraph) and paragraph[at] in " ,|\t\xa0":
            at += 1
        for kind, pattern in _PARTS:
            if found := pattern.match(paragraph, at):
                at = end = found.end()
                kinds.append(kind)
                break
        else:
            break
    return kinds, end


def _is_dateline(place: str, kinds: list[str], printed: str, rest: str) -> bool:
    """Say whether what looks like a dateline is one: a sign of one alone is too little."""
    if place and _NO_PLACE.match(place):
        return False
    has_day, has_wire = "day" in kinds or bool(read_day(printed)), "wire" in kinds
    shouted = place.partition(",")[0].isupper() and len(place) > 2
    if not rest.strip():
        return has_day and bool(place or has_wire) and len(printed) < 90
    if len(rest) < 30 or kinds.count("wire") > 2 or rest.isupper():
        return False  # Capitals go on in headlines: `FOOTBALL - TEMA BEAT ACCRA`.
    if kinds[-1] == "dash":
        if not place:
            return read_day(printed) is not None
        return has_day or has_wire or shouted or "," in place
    if kinds[-1] == "colon":
        # Words in capitals before a line that is no sentence are a kicker: `MILLING: The firm pays from its own cash`.
        whole = rest.lstrip()[0].isupper() and ends_with_mark(rest)
        return (has_day and bool(place)) or bool(shouted and kinds == ["colon"] and whole)
    begins = rest.lstrip(" ,")[:1].isupper() and rest[0].isspace()
    if kinds[-1] == "wire":
        return has_day and bool(place) and begins
    return begins and bool(place) and (shouted or (read_day(printed) is not None and len(kinds) == 1))


def _place_in_brackets(printed: str) -> str | None:
    found = re.search(r"\(([A-Z][^()\d]{2,40})\)", printed)
    return found[1] if found and found[1].partition(",")[0].isupper() and "WIRE" not in found[1] else None


def read_day(text: str) -> date | None:
    """Read the first full date (day, month and year) of a text.

    >>> read_day("Wednesday, 5 October 2016"), read_day("October 2016")
    (datetime.date(2016, 10, 5), None)
    """
    found = _FULL.search(text)
    if not found:
        return None
    numbers = [next(filter(None, (found[f"{name}{n}"] for n in ("", "2", "3")))) for name in ("year", "month", "day")]
    year, month, day = numbers
    number = int(month) if month.isdigit() else MONTHS[month.rstrip(".").lower()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
