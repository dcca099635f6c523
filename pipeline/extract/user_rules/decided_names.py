"""What a person decided about a row of people or organisations, applied to all rows that follow from it."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.quotes.rows import with_speaker
from pipeline.extract.referring.referents import speaker_of
from pipeline.extract.user_rules.decided_cells import with_cells, with_organisation
from pipeline.extract.user_rules.rule_set import DecidedRow
from pipeline.records import Organisation, Person, Quote

IDS = {"people": "person_id", "organisations": "organisation_id"}
REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("mentions", "entity_id", ()),
    ("people", "organisation_id", ("organisation",)),
    ("money", "organisation_id", ()),
    ("percentages", "organisation_id", ()),
    ("quotes", "speaker_id", ("speaker", "speaker_title", "speaker_organisation")),
)
"""Columns that refer to people and organisations, with those that follow from them."""


def apply_to_name(doc: Doc, decided: DecidedRow) -> None:
    """Set cells of a person or an organisation, or drop it."""
    rows = kept(doc, decided.table)
    hits = [row for row in rows if row.name == decided.name]
    dropped = decided.action == "reject"
    if dropped:
        _forget(doc, {getattr(row, IDS[decided.table]) for row in hits})
    changed = [] if dropped else [with_organisation(doc, with_cells(row, decided), decided) for row in hits]
    keep(doc, decided.table, [*(row for row in rows if row not in hits), *changed])
    if decided.table == "people" and changed:
        _tell_quotes(doc, changed[0])


def _tell_quotes(doc: Doc, who: Person | Organisation) -> None:
    """Give the quotations of a person or a body the cells that the speaker's row has now."""
    speaker = speaker_of(who)
    quotes: Sequence[Quote] = kept(doc, "quotes")
    keep(doc, "quotes", [with_speaker(q, speaker) if q.speaker_id == speaker.identity else q for q in quotes])


def _forget(doc: Doc, ids: set[str]) -> None:
    """Empty the cells that refer to rows that were dropped."""
    for table, column, also in REFERENCES:
        rows = kept(doc, table)
        if any(getattr(row, column) in ids for row in rows):
            empty = dict.fromkeys((column, *also))
            keep(doc, table, [replace(row, **empty) if getattr(row, column) in ids else row for row in rows])
