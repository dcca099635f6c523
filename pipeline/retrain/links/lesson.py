"""What was decided about titles, organisations, speakers and figures, to the answers that a links model may give."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.links.asked import BEFORE, DIRECTIONS, ROLES, Asked
from pipeline.extract.links.questions import Question
from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.words import Floats, Ints
from pipeline.retrain.corrections.decisions import Decision
from pipeline.values.names.forms import fold

Bools = NDArray[np.bool_]
CELLS = {
    "people": ("title", "organisation"),
    "quotes": ("speaker",),
    "money": ("organisation", "measure", "role", "direction"),
    "percentages": ("organisation", "measure", "direction"),
}
"""Cells that a links model fills in, by table."""


class PerAnswer(NamedTuple):
    """A number for each answer that may be given in an article, from 0 to 1."""

    answers: Floats
    nobody: Floats
    spans: Floats
    no_measure: Floats
    role: Floats
    direction: Floats


class Lesson(PerAnswer):
    """Which answers may be given: 1 where one may, 0 where not; a question or value all of 1 was not decided about."""

    def decided(self, question: Ints) -> tuple[Bools, Bools, Bools, Bools]:
        """Say which questions, measures, parts and directions were decided about; `question` is that of each answer."""
        asks = (self.nobody < 1) | (np.bincount(question, 1 - self.answers, len(self.nobody)) > 0)
        measured = (self.no_measure < 1) | (self.spans < 1).any(axis=(1, 2))
        played, turned = np.any(self.role < 1, axis=1), np.any(self.direction < 1, axis=1)
        return asks, measured, np.asarray(played), np.asarray(turned)


def teaches(decision: Decision) -> bool:
    """Say whether a decision sets a cell that a links model fills in."""
    cells = CELLS.get(decision.table, ())
    return decision.action == "set" and any(cell in cells for cell in decision.after)


def lesson_of_decisions(asked: Asked, text: str, decisions: Sequence[Decision]) -> Lesson:
    """Give what decisions about an article let its answers be; a name that the article hasn't teaches nothing."""
    count, wide = asked.windows.words.shape
    found = Lesson(
        np.ones(len(asked.answers.question), np.float32),
        np.ones(len(asked.questions), np.float32),
        np.ones((count, wide, LONGEST), np.float32),
        np.ones(count, np.float32),
        np.ones((count, len(ROLES)), np.float32),
        np.ones((count, len(DIRECTIONS)), np.float32),
    )
    owned = [at for at, one in enumerate(asked.questions) if one.kind == "owner"]
    for decision in filter(teaches, decisions):
        for at, question in enumerate(asked.questions):
            if _is_about(decision, question):
                _answer(found, asked, at, question, decision)
        for value, at in enumerate(owned):
            if _is_about(decision, asked.questions[at]):
                _read(found, asked, text, value, asked.questions[at].about, decision)
    return found


def _is_about(decision: Decision, question: Question) -> bool:
    kind, about = question.kind, question.about
    if decision.table == "people":
        name = decision.before.get("name")
        return kind in ("holder", "body") or (kind == "employer" and name in (about.name, *about.aliases))
    wanted = {"quotes": "speaker", "money": "owner", "percentages": "owner"}[decision.table]
    return kind == wanted and bool(decision.anchor) and about.start_char == decision.anchor.start  # type: ignore[union-attr]


def _answer(found: Lesson, asked: Asked, at: int, question: Question, decision: Decision) -> None:
    """Note who may answer a question: whom a decision names, or anybody but whom it took out."""
    after, person = decision.after, decision.before.get("name")
    if question.kind == "holder" and "title" in after:
        if _is_title(question, after["title"]):
            _only(found, asked, at, person)
        elif _is_title(question, decision.before.get("title")):
            _never(found, asked, at, person)
    elif question.kind == "body" and "organisation" in after:
        if _named(asked, question.verdict.entity, decision.before.get("organisation")):
            _never(found, asked, at, decision.before.get("organisation"))
    elif question.kind in ("employer", "owner") and "organisation" in after:
        _only(found, asked, at, after["organisation"])
    elif question.kind == "speaker" and "speaker" in after:
        _only(found, asked, at, after["speaker"])


def _is_title(question: Question, title: str | None) -> bool:
    return bool(title) and fold(question.about.text) == fold(title or "")


def _named(asked: Asked, identity: str | None, name: str | None) -> bool:
    return identity in asked.entities.at and name in _names(asked, asked.entities.at[identity])


def _names(asked: Asked, entity: int) -> set[str]:
    return {" ".join(mention.text.split()) for mention in asked.entities.all[entity].mentions}


def _only(found: Lesson, asked: Asked, at: int, name: str | None) -> None:
    """Let a question have the answer of a name alone; none where the name is empty."""
    rows = np.nonzero(asked.answers.question == at)[0]
    right = [row for row in rows if name in _names(asked, int(asked.answers.entity[row]))]
    if right or not name:
        found.answers[rows], found.nobody[at] = 0, not name
        found.answers[right] = 1


def _never(found: Lesson, asked: Asked, at: int, name: str | None) -> None:
    """Let a question have any answer but that of a name."""
    for row in np.nonzero(asked.answers.question == at)[0]:
        if name in _names(asked, int(asked.answers.entity[row])):
            found.answers[row] = 0


def _read(found: Lesson, asked: Asked, text: str, value: int, row: Any, decision: Decision) -> None:
    """Note what a value measures, and which part it plays."""
    after = decision.after
    for cell, classes, table in (("role", ROLES, found.role), ("direction", DIRECTIONS, found.direction)):
        if cell in after and (after[cell] or None) in classes:
            table[value] = [one == (after[cell] or None) for one in classes]
    if "measure" in after:
        places = list(_places(asked, text, int(asked.windows.low[value]), after["measure"]))
        if places or not after["measure"]:
            found.spans[value], found.no_measure[value] = 0, not after["measure"]
            for at, words in places:
                found.spans[value, at, words - 1] = 1


def _places(asked: Asked, text: str, low: int, measure: str | None) -> list[tuple[int, int]]:
    """List where in the window of a value words stand: first word, and how many."""
    if not measure:
        return []
    form = re.compile(r"\s+".join(map(re.escape, measure.split())))
    spans = [asked.words.span(match.start(), match.end()) for match in form.finditer(text)]
    wide = asked.windows.words.shape[1]
    inside = [(first - low + BEFORE, last - first) for first, last in spans]
    return [(at, words) for at, words in inside if 0 <= at < wide and words <= LONGEST]
