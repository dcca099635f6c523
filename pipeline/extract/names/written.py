"""Names of a model to those that stand there as lists and records print them: one name in the place of its parts."""

from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SUPPORTED, SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.names.written import first_partner, nicknamed, surnames_first, with_stop


def as_written(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Put whole persons in the place of their parts: `Ama 'Champ' Tetteh`, `Tetteh, Ama`."""
    given = words.signs.given
    surnames = {text[one.start : one.end].split()[-1] for one in found if one.label == "PERSON"}
    places = [*nicknamed(text, surnames, given), *surnames_first(text, given)]
    kept = list(found)
    for start, end in places:
        parts = [one for one in kept if one.start < end and start < one.end]
        if all(start <= one.start and one.end <= end and _gives_way(text, one, start) for one in parts):
            kept = [one for one in kept if one not in parts]
            kept.append(Candidate(start, end, "PERSON", "model", "written", SURE))
    return sorted(kept)


def _gives_way(text: str, one: Candidate, start: int) -> bool:
    """Say whether a candidate may be a part of a person's name: no place or body of which a model is sure."""
    return (
        one.label == "PERSON" or one.score < SUPPORTED or (one.start == start and " " not in text[one.start : one.end])
    )


def firms(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give firms of several partners the first of them: `Stoll, Hark & Pratt LLP`."""
    starts: dict[int, Candidate] = {}
    for one in sorted(found):
        start = first_partner(text, one.start, one.end) if one.label == "ORG" else one.start
        placed = any(other.label == "LOC" for at, other in starts.items() if start <= at < one.start)
        starts[one.start] = one
        yield one if placed else one._replace(start=start)


def with_stops(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give names the full stop of the short word that they end with, where it is no sentence's."""
    for one in found:
        yield one._replace(end=with_stop(text, one.end)) if one.label in ("ORG", "PERSON") else one
