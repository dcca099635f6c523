"""Persons that a sighting may be to the one that it is, by a margin; else to doubts about the likeliest."""

from collections.abc import Mapping, Sequence

from pipeline.store.linking.evidence import DOUBTFUL, SURE, WEIGHTS, Profile, confidence

Pair = tuple[Profile, Profile, list[str], float]
"""Two profiles, the evidence about their being one person, and how sure it is."""

MARGIN, FAR_MORE = 1.0, 5
"""By how much the best of several must lead; or in how many times more articles it must be named than the next."""

MOST_DOUBTS = 3
"""Persons that a sighting is said to be in doubt about, the likeliest; else a name of thousands doubts millions of
pairs."""


def choose(
    profile: Profile,
    persons: Sequence[Profile],
    points: Mapping[int, tuple[float, list[str]]],
    doubts: list[Pair],
) -> tuple[Profile, list[str]] | None:
    """Choose the person that most speaks for, by a margin, and say what does; note who might be the one as well."""
    order = sorted(persons, key=lambda p: (-points[id(p)][0], -p.articles, p.places[0]))
    if not order:
        return None
    first = points[id(order[0])][0]
    second = points[id(order[1])][0] if len(order) > 1 else float("-inf")
    if first >= SURE and (first - second >= MARGIN or order[0].articles >= FAR_MORE * order[1].articles):
        said = [piece for piece in points[id(order[0])][1] if WEIGHTS[piece] > 0]
        return order[0], said
    rivals = [person for person in order if points[id(person)][0] >= DOUBTFUL]
    for person in rivals[:MOST_DOUBTS]:
        doubts.append((person, profile, points[id(person)][1], confidence(points[id(person)][0]) / len(rivals)))
    return None
