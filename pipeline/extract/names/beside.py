"""Names of a model to what the words beside them call them: an organisation, or none of our names at all."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import DOUBTFUL, SURE
from pipeline.extract.names.gaps import NameGaps
from pipeline.extract.names.lone_persons import PersonSigns
from pipeline.values.organisations.appositions import Appositions
from pipeline.values.organisations.signs import BodySigns

BESIDE = "beside"
"""Rule of what the words beside a name show."""


def described(
    text: str,
    found: Sequence[Candidate],
    beside: Appositions,
    signs: BodySigns,
    persons: PersonSigns,
    gaps: NameGaps,
) -> Iterator[Candidate]:
    """Give names the label that the words beside them show: `Sahara, an insurer in Tunis`, `shares of Sahara`."""
    known = _words_of_persons(text, found)
    for one in found:
        if one.source != "model":
            yield one
        elif one.label in ("ORG", "LOC") and _is_persons(text, one, persons):
            yield one._replace(label="PERSON", score=SURE)
        elif one.label == "ORG":
            spoken = beside.is_body(text, one.start, one.end) or beside.may_be_body(text, one.start, one.end)
            yield one._replace(score=max(one.score, SURE), rule=BESIDE) if spoken else one
        elif (
            one.label in ("PERSON", "LOC")
            and one.score < SURE
            and (_is_body(text, one, beside, gaps) or _is_shown(text, one, signs, persons, known))
        ):
            yield one._replace(label="ORG", score=SURE, rule=BESIDE)
        else:
            yield one


def _is_persons(text: str, one: Candidate, persons: PersonSigns) -> bool:
    """Say whether an age or a title that no body has stands behind a name: `Molefe, the mine's general manager,`."""
    name = text[one.start : one.end]
    if one.score < SURE and not any(char.isdigit() for char in name) and persons.tell(text, one.start, one.end):
        return True
    is_word = " " not in name and name[1:] == name[1:].lower() and one.score < SURE
    return is_word and one.label == "ORG" and bool(persons.titles.behind_no_body.match(text, one.end))


def _words_of_persons(text: str, found: Iterable[Candidate]) -> frozenset[str]:
    """List the words of the full names of persons."""
    names = (text[one.start : one.end].split() for one in found if one.label == "PERSON")
    return frozenset(word for words in names if len(words) > 1 for word in words)


def _is_shown(text: str, one: Candidate, signs: BodySigns, persons: PersonSigns, known: Collection[str]) -> bool:
    """Say whether what a body does or has stands beside a name, and nothing shows a person or a place."""
    name = text[one.start : one.end]
    if one.label == "LOC":
        return " " in name and signs.show(text, one.start, one.end)
    titled = persons.title_before(text, one.start)
    if name.split()[0] in persons.given or titled or persons.tell(text, one.start, one.end):
        return False
    alone = " " not in name and name not in known
    if one.label != "PERSON" or not (alone or " " in name):
        return False
    return signs.show(text, one.start, one.end, alone=alone) or signs.show_no_person(text, one.start, one.end)


def named_beside(
    text: str, found: Sequence[Candidate], beside: Appositions, gaps: NameGaps, *, never_first: Collection[str]
) -> list[Candidate]:
    """Find organisations that a model doesn't see, by what the words beside call them."""
    return [
        Candidate(start, end, "ORG", "defined", "described")
        for start, end in beside.named(text)
        if text[start:end].split()[0] not in never_first and all(_is_part(text, start, end, one, gaps) for one in found)
    ]


def _is_part(text: str, start: int, end: int, one: Candidate, gaps: NameGaps) -> bool:
    """Say whether a candidate stands outside a stretch, or is a guess or a place inside it: `Friends of` Tema."""
    if one.end <= start or one.start >= end:
        return True
    if one.label == "LOC" and start < one.start and gaps.within_body.search(text, start, one.start):
        return True
    return one.score < DOUBTFUL and start <= one.start and one.end <= end


def _is_body(text: str, one: Candidate, beside: Appositions, gaps: NameGaps) -> bool:
    if one.label == "PERSON" and " " not in text[one.start : one.end] and beside.is_no_person(text, one.end):
        return True
    placed = one.label == "LOC" and gaps.place_or_body.search(text, max(0, one.start - 12), one.start)
    return not placed and beside.is_body(text, one.start, one.end)
