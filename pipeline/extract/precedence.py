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


SOURCES = ("value", "known", "defined", "legal", "model", "office", "head", "role", "repeat")
"""Sources of candidates, the strongest first.

`value`: amounts, percentages and dates; `known`: names from a list (newswires); `defined`: a short form in brackets
after a name; `legal`: words up to a legal suffix (`Volta Foods Ltd`); `model`; `office` and `head`: organisation
openers (`Ministry of`) and head nouns; `role`: titles beside a name; `repeat`: a name found elsewhere in the article.
"""

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
    """Drop the model's candidates that stand inside a longer find of the same label by a rule on whole names."""
    whole = [one for one in pool if one.source in ("office", "head", "legal")]
    return [
        one
        for one in pool
        if one.source != "model"
        or not any(
            w.label == one.label and w.start <= one.start and one.end <= w.end and w.end - w.start > one.end - one.start
            for w in whole
        )
    ]


def settle_roles(found: Iterable[Candidate], roles: Iterable[Candidate]) -> list[Candidate]:
    """Put roles found by rules beside what is there: they win against the model's roles, and against a place that
    they hold whole; every other name and value stays."""
    kept = list(found)
    for role in sorted(set(roles), key=lambda one: (one.start - one.end, one.start)):
        over = [one for one in kept if one.start < role.end and role.start < one.end]
        if all(
            one.source == "model"
            and one.label == "ROLE"
            or one.label == "LOC"
            and role.start <= one.start
            and one.end <= role.end
            for one in over
        ):
            kept = [one for one in kept if one not in over] + [role]
    return sorted(kept)
