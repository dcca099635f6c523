"""Names taken for persons that a title shows to be organisations: `Volta Care chair Ama Boateng`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.names.candidates import Candidate

_OWNS = re.compile(r"(?:['’]s?)? ")
_HOLDS = re.compile(r",? (?:[A-Z][a-z]{0,3}\. )?")
_OF_PERSONS = re.compile(
    r"\b(?:lawyers?|attorneys?|solicitor|spokes\w+|agent|manager|coach|advis[eo]rs?|aides?|assistant|secretary|"
    r"strategist|supporter|critic|ally|allies|partner|rival|fellow|student|author|doctor|surrogate|operative|donor|"
    r"chief of staff)$",
    re.IGNORECASE,
)
"""Roles that one has for a person, not only in a body."""


def title_owners(text: str, found: Sequence[Candidate]) -> frozenset[str]:
    """List the names of persons that own a title held by the person after it, and so name a body."""
    owners: set[str] = set()
    for one, role, other in zip(found, found[1:], found[2:], strict=False):
        if (one.label, role.label, other.label) != ("PERSON", "ROLE", "PERSON"):
            continue
        if _OF_PERSONS.search(text, role.start, role.end):
            continue
        if _OWNS.fullmatch(text, one.end, role.start) and _HOLDS.fullmatch(text, role.end, other.start):
            owners.add(text[one.start : one.end])
    return frozenset(owners - _with_titles(text, found))


def _with_titles(text: str, found: Sequence[Candidate]) -> set[str]:
    """List the persons who hold a title themselves elsewhere."""
    return {
        text[person.start : person.end]
        for role, person in pairwise(found)
        if (role.label, person.label) == ("ROLE", "PERSON") and _HOLDS.fullmatch(text, role.end, person.start)
    }
