"""What a person decided about an amount, a percentage or a quotation, applied at its place."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import add_mentions, id_of, keep, kept
from pipeline.extract.document.view import place_of, view_of
from pipeline.extract.quotes.other_tables import count_quotes, mark_quotes
from pipeline.extract.quotes.rows import kind_of_quotation, with_speaker
from pipeline.extract.referring.referents import speaker_of
from pipeline.extract.user_rules.decided_cells import typed, with_cells, with_organisation
from pipeline.extract.user_rules.rule_set import DecidedCells
from pipeline.records import Mention, Money, Organisation, Percentage, Person, Quote
from pipeline.values.text.anchors import find_again
from pipeline.values.text.quotations import Quotation, quotations

LABELS = {"money": "MONEY", "percentages": "PERCENT"}


def apply_to_value(doc: Doc, decided: DecidedCells) -> None:
    """Set cells of an amount or a percentage, drop it with its mention, or add it."""
    where = find_again(view_of(doc).text, decided.anchor) if decided.anchor else None
    if where is None:
        return
    rows = kept(doc, decided.table)
    hits = [row for row in rows if (row.start_char, row.end_char) == where]
    others = [row for row in rows if row not in hits]
    if decided.action == "reject":
        left = [
            m for m in kept(doc, "mentions") if (m.start_char, m.end_char, m.label) != (*where, LABELS[decided.table])
        ]
        keep(doc, "mentions", left)
        keep(doc, decided.table, others)
        return
    changed = [with_cells(row, decided) for row in hits]
    if not hits and decided.action == "add":
        changed = [_new(doc, decided, where)]
    owned = [with_organisation(doc, row, decided) for row in changed]
    keep(doc, decided.table, sorted([*others, *owned], key=lambda row: row.start_char))


def _new(doc: Doc, decided: DecidedCells, where: tuple[int, int]) -> Money | Percentage:
    by, label = f"press_decided/{decided.id}", LABELS[decided.table]
    mention = view_of(doc).mention(*where, label, by)
    there: Sequence[Mention] = kept(doc, "mentions")
    if not any((m.start_char, m.end_char, m.label) == (*where, label) for m in there):
        keep(doc, "mentions", [m for m in there if not (m.start_char < where[1] and where[0] < m.end_char)])
        add_mentions(doc, [mention])
    place = place_of(mention)
    if decided.table == "percentages":
        return Percentage(**place, **typed(Percentage, decided.cells))
    return Money(**place, **typed(Money, decided.cells), money_id=f"{id_of(doc)}:{where[0]}")


def apply_to_quote(doc: Doc, decided: DecidedCells) -> None:
    """Set the speaker of a quotation, drop it, or add it."""
    where = find_again(view_of(doc).text, decided.anchor) if decided.anchor else None
    if where is None:
        return
    rows = kept(doc, "quotes")
    hits = [row for row in rows if (row.start_char, row.end_char) == where]
    others = [row for row in rows if row not in hits]
    if not hits and decided.action == "add":
        hits = [_quote(doc, where)]
    changed = [] if decided.action == "reject" else [_said(doc, row, decided) for row in hits]
    quotes = sorted([*others, *changed], key=lambda row: row.start_char)
    keep(doc, "quotes", quotes)
    count_quotes(doc, quotes)
    mark_quotes(doc, quotes)


def _said(doc: Doc, row: Quote, decided: DecidedCells) -> Quote:
    """Give a quotation the speaker that was decided, with the id, title and organisation that the article has."""
    if "speaker" not in decided.cells:
        return replace(row, cue=decided.cells.get("cue"), found_by=f"press_decided/{decided.id}")
    name = decided.cells["speaker"]
    person: Person | None = next((p for p in kept(doc, "people") if name and name in (p.name, *p.aliases)), None)
    body: Organisation | None = next((o for o in kept(doc, "organisations") if name in (o.name, *o.aliases)), None)
    known = person or body
    said = with_speaker(row, speaker_of(known) if known else None)
    return replace(
        said,
        speaker=said.speaker or name,
        cue=decided.cells.get("cue", row.cue),
        found_by=f"press_decided/{decided.id}",
    )


def _quote(doc: Doc, where: tuple[int, int]) -> Quote:
    place = view_of(doc).mention(*where, "QUOTE", "")
    text = view_of(doc).text
    marked = (q for q in quotations(text) if where in ((q.start, q.end), (q.outer_start, q.outer_end)))
    quotation = next(marked, Quotation(*where, *where))
    return Quote(
        article_id=place.article_id,
        start_char=where[0],
        end_char=where[1],
        text=place.text,
        kind=kind_of_quotation(text, quotation),
        sentence=place.sentence,
    )
