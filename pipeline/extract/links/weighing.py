"""What speaks for each answer to how likely it is: the last layers of a links model, which corrections teach."""

from typing import NamedTuple

import numpy as np

from pipeline.extract.links.asked import Asked
from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.words import Floats, Ints

Weights = dict[str, Floats]
NEVER = np.float32(-1e4)
TAUGHT = (
    "pair_out",
    "far",
    "fact_out",
    "rules.weight",
    "unanswered",
    "edge_out",
    "length",
    "part.2.weight",
    "part.2.bias",
)
"""Weights that corrections change: of the last layers, and of each rule."""


class Features(NamedTuple):
    """What the last layers weigh: all that is known of an article's answers, without how much each counts."""

    pairs: Floats
    product: Floats
    """What a question and a mention are to each other, by pair."""
    facts: Floats
    rules: Floats
    nobody: Floats
    former: Floats
    edges: Floats
    edge_scores: Floats
    no_measure: Floats
    parts: Floats


class Scores(NamedTuple):
    """How likely each answer is."""

    answers: Floats
    """Of each row of `Answers`."""
    nobody: Floats
    """That a question has no answer."""
    former: Floats
    """That a title is a past one, by question."""
    spans: Floats
    """Of each measure: by value, first word of the window, and words."""
    no_measure: Floats
    role: Floats
    direction: Floats


class Logits(NamedTuple):
    """Scores before they are chances; `near` is what pairs say of each answer, by which each pair's share is known."""

    pairs: Floats
    near: Floats
    facts: Floats
    answers: Floats
    nobody: Floats
    spans: Floats
    no_measure: Floats
    part: Floats


def logits(weights: Weights, asked: Asked, known: Features) -> Logits:
    """Weigh what is known of an article's answers."""
    answers = asked.answers
    score = np.einsum("pw,pw->p", known.pairs, weights["pair_out"][asked.pairs.kind]) + known.product
    near = logsumexp_by(score, asked.pairs.answer, weights["far"][answers.kind])
    facts = np.maximum(known.facts + known.rules @ weights["rules.weight"], 0)
    told = np.einsum("aw,aw->a", facts, weights["fact_out"][answers.kind])
    nobody = known.nobody + weights["unanswered"][asked.kinds, asked.given]
    edges = np.einsum("vwep,ep->vwe", known.edges, weights["edge_out"]) + known.edge_scores
    spans = spans_of(edges, asked.windows.line) + weights["length"]
    part = known.parts @ weights["part.2.weight"].T + weights["part.2.bias"]
    return Logits(score, near, facts, near + told, nobody, spans, known.no_measure, part)


def weigh(weights: Weights, asked: Asked, known: Features) -> Scores:
    """Give how likely each answer is."""
    found = logits(weights, asked, known)
    likely, none = chances_of_answers(asked, found)
    spans, no_measure = chances_of_spans(found)
    return Scores(
        likely,
        none,
        softmax(known.former)[:, 1],
        spans,
        no_measure,
        softmax(found.part[:, :3]),
        softmax(found.part[:, 3:]),
    )


def chances_of_answers(asked: Asked, found: Logits) -> tuple[Floats, Floats]:
    """Give how likely each answer is, 0 to 1, and for each question that there is none; those of one add up to 1."""
    question, top = asked.answers.question, found.nobody.copy()
    np.maximum.at(top, question, found.answers)
    likely, none = np.exp(found.answers - top[question]), np.exp(found.nobody - top)
    total = none + np.bincount(question, likely, len(none)).astype(np.float32)
    return likely / total[question], none / total


def chances_of_spans(found: Logits) -> tuple[Floats, Floats]:
    """Give how likely each stretch is what a value measures, and that it measures nothing; those of one add up to 1.

    Stretches are (values, first word, words that follow it), as of `spans_of`; the other has one number a value.
    """
    top = np.maximum(found.no_measure, found.spans.max(axis=(1, 2)))
    spans, none = np.exp(found.spans - top[:, None, None]), np.exp(found.no_measure - top)
    total = none + spans.sum(axis=(1, 2))
    return spans / total[:, None, None], none / total


def spans_of(score: Floats, line: Ints) -> Floats:
    """Give the scores of stretches from those of first and last words; none goes over the end of a line.

    `score` is (values, words of a window, first or last), `line` (values, words); out come (values, words, LONGEST).
    """
    count, wide, _ = score.shape
    spans = np.full((count, wide, LONGEST), NEVER, np.float32)
    for step in range(LONGEST):
        stop = wide - step
        same = line[:, step:] == line[:, :stop]
        spans[:, :stop, step] = np.where(same, score[:, :stop, 0] + score[:, step:, 1], NEVER)
    return spans


def logsumexp_by(score: Floats, group: Ints, base: Floats) -> Floats:
    """Give the log of the sum of the exponentials of scores by group, with one for the group itself: one a group."""
    top = base.copy()
    np.maximum.at(top, group, score)
    total = np.exp(base - top) + np.bincount(group, np.exp(score - top[group]), len(base))
    return np.asarray(top + np.log(total), dtype=np.float32)


def softmax(rows: Floats) -> Floats:
    """Give chances that add up to one a row."""
    likely = np.exp(rows - rows.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))
