"""Scores to answers: who is meant, how likely, and which others were weighed."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from pipeline.extract.links.asked import BEFORE, DIRECTIONS, ROLES, Asked
from pipeline.extract.links.questions import Question
from pipeline.extract.links.spans import best_span, without
from pipeline.extract.links.weighing import Scores


class Answer(NamedTuple):
    """The answer to a question, with the chances of everybody who was weighed, the likeliest first."""

    question: Question
    weighed: tuple[tuple[str, float], ...]
    nobody: float
    former: float


class Reading(NamedTuple):
    """What a value measures, where that stands, and which part it plays, each with its chance."""

    start: int
    end: int
    measured: float
    by_patterns: float
    """How likely what the patterns read is right."""
    role: dict[str, float]
    direction: dict[str | None, float]


def answers(asked: Asked, scores: Scores) -> list[Answer]:
    """Give the answer to each question of an article."""
    found: list[list[tuple[str, float]]] = [[] for _ in asked.questions]
    rows = zip(asked.answers.question.tolist(), asked.answers.entity.tolist(), scores.answers.tolist(), strict=True)
    for question, entity, chance in rows:
        found[question].append((asked.entities.all[entity].identity, chance))
    return [
        Answer(question, tuple(sorted(weighed, key=lambda one: -one[1])), float(none), float(former))
        for question, weighed, none, former in zip(asked.questions, found, scores.nobody, scores.former, strict=True)
    ]


def readings(asked: Asked, scores: Scores) -> Iterator[Reading]:
    """Give what each value of an article measures: nobody's and no place's name alone."""
    words, windows = asked.words, asked.windows
    names = words.names()
    for at, low in enumerate(windows.low.tolist()):
        marked = windows.mark[at]
        other = int(np.argmax(marked == 1)), int((marked > 0).sum())
        start = low - BEFORE
        first, count, chance, given = best_span(without(scores.spans[at], names.first - start, names.size), other)
        first += start
        last = min(first + count, len(words.ends)) - 1
        yield Reading(
            int(words.starts[max(first, 0)]),
            int(words.ends[last]),
            chance,
            given,
            dict(zip(ROLES, scores.role[at].tolist(), strict=True)),
            dict(zip(DIRECTIONS, scores.direction[at].tolist(), strict=True)),
        )
