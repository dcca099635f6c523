"""What a links model weighed and what became of it, as notes for `pressfacts explain`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from pipeline.extract.document.trace import note
from pipeline.extract.links.answers import Answer, Reading
from pipeline.extract.links.asked import Asked
from pipeline.extract.links.decide import Value
from pipeline.extract.links.evidence import Weight, evidence_in_words
from pipeline.extract.links.weighing import Scores
from pipeline.extract.links.words import Found, Ints
from pipeline.records import Money

SHOWN = 3
"""Answers that are told, the likeliest first."""
LIKELY = 0.02
"""Chance from which what speaks for an answer is told."""
BY, DECIDED, APART = "press_links/model", "press_links/least", "press_links/apart"
CELLS = {
    "holder": ("people.title", "who holds the title"),
    "body": ("people.organisation", "where the title is held"),
    "employer": ("people.organisation", "where the person works"),
    "speaker": ("quotes.speaker", "who says it"),
}
OWNER = "whose figure it is"
_AGREE = {1: "the patterns say the same", 0: "the patterns say nothing", -1: "the patterns say another"}


class Heard(NamedTuple):
    """An answer of which it was asked whether it is sure enough to fill a cell, and how likely right it must be."""

    cell: str
    row: str | int
    answer: str | None
    score: float
    agrees: int
    likely: float
    least: float


class EntityNames:
    """The entities of an article by their ids: how they are called, and where they are first named."""

    def __init__(self, found: Found) -> None:
        self.of = {one.person_id: one.name for one in found.people}
        self.of |= {one.organisation_id: one.name for one in found.organisations}
        self.first = {one.entity_id: (one.start_char, one.end_char) for one in reversed(found.mentions)}

    def places(self, identity: str | None) -> list[tuple[int, int]]:
        """Give where an entity is first named."""
        return [self.first[identity]] if identity in self.first else []


def note_answers(
    doc: Doc,
    found: Found,
    asked: Asked,
    scores: Scores,
    answered: Sequence[Answer],
    weights: Sequence[Sequence[Weight]],
) -> None:
    """Note the chances of every answer that was weighed about a Doc, and what speaks for the likeliest."""
    names = EntityNames(found)
    rows: dict[int, list[int]] = {}
    for row in np.argsort(-scores.answers).tolist():
        rows.setdefault(int(asked.answers.question[row]), []).append(row)
    for number, one in enumerate(answered):
        cell, what = CELLS.get(one.question.kind) or (f"{_table(one.question.about)}.organisation_id", OWNER)
        said = [f"weighs {what}: {_weighed(one, names)}"]
        for row in rows.get(number, ())[:SHOWN]:
            if scores.answers[row] >= LIKELY:
                who = asked.entities.all[int(asked.answers.entity[row])].identity
                said.append(f"{names.of.get(who, who)!r}: {evidence_in_words(weights[row])}")
        for start, end in _places(one, names):
            for line in said:
                note(doc, cell, start, end, line, by=BY)


def _places(one: Answer, names: EntityNames) -> list[tuple[int, int]]:
    """Give where a question stands: that about a title, where its holder is named, too."""
    if one.question.kind != "holder":
        return list(one.question.places)
    likeliest = one.weighed[0][0] if one.weighed else None
    return [*one.question.places, *names.places(likeliest)]


def note_readings(doc: Doc, found: Found, asked: Asked, scores: Scores, read: Sequence[Reading]) -> None:
    """Note the chances of what each value may measure, of its role and of its direction."""
    for number, (value, reading) in enumerate(zip(found.values, read, strict=True)):
        table, start, end = _table(value), value.start_char, value.end_char
        stretches = ", ".join(_stretches(found.text, asked, scores, number))
        what = f"weighs what it measures: {stretches}, nothing {scores.no_measure[number]:.2f}"
        share = f"{found.text[reading.start : reading.end]!r} shares the most words with all of them"
        note(doc, f"{table}.measure", start, end, f"{what}; {share}; the patterns say {value.measure!r}", by=BY)
        parts = (
            ("direction", reading.direction, value.direction),
            ("role", reading.role, getattr(value, "role", None)),
        )
        for column, chances, said in parts[: 2 if isinstance(value, Money) else 1]:
            likeliest = sorted(chances.items(), key=lambda one: -one[1])
            weighed = ", ".join(f"{one or 'none'} {chance:.2f}" for one, chance in likeliest)
            note(doc, f"{table}.{column}", start, end, f"weighs: {weighed}; the patterns say {said or 'none'}", by=BY)


def _stretches(text: str, asked: Asked, scores: Scores, number: int) -> Iterator[str]:
    """Give the likeliest stretches that a value may measure, with their chances."""
    chances, words = scores.spans[number], asked.windows.words[number]
    for place in np.argsort(-chances, axis=None)[:SHOWN].tolist():
        first, count = divmod(int(place), chances.shape[1])
        inside: Ints = words[first : first + count + 1]
        if len(inside) and inside.min() >= 0:
            start, end = asked.words.starts[inside[0]], asked.words.ends[inside[-1]]
            yield f"{text[start:end]!r} {chances[first, count]:.2f}"


def note_heard(doc: Doc, found: Found, heard: Sequence[Heard]) -> None:
    """Note of each answer whether it was sure enough, and how sure it had to be."""
    names = EntityNames(found)
    values = {one.start_char: one for one in found.values}
    quotes = {one.start_char: one for one in found.quotes}
    roles = {one.start_char: one for one in found.mentions if one.label == "ROLE"}
    for one in heard:
        cell, places = f"people.{one.cell}", names.places(str(one.row))
        if one.cell == "title" and isinstance(one.row, int):
            role = roles[one.row]
            places = [(role.start_char, role.end_char), *names.places(one.answer)]
        elif one.cell == "speaker" and isinstance(one.row, int):
            cell, places = "quotes.speaker", [(one.row, quotes[one.row].end_char)]
        elif isinstance(one.row, int):
            column = "organisation_id" if one.cell == "owner" else one.cell
            value = values[one.row]
            cell, places = f"{_table(value)}.{column}", [(value.start_char, value.end_char)]
        for start, end in places:
            note(doc, cell, start, end, _told_of(one, names), by=f"{DECIDED}/{one.cell}")


def _told_of(one: Heard, names: EntityNames) -> str:
    answer = names.of.get(one.answer or "", one.answer) or "none"
    taken = "is sure enough" if one.likely >= one.least else "is not sure enough"
    scored = "its rule is not doubted" if one.score == 1.0 else f"the model gives it {one.score:.2f}"
    return f"{answer!r} {taken}: {scored} and {_AGREE[one.agrees]}, so {one.likely:.2f}; needed are {one.least:.2f}"


def note_apart(doc: Doc, before: Sequence[Value], after: Sequence[Value]) -> None:
    """Note which measures were told apart from those of other values."""
    for was, now in zip(before, after, strict=True):
        if was.measure != now.measure:
            what = (
                f"makes {now.measure!r} of {was.measure!r}: values of the sentence would say the same, each of a place"
            )
            note(doc, f"{_table(now)}.measure", now.start_char, now.end_char, what, by=APART)


def _table(row: object) -> str:
    return "money" if isinstance(row, Money) else "percentages"


def _weighed(one: Answer, names: EntityNames) -> str:
    chances = [f"{names.of.get(who, who)} {chance:.2f}" for who, chance in one.weighed[:SHOWN]]
    verdict = one.question.verdict
    said = names.of.get(verdict.entity or "", "nobody") + (f" by {verdict.rule}" if verdict.rule else "")
    return f"{', '.join([*chances, f'nobody {one.nobody:.2f}'])}; the patterns say {said}"
