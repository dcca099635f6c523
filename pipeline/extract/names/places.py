"""Places that a model misses: in datelines in capitals, and short forms of states (`Tucson, Ariz.`, `(D-N.M.)`)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.records import Zone
from pipeline.rulebook.alternatives import any_of
from pipeline.values.zones.datelines import Datelines

_COMMA = ", "
_PLACE = re.compile(r"(?P<place>[^\s,/&]+(?: (?!and |& )[^\s,/&]+)*(?:, D\.? ?C\b\.?)?)(?:[\s,/&]|and )*")
_DASHES = ("-", "–", "—")


class StatePlaces:
    """Finds the short forms of states, and of countries behind people.

    >>> states = StatePlaces(["N.M.", "Ariz."], ["UT"])
    >>> [text for text in ("Ana Ruiz (D-N.M.) and Al Dunn (R-UT)",) for _ in states.find(text, [])]
    ['Ana Ruiz (D-N.M.) and Al Dunn (R-UT)', 'Ana Ruiz (D-N.M.) and Al Dunn (R-UT)']
    """

    def __init__(self, short: Iterable[str], codes: Iterable[str], countries: Iterable[str] = ()) -> None:
        """Compile the forms; codes of two letters count in tags alone, those of countries in brackets behind people."""
        self.nation = re.compile(rf" \((?P<country>{any_of(countries)})\)")
        forms = list(short)
        self.tag = re.compile(rf"\([DRI]-(?P<state>{any_of([*forms, *(f.rstrip('.') for f in forms), *codes])})\)")
        self.form = re.compile(rf"{any_of(forms)}(?![\w])")

    def find(self, text: str, named: Iterable[Candidate]) -> Iterator[Candidate]:
        """Give the states in tags, and behind places that were found; the countries of results and squads."""
        named = list(named)
        yield from self._nations(text, named)
        for tag in self.tag.finditer(text):
            yield Candidate(*tag.span("state"), "LOC", "known", "state")
        for one in named:
            if one.label == "LOC" and text.startswith(_COMMA, one.end):
                state = self.form.match(text, one.end + len(_COMMA))
                if state:
                    yield Candidate(*state.span(), "LOC", "known", "state")

    def _nations(self, text: str, named: Iterable[Candidate]) -> Iterator[Candidate]:
        """Give the countries that stand behind people; a party may be called as one of them, but not as two."""
        behind = [self.nation.match(text, one.end) for one in named if one.label == "PERSON"]
        found = [nation for nation in behind if nation]
        if len({nation["country"] for nation in found}) > 1:
            yield from (Candidate(*nation.span("country"), "LOC", "known", "country_code") for nation in found)


def dateline_places(
    text: str, zones: Iterable[Zone], found: Sequence[Candidate], datelines: Datelines
) -> Iterator[Candidate]:
    """Give the places of datelines that end with a dash: all where none is found yet, and what is found in part."""
    for zone in zones:
        if zone.zone != "dateline" or not text[: zone.end_char].endswith(_DASHES):
            continue
        inside = [one for one in found if one.label == "LOC" and zone.start_char <= one.start < zone.end_char]
        dateline = datelines.find(text[zone.start_char :].partition("\n")[0])
        if dateline and dateline.place:
            start = text.index(dateline.place, zone.start_char)
            for place in _PLACE.finditer(text, start, start + len(dateline.place)):
                begin, end = place.span("place")
                whole = any(one.start <= begin and end <= one.end for one in inside)
                if not inside or (place["place"].isupper() and "." not in place["place"] and not whole):
                    yield Candidate(begin, end, "LOC", "known", "dateline")
