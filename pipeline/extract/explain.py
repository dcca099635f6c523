"""Why a stretch of an article became a mention, or why it did not: what each component made of it, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract.document.finds import kept
from pipeline.extract.names.component import LABELS, PressNames
from pipeline.records import Mention
from pipeline.values.names.spans import trim

NAMES = "press_names"


@dataclass(frozen=True, slots=True)
class Step:
    """What one component did about a stretch of an article."""

    component: str
    what: str


def explain(nlp: Language, doc: Doc, start: int, end: int) -> list[Step]:
    """Run a pipeline over a Doc, one component after the other, and note what each did where characters overlap."""
    steps: list[Step] = []
    before: tuple[Mention, ...] = ()
    for name, component in nlp.pipeline:
        doc = component(doc)
        after = _mentions(doc, start, end)
        if name == nlp.pipe_names[0] or name == NAMES:
            steps += _considered(nlp, doc, start, end, after, component if name == NAMES else None)
        steps += [Step(name, what) for what in _changes(before, after)]
        before = after
    zone = next((z.zone for z in kept(doc, "zones") if z.start_char <= start < z.end_char), "body")
    return [Step("press_zones", f"the zone is {zone}"), *steps]


def _mentions(doc: Doc, start: int, end: int) -> tuple[Mention, ...]:
    return tuple(m for m in kept(doc, "mentions") if m.start_char < end and start < m.end_char)


def _considered(
    nlp: Language, doc: Doc, start: int, end: int, mentions: tuple[Mention, ...], names: object
) -> Iterator[Step]:
    """Say what the model took for names there, and, once names are settled, why it was not followed."""
    for ent in doc.ents:
        if not (ent.start_char < end and start < ent.end_char):
            continue
        if names is None:
            yield Step(nlp.pipe_names[0], f"the model reads {ent.text!r} as {ent.label_}")
        elif isinstance(names, PressNames) and not _followed(ent, mentions):
            yield Step(
                NAMES, f"drops the model's {ent.label_} {ent.text!r}: {_why_not(names, doc.text, ent, mentions)}"
            )


def _followed(ent: Span, mentions: tuple[Mention, ...]) -> bool:
    label = LABELS.get(ent.label_)
    return any(m.label == label and m.found_by == f"{NAMES}/model" for m in mentions)


def _why_not(names: PressNames, text: str, ent: Span, mentions: tuple[Mention, ...]) -> str:
    label = LABELS.get(ent.label_)
    if label is None:
        return "no label of ours"
    place = trim(text, ent.start_char, ent.end_char, label, names.spans)
    if place is None:
        return "nothing is left without titles, articles and punctuation"
    veto = names.veto(text[place[0] : place[1]], label)
    if veto:
        return f"veto {veto!r}, a row id in rules/"
    winners = ", ".join(f"{m.label} {m.text!r} by {m.found_by}" for m in mentions)
    return f"a stronger find stands there: {winners}" if winners else "it was taken for no name"


def _changes(before: tuple[Mention, ...], after: tuple[Mention, ...]) -> Iterator[str]:
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
