"""How far a links model's chances are from those wanted, to how the last layers would have to change."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.links.asked import Asked
from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.weighing import (
    Features,
    Logits,
    Weights,
    chances_of_answers,
    chances_of_spans,
    logits,
    softmax,
)
from pipeline.extract.links.words import Floats
from pipeline.retrain.links.lesson import Lesson, PerAnswer

Bools = NDArray[np.bool_]
LITTLE = 1e-6


class Read(NamedTuple):
    """An article as the last layers weigh it, with what they made of it before, and what was decided about it."""

    asked: Asked
    known: Features
    before: PerAnswer
    """How likely each answer was before anything was taught."""
    lesson: Lesson | None


def scores_and_chances(weights: Weights, asked: Asked, known: Features) -> tuple[Logits, PerAnswer]:
    """Give scores and how likely each answer is."""
    found = logits(weights, asked, known)
    parts = softmax(found.part[:, :3]), softmax(found.part[:, 3:])
    return found, PerAnswer(*chances_of_answers(asked, found), *chances_of_spans(found), *parts)


def slope_of_loss(weights: Weights, one: Read, *, replay: float) -> Weights:
    """Give the slope of the loss by each taught weight.

    What was decided is to be likely; what was not is to be as likely as before, to a share of that (`replay`).
    """
    found, now = scores_and_chances(weights, one.asked, one.known)
    away = _away(one, now, replay)
    question, pairs, kind = one.asked.answers.question, one.asked.pairs, one.asked.answers.kind
    answers, spans, part = away.answers, away.spans, np.concatenate([away.role, away.direction], axis=1)
    share = np.exp(found.pairs - found.near[pairs.answer]) * answers[pairs.answer]
    far = answers * np.exp(weights["far"][kind] - found.near)
    hit = answers[:, None] * weights["fact_out"][kind] * (found.facts > 0)
    first, last = _ends(spans)
    return (
        {
            "pair_out": _summed(weights["pair_out"], pairs.kind, share[:, None] * one.known.pairs),
            "far": _summed(weights["far"], kind, far),
            "fact_out": _summed(weights["fact_out"], kind, answers[:, None] * found.facts),
            "rules.weight": one.known.rules.T @ hit,
            "unanswered": _summed(weights["unanswered"], (one.asked.kinds, one.asked.given), away.nobody),
            "edge_out": np.einsum("vwe,vwep->ep", np.stack([first, last], axis=2), one.known.edges),
            "length": spans.sum(axis=(0, 1)),
            "part.2.weight": part.T @ one.known.parts,
            "part.2.bias": part.sum(axis=0),
        }
        if len(question)
        else {}
    )


def _away(one: Read, now: PerAnswer, replay: float) -> PerAnswer:
    """Give how far chances are from those wanted."""
    if one.lesson is None:
        return PerAnswer(*(replay * (new - old) for new, old in zip(now, one.before, strict=True)))
    question, said, old = one.asked.answers.question, one.lesson, one.before
    right, none = said.answers * now.answers, said.nobody * now.nobody
    total = np.maximum(none + np.bincount(question, right, len(none)), LITTLE)
    asks, measured, played, turned = said.decided(question)
    spans, empty = said.spans * now.spans, said.no_measure * now.no_measure
    all_spans = np.maximum(spans.sum(axis=(1, 2)) + empty, LITTLE)

    def away(decided: Bools, new: Floats, wanted: Floats, before: Floats) -> Floats:
        decided = decided.reshape(-1, *(1,) * (new.ndim - 1))
        return np.where(decided, new - wanted, replay * (new - before)).astype(np.float32)

    def of_class(decided: Bools, allowed: Floats, new: Floats, before: Floats) -> Floats:
        wanted = allowed * new / np.maximum((allowed * new).sum(axis=1, keepdims=True), LITTLE)
        return away(decided, new, wanted, before)

    return PerAnswer(
        away(asks[question], now.answers, right / total[question], old.answers),
        away(asks, now.nobody, none / total, old.nobody),
        away(measured, now.spans, spans / all_spans[:, None, None], old.spans),
        away(measured, now.no_measure, empty / all_spans, old.no_measure),
        of_class(played, said.role, now.role, old.role),
        of_class(turned, said.direction, now.direction, old.direction),
    )


def _ends(spans: Floats) -> tuple[Floats, Floats]:
    """Sum stretches by their first and by their last word."""
    last = np.zeros(spans.shape[:2], np.float32)
    for step in range(LONGEST if spans.size else 0):
        last[:, step:] += spans[:, : spans.shape[1] - step, step]
    return spans.sum(axis=2), last


def _summed(like: Floats, at: object, rows: Floats) -> Floats:
    total = np.zeros_like(like)
    np.add.at(total, at, rows)  # type: ignore[arg-type]
    return total
