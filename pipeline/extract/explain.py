"""Why a cell of a table says what it says: what each component and pass made of a stretch of an article, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.cells import OF_ENTITIES
from pipeline.extract.document.finds import kept
from pipeline.extract.document.trace import Note, notes, start_trace
from pipeline.extract.document.view import view_of
from pipeline.records import Mention


@dataclass(frozen=True, slots=True)
class Step:
    """What was decided about a cell, and the component, pass and row of the rules that decided it."""

    by: str
    cell: str
    what: str


def explain(nlp: Language, doc: Doc, start: int, end: int) -> list[Step]:
    """Run a pipeline over a Doc with its trace on, and give what was decided where characters overlap, in order."""
    start_trace(doc)
    order: list[Note | Step] = []
    before: tuple[Mention, ...] = ()
    for name, component in nlp.pipeline:
        seen = len(notes(doc))
        doc = component(doc)
        if name == nlp.pipe_names[0]:
            order += _read_by_model(doc, name, start, end)
        order += notes(doc)[seen:]
        after = _overlapping(kept(doc, "mentions"), start, end)
        order += [Step(name, "mentions", what) for what in _changes(before, after)]
        before = after
    same = [(m.start_char, m.end_char) for m in _of_same_entity(kept(doc, "mentions"), before)]
    spoken = _of_speakers(doc, start, end)
    steps = [one if isinstance(one, Step) else _step(one, [(start, end)], same) for one in order]
    steps += [_step_of_speaker(one, spoken) for one in order if isinstance(one, Note)]
    zone = Step("press_zones", "mentions.zone", f"the zone is {view_of(doc).zone_at(start)}")
    return list(dict.fromkeys([zone, *(step for step in steps if step)]))


def _step(note: Note, here: Sequence[tuple[int, int]], same: Sequence[tuple[int, int]]) -> Step | None:
    of_entity = note.cell.partition(".")[0] in OF_ENTITIES  # what was decided at any of its mentions counts
    places = same if of_entity else here
    concerns = any(note.start < end and start < note.end for start, end in places)
    return Step(note.by, note.cell, note.what) if concerns else None


_OF_SPEAKER = {
    "people.title": "quotes.speaker_title",
    "people.organisation": "quotes.speaker_organisation",
    "organisations.name": "quotes.speaker_organisation",
}
"""Cells of quotations that say what the row of the speaker does."""


def _of_speakers(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Give where the speakers of the quotations of a stretch are named."""
    quotes = (one for one in kept(doc, "quotes") if one.start_char < end and start < one.end_char)
    speakers = {one.speaker_id for one in quotes if one.speaker_id}
    return [(one.start_char, one.end_char) for one in kept(doc, "mentions") if one.entity_id in speakers]


def _step_of_speaker(note: Note, places: Sequence[tuple[int, int]]) -> Step | None:
    """Give what was decided of a speaker as what was decided of the quotation."""
    cell = _OF_SPEAKER.get(note.cell)
    concerns = cell and any(note.start < end and start < note.end for start, end in places)
    return Step(note.by, cell, note.what) if cell and concerns else None


def _overlapping(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if m.start_char < end and start < m.end_char)


def _of_same_entity(mentions: Sequence[Mention], here: Sequence[Mention]) -> list[Mention]:
    entities = {mention.entity_id for mention in here if mention.entity_id}
    return [mention for mention in mentions if mention.entity_id in entities]


def _read_by_model(doc: Doc, name: str, start: int, end: int) -> Iterator[Step]:
    for ent in doc.ents:
        if ent.start_char < end and start < ent.end_char:
            yield Step(name, "mentions", f"the model reads {ent.text!r} as {ent.label_}")


def _changes(before: Sequence[Mention], after: Sequence[Mention]) -> Iterator[str]:
    was = {(m.start_char, m.end_char, m.label): m for m in before}
    now = {(m.start_char, m.end_char, m.label): m for m in after}
    for key in sorted(was.keys() - now.keys()):
        yield f"takes away {was[key].label} {was[key].text!r}"
    for key in sorted(now.keys() - was.keys()):
        yield f"finds {now[key].label} {now[key].text!r} by {now[key].found_by}"
    for key in sorted(now.keys() & was.keys()):
        if now[key].entity_id != was[key].entity_id:
            yield f"says that {now[key].text!r} names {now[key].entity_id}"
        if now[key].zone != was[key].zone:
            yield f"moves {now[key].text!r} to the zone {now[key].zone}"
