"""Names of a model to the organisations that they show to be: governments of places, units, words of bodies."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.precedence import Candidate
from pipeline.values.names import is_acronym

_OWNED = re.compile(r"['’]s (?=[A-Z])")
_OF_PLACE = re.compile(r"\b[Gg]overnment of (?:the )?$")
_GOVERNMENT = re.compile(r" [Gg]overnment\b")


def governed(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Make organisations of places whose government is meant: `US government`, `Government of Ghana`."""
    for one in found:
        if one.label == "LOC":
            before = _OF_PLACE.search(text, max(0, one.start - 20), one.start)
            after = _GOVERNMENT.match(text, one.end)
            if before:
                one = one._replace(start=before.start(), label="ORG", score=1.0)
            elif after:
                one = one._replace(end=after.end(), label="ORG", score=1.0)
        yield one


def of_form(text: str, found: Iterable[Candidate], body: re.Pattern[str]) -> Iterator[Candidate]:
    """Make organisations of persons and places that have a word in their names which only organisations have."""
    for one in found:
        other = one.source == "model" and one.label in ("PERSON", "LOC")
        yield one._replace(label="ORG") if other and body.search(text, one.start, one.end) else one


def parted(text: str, found: Sequence[Candidate], sure_form: re.Pattern[str]) -> Iterator[Candidate]:
    """Part `HUD's Office of Inspector General` into the owner and the unit, where the owner is a body of its own."""
    bodies = {text[one.start : one.end] for one in found if one.label == "ORG"}
    for one in found:
        owned = _OWNED.search(text, one.start, one.end) if one.label == "ORG" else None
        if owned and " " in text[owned.end() : one.end]:
            owner = text[one.start : owned.start()]
            if owner in bodies or is_acronym(owner) or sure_form.search(owner):
                yield one._replace(end=owned.start())
                one = one._replace(start=owned.end())
        yield one
