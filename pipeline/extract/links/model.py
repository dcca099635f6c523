"""A folder of a links model to answers with how sure each is, and what each kind of answer must be surer than."""

import json
import math
from copy import copy
from pathlib import Path
from typing import NamedTuple

import numpy as np

from pipeline.extract.links.asked import Answers, Asked
from pipeline.extract.links.network import Network
from pipeline.extract.links.weighing import Scores, Weights
from pipeline.extract.links.words import Floats
from pipeline.threads import in_one_thread

FOLDER = "links"
"""Where a model's folder has its links model."""
WEIGHTS, SETTINGS = "weights.npz", "settings.json"
CELLS = ("title", "organisation", "speaker", "measure", "role", "direction", "owner")
"""What is filled in from answers, each with a worth and a threshold of its own."""


AGREES = (1, 0, -1)
"""What the patterns say of an answer: the same, nothing, another."""


class Worth(NamedTuple):
    """How likely an answer of a score is right, as found on articles that were held out: a line of the log odds."""

    base: float
    slope: float
    same: float
    nothing: float
    other: float

    def __call__(self, score: float, agrees: int) -> float:
        odds = self.base + self.slope * log_odds(score) + self[2 + AGREES.index(agrees)]
        return 1 / (1 + math.exp(-odds))


def log_odds(chance: float) -> float:
    """Give the log of a chance's odds; never of certainty."""
    chance = min(max(chance, 0.001), 0.999)
    return math.log(chance / (1 - chance))


class LinksModel:
    """Scores of a links model, and what they are worth."""

    def __init__(self, folder: Path) -> None:
        with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
            self.network = Network({name: stored[name].astype(np.float32) for name in stored.files})
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.rules = {rule: at for at, rule in enumerate(settings["rules"])}
        self.worth = {cell: Worth(*weights) for cell, weights in settings["worth"].items()}
        self.least: dict[str, list[float]] = settings["least"]

    def scores(self, asked: Asked) -> Scores:
        """Score all that is asked of an article."""
        with in_one_thread():
            return self.network.scores(asked, self.rows(asked.answers))

    def changed(self, changes: Weights) -> "LinksModel":
        """Give the model with other last layers."""
        other, weights = copy(self), self.network.weights
        other.network = copy(self.network)
        other.network.weights = {**weights, **{name: weights[name] + rows for name, rows in changes.items()}}
        return other

    def likely(self, cell: str, score: float, agrees: int) -> float:
        """Give how likely an answer of a score is right; `agrees` is what the patterns say of it."""
        return self.worth[cell](score, agrees) if cell in self.worth else score

    def least_of(self, cell: str, agrees: int) -> float:
        """Give how likely right an answer must be to be told."""
        return self.least[cell][AGREES.index(agrees)] if cell in self.least else 0.0

    def rows(self, answers: Answers) -> Floats:
        """Give how often each rule gives each answer: (answers, rules), the first column for rules that are new."""
        rows = np.zeros((len(answers.kind), len(self.rules)), np.float32)
        for row, rule in answers.rules:
            rows[row, self.rules.get(rule, 0)] += 1
        return rows
