"""What a links model weighed for each answer, one kind of evidence at a time: how its odds fall without it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.extract.links.asked import Asked
from pipeline.extract.links.features import columns_of_block
from pipeline.extract.links.model import LinksModel
from pipeline.extract.links.questions import KINDS
from pipeline.extract.links.weighing import Scores, Weights
from pipeline.extract.links.words import Floats

_CERTAIN = 1e-6
LEAST = 0.2
"""Log odds from which evidence is told."""
_TOLD = columns_of_block("told")


class KindOfEvidence(NamedTuple):
    """One kind of evidence: what it is, and the tables of the network and columns of `Answers.facts` that have it."""

    what: str
    tables: tuple[str, ...] = ()
    facts: range = range(0)
    rules: bool = False


KNOWN = (
    KindOfEvidence("what the patterns say of it", facts=_TOLD[:2], rules=True),
    KindOfEvidence("what the patterns say of the questions beside it", facts=_TOLD[2:]),
    KindOfEvidence("how far away it stands", ("distance",)),
    KindOfEvidence("in which sentence and line", ("sentence", "line")),
    KindOfEvidence("the names between", ("between",)),
    KindOfEvidence("the words between", ("glue",)),
    KindOfEvidence("its place among the names of its sentence", ("order",)),
    KindOfEvidence("the part of the article", ("zone",)),
    KindOfEvidence("how often and where the article names it", facts=columns_of_block("known")),
    KindOfEvidence("the words that the title or name shares with it", facts=columns_of_block("akin")),
    KindOfEvidence("the body of the speaker", facts=columns_of_block("spoken")),
    KindOfEvidence("the noun beside it", ("noun",), facts=columns_of_block("meant")),
    KindOfEvidence("what it answers elsewhere in the article", facts=columns_of_block("among")),
)
"""All that is known of an answer but the words themselves, in the order of `features`."""


class Weight(NamedTuple):
    """How much one kind of evidence speaks for an answer; against it where it is below zero."""

    what: str
    odds: float


def what_speaks(model: LinksModel, asked: Asked, scores: Scores) -> list[list[Weight]]:
    """Give what speaks for and against each row of `Answers`, what counts most first."""
    base, found = _odds(scores), [list[Weight]() for _ in asked.answers.question]
    for one in KNOWN:
        changes = dict(_levelled(model.network.weights, one.tables))
        less = _odds(model.changed(changes).scores(_without(asked, one)))
        for weights, odds in zip(found, (base - less).tolist(), strict=True):
            weights.append(Weight(one.what, odds))
    return [sorted(weights, key=lambda one: -abs(one.odds)) for weights in found]


def evidence_in_words(weights: Sequence[Weight], most: int = 3) -> str:
    """Say what speaks for an answer, and what against it."""
    counted = [one for one in weights if abs(one.odds) >= LEAST]
    sides = (
        ("for it speak", [one for one in counted if one.odds > 0]),
        ("against it", [one for one in counted if one.odds < 0]),
    )
    said = [
        f"{side} {', '.join(f'{one.what} {one.odds:+.1f}' for one in there[:most])}" for side, there in sides if there
    ]
    return "; ".join(said) or "only the words themselves speak for it or against it"


def _odds(scores: Scores) -> Floats:
    chances = np.clip(scores.answers, _CERTAIN, 1 - _CERTAIN)
    return np.asarray(np.log(chances / (1 - chances)))


def _without(asked: Asked, one: KindOfEvidence) -> Asked:
    """Give what is asked without one kind of evidence: what patterns say is not said, other facts are those of all."""
    facts = asked.answers.facts.copy()
    if one.facts and len(facts):
        at = list(one.facts)
        facts[:, at] = 0 if at[0] in _TOLD else facts[:, at].mean(axis=0)
    rules = [] if one.rules else asked.answers.rules
    return asked._replace(answers=asked.answers._replace(facts=facts, rules=rules))


def _levelled(weights: Weights, names: Sequence[str]) -> Iterator[tuple[str, Floats]]:
    """Give what makes all classes of some tables the same, kind by kind of question where a table has them."""
    for name in (f"pairs.{name}.weight" for name in names):
        rows = weights[name]
        groups = len(KINDS) if len(rows) % len(KINDS) == 0 else 1
        parts = rows.reshape(groups, -1, rows.shape[1])
        yield name, (parts.mean(axis=1, keepdims=True) - parts).reshape(rows.shape)
