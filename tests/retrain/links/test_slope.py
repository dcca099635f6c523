"""The slope of what was decided, against the loss itself."""

from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.weighing import TAUGHT, Features
from pipeline.retrain.links.lesson import Lesson
from pipeline.retrain.links.slope import Read, scores_and_chances, slope_of_loss
from pipeline.retrain.links.teaching import teach

CHANCE = np.random.default_rng(7)
KINDS, WIDE, FACTS, RULES, EDGE, PARTS, WORDS = 2, 4, 3, 2, 4, 5, LONGEST + 2


def some(*shape):
    return CHANCE.normal(size=shape).astype(np.float32)


WEIGHTS = {
    "pair_out": some(KINDS, WIDE),
    "far": some(KINDS),
    "fact_out": some(KINDS, FACTS),
    "rules.weight": some(RULES, FACTS),
    "unanswered": some(KINDS, 3),
    "edge_out": some(2, EDGE),
    "length": some(LONGEST),
    "part.2.weight": some(6, PARTS),
    "part.2.bias": some(6),
}


def article():
    """Give two questions with three answers, of which the first has two pairs, and one value."""
    return SimpleNamespace(
        answers=SimpleNamespace(question=np.array([0, 0, 1]), kind=np.array([0, 0, 1])),
        pairs=SimpleNamespace(answer=np.array([0, 0, 1, 2]), kind=np.array([0, 0, 0, 1])),
        kinds=np.array([0, 1]),
        given=np.array([0, 1]),
        windows=SimpleNamespace(line=np.zeros((1, WORDS), int)),
    )


def read(**decided):
    known = Features(
        np.abs(some(4, WIDE)), some(4), some(3, FACTS), np.eye(3, RULES, dtype=np.float32), some(2), some(2, 2),
        np.abs(some(1, WORDS, 2, EDGE)), np.zeros((1, WORDS, 2), np.float32), some(1), np.abs(some(1, PARTS)),
    )  # fmt: skip
    _, before = scores_and_chances(WEIGHTS, article(), known)
    free = Lesson(np.ones(3), np.ones(2), np.ones((1, WORDS, LONGEST)), np.ones(1), np.ones((1, 3)), np.ones((1, 3)))
    return Read(article(), known, before, free._replace(**decided))


def loss(weights, one):
    """Give how unlikely it is that what was decided is said."""
    _, now = scores_and_chances(weights, one.asked, one.known)
    said, question = one.lesson, one.asked.answers.question
    answered = said.nobody * now.nobody + np.bincount(question, said.answers * now.answers, 2)
    measured = said.no_measure * now.no_measure + (said.spans * now.spans).sum(axis=(1, 2))
    parts = [(allowed * new).sum(axis=1) for allowed, new in ((said.role, now.role), (said.direction, now.direction))]
    return -sum(float(np.log(one.astype(float)).sum()) for one in (answered, measured, *parts))


SPANS = np.zeros((1, WORDS, LONGEST))
SPANS[0, 2, 1] = SPANS[0, 4, 0] = 1
DECIDED = (
    {"answers": np.array([1, 0, 1]), "nobody": np.array([0, 1])},
    {"answers": np.array([0, 0, 1]), "nobody": np.array([1, 1])},
    {"answers": np.array([1, 1, 0]), "nobody": np.array([1, 1])},
    {"spans": SPANS, "no_measure": np.zeros(1)},
    {"spans": SPANS * 0, "no_measure": np.ones(1)},
    {"role": np.array([[0, 1, 0]]), "direction": np.array([[1, 0, 0]])},
)


@pytest.mark.parametrize("decided", DECIDED)
def test_the_slope_is_that_of_the_loss(decided):
    one = read(**decided)
    for name, rows in slope_of_loss(WEIGHTS, one, replay=0.0).items():
        way = some(*rows.shape)
        ahead, back = ({**WEIGHTS, name: WEIGHTS[name] + step * way} for step in (0.01, -0.01))
        assert (loss(ahead, one) - loss(back, one)) / 0.02 == pytest.approx(float((rows * way).sum()), abs=2e-3), name


def test_what_was_decided_becomes_likely_and_the_rest_stays():
    one, other = read(**DECIDED[0]), read()._replace(lesson=None)
    changes = teach(WEIGHTS, [one, *[other] * 3])
    after = {**WEIGHTS, **{name: WEIGHTS[name] + rows for name, rows in changes.items()}}
    assert set(changes) == set(TAUGHT)
    assert scores_and_chances(after, one.asked, one.known)[1].answers[0] > one.before.answers[0]
    alone = teach(WEIGHTS, [one])
    forgetful = {**WEIGHTS, **{name: WEIGHTS[name] + rows for name, rows in alone.items()}}

    def moved(weights):
        return float(
            np.abs(scores_and_chances(weights, other.asked, other.known)[1].answers - other.before.answers).max()
        )

    assert moved(after) < moved(forgetful)


def test_nothing_that_was_decided_changes_nothing():
    assert all(not rows.any() for rows in teach(WEIGHTS, [read()._replace(lesson=None)]).values())
