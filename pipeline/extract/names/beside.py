"""Names of a model to what the words beside them call them: an organisation, or none of our names at all."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import BEYOND_DOUBT, GUESSED, SURE
from pipeline.values.organisations.appositions import Appositions

BESIDE = "beside"
"""Rule of what the words beside a name show."""

_IN_PLACE = re.compile(r"\b(?:of|for|in|from|at|near|to|across) (?:the )?$")
_OF = re.compile(r" (?:of|for) $")


def described(text: str, found: Iterable[Candidate], beside: Appositions) -> Iterator[Candidate]:
    """Give names the label that the words beside them show: `Sahara, an insurer in Tunis`, `its shipper, Sahara,`."""
    for one in found:
        if one.source != "model":
            yield one
        elif one.label == "ORG":
            spoken = beside.is_body(text, one.start, one.end) or beside.may_be_body(text, one.start, one.end)
            yield one._replace(score=max(one.score, SURE), rule=BESIDE) if spoken else one
        elif one.score < BEYOND_DOUBT.get(one.label, 0) and _is_body(text, one, beside):
            yield one._replace(label="ORG", score=SURE, rule=BESIDE)
        else:
            yield one


def named_beside(
    text: str, found: Sequence[Candidate], beside: Appositions, *, never_first: Collection[str]
) -> list[Candidate]:
    """Find organisations that a model doesn't see, by what the words beside call them."""
    return [
        Candidate(start, end, "ORG", "defined", "described")
        for start, end in beside.named(text)
        if text[start:end].split()[0] not in never_first and all(_is_part(text, start, end, one) for one in found)
    ]


def _is_part(text: str, start: int, end: int, one: Candidate) -> bool:
    """Say whether a candidate stands outside a stretch, or is a guess or a place inside it: `Friends of` Tema."""
    if one.end <= start or one.start >= end:
        return True
    if one.label == "LOC" and start < one.start and _OF.search(text, start, one.start):
        return True
    return one.score < GUESSED and start <= one.start and one.end <= end


def _is_body(text: str, one: Candidate, beside: Appositions) -> bool:
    if one.label == "PERSON" and " " not in text[one.start : one.end] and beside.is_no_person(text, one.end):
        return True
    placed = one.label == "LOC" and _IN_PLACE.search(text, max(0, one.start - 12), one.start)
    return not placed and beside.is_body(text, one.start, one.end)
