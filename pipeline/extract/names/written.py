"""Names of a model to those that stand there as lists and records print them: one name in the place of its parts."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.extract.names.beside import BESIDE
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import DOUBTFUL, SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.names.written import first_partner, persons_with_nickname, surnames_first, with_stop
from pipeline.values.organisations.forms import OrganisationForms

_LONGEST_PREFIX = 20


def as_written(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Put whole persons in the place of their parts: `Ama 'Champ' Tetteh`, `Tetteh, Ama`."""
    given = words.person_signs.given
    surnames = {text[one.start : one.end].split()[-1] for one in found if one.label == "PERSON"}
    places = [*persons_with_nickname(text, surnames, given), *surnames_first(text, given)]
    kept = list(found)
    for start, end in places:
        parts = [one for one in kept if one.start < end and start < one.end]
        if all(start <= one.start and one.end <= end and _gives_way(text, one, start) for one in parts):
            kept = [one for one in kept if one not in parts]
            kept.append(Candidate(start, end, "PERSON", "model", "written", SURE))
    return sorted(kept)


def _gives_way(text: str, one: Candidate, start: int) -> bool:
    """Say whether a candidate may be a part of a person's name: no place or body that a model does not doubt."""
    return (
        one.label == "PERSON"
        or one.label == "ROLE"
        or one.score < DOUBTFUL
        or (one.start == start and " " not in text[one.start : one.end])
    )


def firms(text: str, found: Sequence[Candidate], forms: OrganisationForms) -> list[Candidate]:
    """Give firms all their partners: `Stoll, Hark & Pratt LLP`, `Stoll and Partners`; clubs what stands before: FC."""
    kept: list[Candidate] = []
    for one in sorted(found):
        start = first_partner(text, one.start, one.end, forms.legal) if one.label == "ORG" else one.start
        inside = _ends_behind(start, kept)
        if start < one.start and not any(other.label == "LOC" for other in inside):
            end = len(text[:start].rstrip())
            kept[len(kept) - len(inside) :] = [other._replace(end=end) for other in inside if other.start < start]
            one = one._replace(start=start)
        family = forms.family.match(text, one.end) if one.label == "ORG" else None
        if family and family[0].startswith((" and ", " & ")):
            one = one._replace(end=family.end())
        club = forms.before_club.search(text, max(0, one.start - _LONGEST_PREFIX), one.start)
        if club and one.label in ("ORG", "PERSON", "LOC"):
            one = one._replace(start=club.start("prefix"), label="ORG", score=SURE, rule=BESIDE)
        kept.append(one)
    return kept


def _ends_behind(start: int, kept: Sequence[Candidate]) -> list[Candidate]:
    """Give the last candidates, those that end behind a place."""
    return list(takewhile(lambda one: one.end > start, reversed(kept)))


def with_stops(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Give names the full stop of the short word that they end with, where it is no sentence's."""
    for one in found:
        last = max(one.start, text.rfind(" ", one.start, one.end) + 1)
        street = words.street.match(text, last) if one.label == "LOC" else None
        if street and street.end() == one.end + 1:
            one = one._replace(end=street.end())
        yield one._replace(end=with_stop(text, one.end)) if one.label in ("ORG", "PERSON") else one
