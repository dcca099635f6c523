"""What a links model weighed, as notes for `pressfacts explain`: who might be meant, and what the patterns say."""

from spacy.tokens import Doc

from pipeline.extract.document.trace import note
from pipeline.extract.links.answers import Answer, answers, readings
from pipeline.extract.links.asked import Asked
from pipeline.extract.links.weighing import Scores
from pipeline.extract.links.words import Found
from pipeline.records import Money

SHOWN = 3
"""Answers that are told, the likeliest first."""
BY = "press_links/model"
CELLS = {
    "holder": ("people.title", "who holds the title"),
    "body": ("people.organisation", "where the title is held"),
    "employer": ("people.organisation", "where the person works"),
    "speaker": ("quotes.speaker", "who says it"),
}
OWNER = "whose figure it is"


def note_weighed(doc: Doc, found: Found, asked: Asked, scores: Scores) -> None:
    """Note the chances of every answer that was weighed about a Doc."""
    names = {one.person_id: one.name for one in found.people}
    names |= {one.organisation_id: one.name for one in found.organisations}
    for one in answers(asked, scores):
        cell, what = CELLS.get(one.question.kind) or (f"{_table(one.question.about)}.organisation_id", OWNER)
        for start, end in one.question.places:
            note(doc, cell, start, end, f"weighs {what}: {_told(one, names)}", by=BY)
    for value, reading in zip(found.values, readings(asked, scores), strict=True):
        measure = found.text[reading.start : reading.end]
        told = f"weighs what it measures: {measure!r} {reading.measured:.2f}; the patterns say {value.measure!r}"
        note(doc, f"{_table(value)}.measure", value.start_char, value.end_char, told, by=BY)


def _table(row: object) -> str:
    return "money" if isinstance(row, Money) else "percentages"


def _told(one: Answer, names: dict[str, str]) -> str:
    chances = [f"{names.get(who, who)} {chance:.2f}" for who, chance in one.weighed[:SHOWN]]
    verdict = one.question.verdict
    said = names.get(verdict.entity or "", "nobody") + (f" by {verdict.rule}" if verdict.rule else "")
    return f"{', '.join([*chances, f'nobody {one.nobody:.2f}'])}; the patterns say {said}"
