"""Bodies that a model runs together with a place to the two names: `Canada's Parliament`, `Volta Marine of Ghana`."""

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE
from pipeline.extract.names.words import NameWords

_OWNER = re.compile(r"(?P<place>[A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?)['’]s (?=[A-ZÀ-Þ])")
_FROM = re.compile(r" of (?P<place>[A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?)$")
_GOES_ON = re.compile(r" [A-ZÀ-Þ]")


def without_places(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Part a body from the place that owns it, and a firm from the place that it is of, where a model isn't sure."""
    places = {text[one.start : one.end] for one in found if one.label == "LOC"}
    for one in found:
        if one.label != "ORG" or one.source != "model" or one.score >= SURE:
            yield one
            continue
        owner = _OWNER.match(text, one.start, one.end)
        if owner and owner["place"] in places:
            yield one._replace(end=owner.end("place"), label="LOC", score=SURE)
            one = one._replace(start=owner.end())
        tail = _FROM.search(text, one.start, one.end)
        if tail and _is_apart(text, one, tail, places, words):
            yield one._replace(start=tail.start("place"), label="LOC", score=SURE)
            one = one._replace(end=tail.start())
        yield one


def _is_apart(text: str, one: Candidate, tail: re.Match[str], places: Collection[str], words: NameWords) -> bool:
    """Say whether a name stands without the place that it is of: two words at least, and none that a body is called."""
    name, place = text[one.start : tail.start()], tail["place"]
    known = place in places or place in words.countries
    return known and " " in name and not words.body.search(name) and not _GOES_ON.match(text, one.end)
