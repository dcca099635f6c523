"""Scores of answers on held-out articles, right or wrong, to how likely a score is right, and what is sure enough."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.extract.links.model import AGREES, Worth, log_odds

USUAL = 0.93
PRECISION = {"title": 0.9, "organisation": 0.89, "measure": 0.75, "owner": 0.9}
"""Share of filled cells that are right, which thresholds are chosen for; the model's card says what 95% would cost."""
UNSAID = 0.8
GUESSES = ("title", "organisation", "speaker")
"""The same of cells of which the patterns say nothing, where these are few, and guesses."""
OVERRULES = {"organisation": 0.6, "speaker": 0.6, "measure": 0.0, "owner": 0.0}
"""How likely an answer must be at least that overrules another of the patterns; of what is not named here, 0.8."""
PRIOR, STEPS = 1.0, 60
"""How much evidence it takes to believe that a score isn't worth what it says, and steps of the search."""


class Judged(NamedTuple):
    """A cell that would be filled in: its score, whether the patterns say the same, and whether it is right."""

    score: float
    agrees: int
    right: bool


def worth(judged: Sequence[Judged]) -> Worth:
    """Fit how likely cells are right by their scores and by what the patterns say: a line of the log odds."""
    weights = np.array([0.0, 1.0, *(0.0 for _ in AGREES)])
    start = weights.copy()
    rows = np.array([[1.0, log_odds(one.score), *(one.agrees == state for state in AGREES)] for one in judged])
    right = np.array([one.right for one in judged], dtype=float)
    for _ in range(STEPS if len(judged) else 0):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - PRIOR * (weights - start)
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + PRIOR * np.eye(len(weights))
        weights = weights + np.clip(np.linalg.solve(bend, slope), -0.3, 0.3)  # far steps may overshoot
    return Worth(*(round(float(weight), 4) for weight in weights))


def least(judged: Sequence[Judged], fitted: Worth, *, precision: float) -> float:
    """Give how likely right a cell must be, that as many as asked for are right of all that are as likely or more.

    0 where that is so of all, more than 1 where it is of none.
    """
    ordered = sorted(((fitted(one.score, one.agrees), one.right) for one in judged), reverse=True)
    likely = np.array([chance for chance, _ in ordered])
    share = np.cumsum([right for _, right in ordered]) / np.arange(1, len(ordered) + 1)
    whole = np.diff(likely, append=-1.0) < 0  # of those that are as likely as each other, all are filled in or none
    good = np.nonzero((share >= precision) & whole)[0]
    if len(good) and good[-1] == len(ordered) - 1:
        return 0.0
    return math.floor(likely[good[-1]] * 1e4) / 1e4 if len(good) else 1.01


def thresholds(cell: str, rows: Sequence[Judged], fitted: Worth) -> list[float]:
    """Choose how likely right cells must be of which the patterns say the same, nothing, or another answer.

    Each is chosen on its own: what the patterns say too is not left out for what they don't say.
    """
    wanted = PRECISION.get(cell, USUAL)
    same, nothing = (
        least([one for one in rows if one.agrees == state], fitted, precision=precision)
        for state, precision in ((1, wanted), (0, UNSAID if cell in GUESSES else wanted))
    )
    return [same, nothing, max(same, OVERRULES.get(cell, 0.8))]
