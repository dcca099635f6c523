"""Datelines to the newswires that stand in them: `ACCRA, 3 May (Voltapress) -`, `TEMA, 3 May, VPA --`."""

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.names.candidates import NEWSWIRE, Candidate
from pipeline.extract.names.words import NameWords
from pipeline.records import Zone

_WORD = r"[A-ZÀ-Þ][\w&’'-]*"
_NAME = rf"(?P<wire>{_WORD}(?: {_WORD}){{0,2}})"
_DASH = r"\s*(?:[-–—]+|:)\s*$"
_ENCLOSED = re.compile(rf"[(\[/]{_NAME}[)\]/]{_DASH}")
_LAST = re.compile(rf"\d, (?P<wire>[A-Z][A-Za-z]*[A-Z][\w-]*){_DASH}")


def newswires(text: str, zones: Iterable[Zone], words: NameWords) -> Iterator[Candidate]:
    """Give the newswire that closes each dateline; a country, a city or a state there is none, nor what is no name."""
    for zone in zones:
        if zone.zone != "dateline":
            continue
        found = _ENCLOSED.search(text, zone.start_char, zone.end_char) or _LAST.search(
            text, zone.start_char, zone.end_char
        )
        if found and not _is_no_wire(text[zone.start_char : zone.end_char], found["wire"], words):
            yield Candidate(*found.span("wire"), "ORG", "known", NEWSWIRE)


def _is_no_wire(dateline: str, name: str, words: NameWords) -> bool:
    """Say whether a name is a place, or no name; what follows a day with no place before it is the place."""
    is_place = words.is_place(name) or words.is_place(name.title())
    return is_place or not words.datelines.begins_with_place(dateline) or bool(words.veto(name, "ORG"))
