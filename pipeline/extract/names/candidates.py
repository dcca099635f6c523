"""Who wins where finds of rules and of the model meet: the one place that decides it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from pipeline.extract.names.confidence import SURE


class Candidate(NamedTuple):
    """A stretch of an article that some source takes for a name or a role.

    Among the passes of names and titles, `source` is one of SOURCES. To the rules of users, where each mention is one,
    it is the mention's `found_by`, and `rule` the rule of theirs that made it what it is.
    """

    start: int
    end: int
    label: str
    source: str = ""
    rule: str = ""
    score: float = 1.0


NEWSWIRE = "newswire"
"""Rule of names of newswires."""

LONGEST = 250
"""Letters that a name has at most: what is longer is a list in capitals, or somebody's attempt to keep us busy."""

SOURCES = ("value", "known", "defined", "model", "legal", "office", "head", "role", "repeat")
"""Sources of candidates, the strongest first.

`value`: amounts, percentages and dates; `known`: names from a list (newswires); `defined`: a short form in brackets
after a name; `model`; `legal`: words up to a legal suffix (`Volta Foods Ltd`); `office` and `head`: organisation
openers (`Ministry of`) and head nouns; `role`: titles beside a name; `repeat`: a name found elsewhere in the article.
"""

FORMS = ("office", "head")
"""Sources that go by the form of a name alone."""

WHOLE = (*FORMS, "legal")
"""Sources that see whole names, more fully than the model may."""

_RANK = {source: rank for rank, source in enumerate(SOURCES)}


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the candidates that win: the stronger source first, then the longer, then the earlier; none may overlap.

    A weaker source wins against the model alone where it holds all of the model's stretch and has the same label:
    then it saw the same name more fully.
    """
    pool = _absorb(list(candidates))
    pool.sort(key=lambda one: (_RANK[one.source], one.start - one.end, one.start))
    taken: list[Candidate] = []
    for candidate in pool:
        at = bisect_left(taken, candidate)
        before_ends = at == 0 or taken[at - 1].end <= candidate.start
        if before_ends and (at == len(taken) or candidate.end <= taken[at].start):
            taken.insert(at, candidate)
    return taken


def _absorb(pool: list[Candidate]) -> list[Candidate]:
    """Drop what the model is not sure of where it stands inside a longer organisation that a rule saw whole.

    An organisation by its form that meets a person or a role of the model is none: `Professor Tan of Tema University`.
    """
    named = sorted(one for one in pool if one.source == "model" and one.label in ("PERSON", "ROLE"))
    pool = [one for one in pool if one.source not in FORMS or not _meets(one, named)]
    starts: list[int] = []
    ends: list[int] = []
    for one in sorted(one for one in pool if one.source in WHOLE):
        starts.append(one.start)
        ends.append(max(one.end, ends[-1] if ends else 0))
    return [one for one in pool if one.source != "model" or one.score > SURE or not _inside(one, starts, ends)]


def _meets(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Say whether a candidate overlaps one of others that are sorted and don't overlap each other."""
    at = bisect_right(others, one.start, key=attrgetter("end"))
    return at < len(others) and others[at].start < one.end


def _inside(one: Candidate, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Say whether a longer stretch holds a candidate; `ends` are the furthest ends of what begins up to each start."""
    at, before = bisect_right(starts, one.start), bisect_left(starts, one.start)
    return (at > 0 and ends[at - 1] > one.end) or (before > 0 and ends[before - 1] >= one.end)


def settle_roles(found: Iterable[Candidate], roles: Iterable[Candidate]) -> list[Candidate]:
    """Put roles found by rules beside what is there: they win against the model's roles, and against a place that
    they hold whole; every other name and value stays."""
    kept = sorted(found)
    for role in sorted(dict.fromkeys(roles), key=lambda one: (one.start - one.end, one.start)):
        first = bisect_right(kept, role.start, key=attrgetter("end"))
        after = bisect_left(kept, role.end, key=attrgetter("start"))
        if all(_gives_way(one, role) for one in kept[first:after]):
            kept[first:after] = [role]
    return kept


def _gives_way(one: Candidate, role: Candidate) -> bool:
    if one.label == "LOC":
        return role.start <= one.start and one.end <= role.end
    return one.source == "model" and one.label == "ROLE"
