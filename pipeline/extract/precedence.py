"""Who wins where finds of rules and of the model meet: the one place that decides it."""

from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A stretch of an article that some source takes for a name or a role."""

    start: int
    end: int
    label: str
    source: str
    rule: str = ""
    score: float = 1.0


SOURCES = ("value", "known", "defined", "legal", "model", "office", "head", "role", "repeat")
"""Sources of candidates, the strongest first.

`value`: amounts, percentages and dates; `known`: names from a list (newswires); `defined`: a short form in brackets
after a name; `legal`: words up to a legal suffix (`Volta Foods Ltd`); `model`; `office` and `head`: organisation
openers (`Ministry of`) and head nouns; `role`: titles beside a name; `repeat`: a name found elsewhere in the article.
"""

SURE = 0.9
"""A model that is surer than this of where a name ends is believed against a longer form."""

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
        if not any(other.start < candidate.end and candidate.start < other.end for other in taken):
            taken.append(candidate)
    return sorted(taken)


def _absorb(pool: list[Candidate]) -> list[Candidate]:
    """Drop what the model is not sure of where it stands inside a longer organisation that a rule saw whole."""
    others = [one for one in pool if one.source == "model" and one.label in ("PERSON", "ROLE")]
    whole = [
        one for one in pool if one.source in ("office", "head") and not any(_overlap(one, other) for other in others)
    ]
    return [one for one in pool if one.source != "model" or one.score > SURE or not any(_holds(w, one) for w in whole)]


def _holds(whole: Candidate, part: Candidate) -> bool:
    longer = whole.end - whole.start > part.end - part.start
    return longer and whole.start <= part.start and part.end <= whole.end


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def settle_roles(found: Iterable[Candidate], roles: Iterable[Candidate]) -> list[Candidate]:
    """Put roles found by rules beside what is there: they win against the model's roles, and against a place that
    they hold whole; every other name and value stays."""
    kept = list(found)
    for role in sorted(dict.fromkeys(roles), key=lambda one: (one.start - one.end, one.start)):
        over = [one for one in kept if one.start < role.end and role.start < one.end]
        if all(
            (one.source == "model" and one.label == "ROLE")
            or (one.label == "LOC" and role.start <= one.start and one.end <= role.end)
            for one in over
        ):
            kept = [one for one in kept if one not in over] + [role]
    return sorted(kept)
