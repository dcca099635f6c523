"""Spans found against spans annotated: exact precision, recall and F1 by label."""

from collections import Counter
from collections.abc import Iterable

Spans = Iterable[tuple[int, int, str]]
Scores = dict[str, dict[str, float]]


def scores(pairs: Iterable[tuple[Spans, Spans]], labels: Iterable[str]) -> Scores:
    """Score (annotated, found) spans of articles: `p`, `r`, `f` in per cent and `n`, the number annotated, by label."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for gold, guess in pairs:
        gold, guess = set(gold), set(guess)
        for counts, spans in ((right, gold & guess), (found, guess), (wanted, gold)):
            counts.update(label for _, _, label in spans)
    return {label: _score(right[label], found[label], wanted[label]) for label in labels}


def mean_f(by_label: Scores) -> float:
    """Give the mean F1 of the labels that occur, each weighed by how often."""
    total = sum(score["n"] for score in by_label.values())
    return sum(score["f"] * score["n"] for score in by_label.values()) / total if total else 0.0


def lost(before: Scores, after: Scores) -> float:
    """Give how much F1 was lost, over the labels that lost any, each weighed by how often it occurs."""
    total = sum(score["n"] for score in before.values()) or 1
    return sum(max(0.0, score["f"] - after[label]["f"]) * score["n"] for label, score in before.items()) / total


def _score(right: int, found: int, wanted: int) -> dict[str, float]:
    p, r = (100 * right / of if of else 0.0 for of in (found, wanted))
    return {"p": round(p, 1), "r": round(r, 1), "f": round(2 * p * r / (p + r), 1) if p + r else 0.0, "n": wanted}
