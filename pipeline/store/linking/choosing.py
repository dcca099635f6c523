"""Persons that a sighting may be to the one that it is, by a margin; else to doubts about the likeliest."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.store.linking.evidence import DOUBTFUL, SURE, WEIGHTS, Profile, confidence

Pair = tuple[Profile, Profile, list[str], float]
"""Two profiles, the evidence about their being one person, and how sure it is."""

MARGIN, FAR_MORE = 1.0, 5
"""By how much the best of several must lead; or in how many times more articles it must be named than the next."""

MOST_DOUBTS = 3
"""Persons that a sighting is said to be in doubt about, the likeliest; else a name of thousands doubts millions of
pairs."""


class ChosenPerson(NamedTuple):
    """The person that a sighting is, and what speaks for it; or, where that is None, who might be the one."""

    who: Profile | None
    why: Sequence[str] = ()
    doubts: Sequence[Pair] = ()


def choose(profile: Profile, persons: Sequence[Profile], points: Mapping[int, tuple[float, list[str]]]) -> ChosenPerson:
    """Choose the person that most speaks for, by a margin."""
    order = sorted(persons, key=lambda p: (-points[id(p)][0], -p.articles, p.places[0]))
    if not order:
        return ChosenPerson(None)
    first = points[id(order[0])][0]
    second = points[id(order[1])][0] if len(order) > 1 else float("-inf")
    if first >= SURE and (first - second >= MARGIN or order[0].articles >= FAR_MORE * order[1].articles):
        said = [piece for piece in points[id(order[0])][1] if WEIGHTS[piece] > 0]
        return ChosenPerson(order[0], said)
    rivals = [person for person in order if points[id(person)][0] >= DOUBTFUL]
    told = ((person, *points[id(person)]) for person in rivals[:MOST_DOUBTS])
    return ChosenPerson(None, doubts=[(p, profile, found, confidence(score) / len(rivals)) for p, score, found in told])
