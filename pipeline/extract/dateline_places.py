"""An article's dateline to the places in it, where a model sees none: it prints them in capitals."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.records import Zone
from pipeline.values.zones.datelines import find_dateline

_PLACE = re.compile(r"(?P<place>[^\s,/&]+(?: (?!and |& )[^\s,/&]+)*(?:, D\.? ?C\b\.?)?)(?:[\s,/&]|and )*")
_DASHES = ("-", "–", "—")


def dateline_places(text: str, zones: Iterable[Zone], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the places of datelines that end with a dash, and in which no place is found yet."""
    for zone in zones:
        if zone.zone != "dateline" or not text[: zone.end_char].endswith(_DASHES):
            continue
        inside = (one for one in found if one.label == "LOC" and zone.start_char <= one.start)
        dateline = find_dateline(text[zone.start_char :].partition("\n")[0])
        if dateline and dateline.place and not any(one.end <= zone.end_char for one in inside):
            start = text.index(dateline.place, zone.start_char)
            for place in _PLACE.finditer(text, start, start + len(dateline.place)):
                yield Candidate(*place.span("place"), "LOC", "known", "dateline")
