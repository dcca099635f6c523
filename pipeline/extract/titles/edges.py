"""Roles of a model to the edges that our words of titles give them, and what a role shows of the names beside it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.names.candidates import Candidate
from pipeline.records import Mention
from pipeline.values.titles.beside import BesideTitles
from pipeline.values.titles.titles import Titles

_OWNS = re.compile(r"(?:['’]s?)? ")
_HOLDS = re.compile(r",? (?:[A-Z][a-z]{0,3}\. )?")


def edged(titles: Titles, text: str, mentions: Sequence[Mention]) -> Iterator[Candidate]:
    """List the roles whose edges are others than the model's; no role goes into a name beside it."""
    places = {m.start_char: m.end_char for m in mentions if m.label == "LOC"}
    for at, mention in enumerate(mentions):
        if mention.label != "ROLE":
            continue
        floor = mentions[at - 1].end_char if at else 0
        after = (m.start_char for m in mentions[at + 1 : at + 9] if m.label != "LOC")
        title = mention.start_char, mention.end_char
        place = titles.edges(text, title, floor=floor, ceiling=next(after, len(text)), places=places)
        if place != title:
            yield Candidate(*place, "ROLE", "role", "edges")


def title_owners(beside: BesideTitles, text: str, found: Sequence[Candidate]) -> frozenset[str]:
    """List the names of persons that own a title held by the person after it, and so name a body.

    `Volta Care chair Ama Boateng`.
    """
    owners: set[str] = set()
    for one, role, other in zip(found, found[1:], found[2:], strict=False):
        if (one.label, role.label, other.label) != ("PERSON", "ROLE", "PERSON"):
            continue
        if beside.of_persons.search(text, role.start, role.end):
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
