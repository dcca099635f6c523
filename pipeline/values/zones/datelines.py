"""The opening of a news text to its dateline: the place and the day from which it was sent."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import CalendarName
from pipeline.values.dates.other_calendars import BY_MONTH
from pipeline.values.text.sentences import ends_with_mark

_YEAR = r"(?:19|20)\d\d"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DASH = r"--+|[–—―]|-(?=\s)"
_PARTS = (
    ("dash", re.compile(rf"{_DASH}|(?<=\s)-|(?<=\))-")),
    ("colon", re.compile(r":(?=\s)")),
    (
        "wire",
        re.compile(
            rf"\([^()\n]{{2,60}}\)|/[^/\n]{{2,40}}/|\[[^\]\n]{{2,40}}\]|(?<=[\dH], )[A-Z]{{2,}}[\w-]*(?=\s+(?:{_DASH}))"
        ),
    ),
    ("time", re.compile(r"@\s*\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s+[A-Z][\w/]*)?(?:\s+(?:(?:Standard|Daylight)\s+)?Time)?")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline: where it ends in the paragraph, the place, and the day where it has a year."""

    end: int
    place: str | None = None
    day: date | None = None


class Datelines:
    """Finds datelines, by the words of the calendar and what opens none."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the words."""
        months = {word.lower(): row.number for row in rules.calendar_names if row.kind == "month" for word in row.words}
        weekdays = [row.words[0] for row in rules.calendar_names if row.kind == "weekday"]
        month = rf"(?:(?i:{any_of(months)})\b\.?)"
        self._months = months
        self._others = OtherMonths(rules.calendar_names)
        self.day = (
            rf"(?:{self._others.day}|(?:{any_of(weekdays)},?\s+)?"
            rf"(?:{month}\s+{_NTH}(?:,?\s+{_YEAR})?\b|{_NTH}\s+{month}(?:,?\s+{_YEAR})?|{_YEAR}[-/]\d\d?[-/]\d\d?))"
        )
        """A day as datelines print it, with or without its year."""
        self._full = re.compile(
            rf"(?P<month>{month})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})"
            rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<month2>{month}),?[\s-](?P<year2>{_YEAR})"
            rf"|\b(?P<year3>{_YEAR})[-/](?P<month3>\d\d?)[-/](?P<day3>\d\d?)\b"
        )
        capital = rf"(?!(?:{month}|{self._others.month})\s+\d)[A-ZÀ-Þ](?:[\w.'’]|-(?!-))*"
        within = rules.place_words.any_of("within")
        place = rf"{capital}(?:[ ](?:{capital}|{within}\b)){{0,4}}"
        self._places = compile_once(
            rf"{place}(?:,\s?{place}){{0,3}}(?:\s?(?:/|&|\band\b)\s?(?:the )?{place}(?:,\s?{place}){{0,2}}){{0,3}}"
        )
        self._place_behind = compile_once(rf"\s*(?P<place>{self._places.pattern})\s*(?:{_DASH})")
        self._parts = (*_PARTS, ("day", compile_once(self.day)))
        no_place = any_of((*rules.zone_words.printed("no_place"), *weekdays))
        self._no_place = re.compile(rf"{no_place}\b", re.IGNORECASE)

    def find(self, paragraph: str) -> Dateline | None:
        """Find the dateline with which a paragraph begins.

        >>> from pipeline.rulebook.reading import load_rulebook
        >>> text = "LAREDO, Texas, Feb. 12, 2025 (GLOBE NEWSWIRE) — Volta Foods Ltd. (OTCQB: VLTF), a maker of"
        >>> Datelines(load_rulebook()).find(text)
        Dateline(end=47, place='LAREDO, Texas', day=datetime.date(2025, 2, 12))
        """
        found = self._places.match(paragraph)
        starts = [(found[0], found.end())] if found else []
        for place, start in [*starts, ("", 0)]:
            kinds, end = self._read_parts(paragraph, start)
            if not place and kinds[:1] == ["wire"] and (behind := self._place_behind.match(paragraph, end)):
                place, end = behind["place"], behind.end()
            if kinds and self._is_dateline(place, kinds, paragraph[:end], paragraph[end:]):
                name = place.strip(" ,") or _place_in_brackets(paragraph[:end])
                return Dateline(end=end, place=name, day=self.full_date_in(paragraph[:end]))
        return None

    def begins_with_place(self, dateline: str) -> bool:
        """Say whether a dateline begins with its place, and not with its day."""
        return bool(self._places.match(dateline))

    def _read_parts(self, paragraph: str, at: int) -> tuple[list[str], int]:
        """Read day, wire and dash, in whatever order; give what there is, and where it ends."""
        kinds: list[str] = []
        end = at
        while len(kinds) < 6:
            while at < len(paragraph) and paragraph[at] in " ,|\t\xa0":
                at += 1
            for kind, pattern in self._parts:
                if found := pattern.match(paragraph, at):
                    at = end = found.end()
                    kinds.append(kind)
                    break
            else:
                break
        return kinds, end

    def _is_dateline(self, place: str, kinds: list[str], printed: str, rest: str) -> bool:
        """Say whether what looks like a dateline is one: a sign of one alone is too little."""
        if place and self._no_place.match(place):
            return False
        has_day, has_wire = "day" in kinds or bool(self.full_date_in(printed)), "wire" in kinds
        shouted = place.partition(",")[0].isupper() and len(place) > 2
        if not rest.strip():
            return has_day and bool(place or has_wire) and len(printed) < 90
        if len(rest) < 30 or kinds.count("wire") > 2 or rest.isupper():
            return False  # Capitals go on in headlines: `FOOTBALL - TEMA BEAT ACCRA`.
        if kinds[-1] == "dash":
            if not place:
                return self.full_date_in(printed) is not None
            return has_day or has_wire or shouted or "," in place
        if kinds[-1] == "colon":
            # Words in capitals before a line that is no sentence are a kicker: `MILLING: The firm pays from its cash`.
            whole = rest.lstrip()[0].isupper() and ends_with_mark(rest)
            return (has_day and bool(place)) or bool(shouted and kinds == ["colon"] and whole)
        begins = rest.lstrip(" ,")[:1].isupper() and rest[0].isspace()
        if kinds[-1] == "wire":
            return has_day and bool(place) and begins
        return begins and bool(place) and (shouted or (self.full_date_in(printed) is not None and len(kinds) == 1))

    def full_date_in(self, text: str) -> date | None:
        """Read the first full date (day, month and year) of a text.

        >>> from pipeline.rulebook.reading import load_rulebook
        >>> datelines = Datelines(load_rulebook())
        >>> datelines.full_date_in("Wednesday, 5 October 2016"), datelines.full_date_in("October 2016")
        (datetime.date(2016, 10, 5), None)
        """
        found = self._full.search(text)
        if not found:
            return self._others.read(text)
        numbers = [
            next(filter(None, (found[f"{name}{n}"] for n in ("", "2", "3")))) for name in ("year", "month", "day")
        ]
        year, month, day = numbers
        number = int(month) if month.isdigit() else self._months[month.rstrip(".").lower()]
        try:
            return date(int(year), number, int(day))
        except ValueError:
            return None


class OtherMonths:
    """Days of other calendars, as datelines print them: 12 Ramadan 1446, Shawwal 03, 1446H."""

    def __init__(self, names: Iterable[CalendarName]) -> None:
        """Keep which month of which calendar a word is."""
        self._months = {
            word.lower(): (BY_MONTH[name.kind], name.number)
            for name in names
            if name.kind in BY_MONTH
            for word in name.words
        }
        month, year = rf"(?i:{any_of(self._months)})", r"\d{4}(?:\s?A?H\b)?"
        self.month = month
        self.day = rf"(?:{month}\s+{_NTH},?\s+{year}|{_NTH}\s+{month},?\s+{year})"
        self._full = re.compile(
            rf"\b(?:(?P<month>{month})\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{month})),?\s+(?P<year>\d{{4}})"
        )

    def read(self, text: str) -> date | None:
        """Read the first full date; None where the calendar has no such day."""
        found = self._full.search(text)
        if found is None:
            return None
        convert, month = self._months[(found["month"] or found["month2"]).lower()]
        try:
            return convert(int(found["year"]), month, int(found["day"] or found["day2"]))
        except (ValueError, OverflowError):
            return None


def _place_in_brackets(printed: str) -> str | None:
    found = re.search(r"\(([A-Z][^()\d]{2,40})\)", printed)
    return found[1] if found and found[1].partition(",")[0].isupper() and "WIRE" not in found[1] else None


@lru_cache(maxsize=2)
def datelines_of(rules: Rulebook) -> Datelines:
    """Give the datelines of a rulebook, compiled once."""
    return Datelines(rules)
