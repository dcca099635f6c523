"""What a person decided about a row of people or organisations, applied to all rows that follow from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.quotes.rows import with_speaker
from pipeline.extract.referring.referents import speaker_of
from pipeline.extract.user_rules.decided_cells import with_cells, with_organisation
from pipeline.extract.user_rules.rule_set import DecidedCells
from pipeline.records import Organisation, Person, Quote
from pipeline.tables import ENTITY_IDS, TABLES

IDS = {"people": "person_id", "organisations": "organisation_id"}
FOLLOWING = {
    ("people", "organisation_id"): ("organisation",),
    ("quotes", "speaker_id"): ("speaker", "speaker_title", "speaker_organisation"),
}
"""Columns that are empty where the one that refers to a person or an organisation is."""


def apply_to_name(doc: Doc, decided: DecidedCells) -> None:
    """Set cells of a person or an organisation, or drop it."""
    rows = kept(doc, decided.table)
    hits = [row for row in rows if row.name == decided.name]
    dropped = decided.action == "reject"
    ids = {getattr(row, IDS[decided.table]) for row in hits}
    staff = {p.person_id for p in kept(doc, "people") if p.organisation_id in ids}
    if dropped:
        _forget(doc, ids)
    changed = [] if dropped else [with_organisation(doc, with_cells(row, decided), decided) for row in hits]
    keep(doc, decided.table, [*(row for row in rows if row not in hits), *changed])
    if decided.table == "organisations":
        _tell_people(doc, {body.organisation_id: body.name for body in changed}, was=decided.name)
    _tell_quotes(doc, ids | staff)


def _tell_people(doc: Doc, names: Mapping[str, str], *, was: str | None) -> None:
    """Give the people of bodies that have new names these; what was decided for a person is left as it is."""
    people: Sequence[Person] = kept(doc, "people")
    told = [
        replace(p, organisation=names.get(p.organisation_id or "", was)) if p.organisation == was else p for p in people
    ]
    keep(doc, "people", told)


def _tell_quotes(doc: Doc, ids: set[str]) -> None:
    """Give the quotations of people and bodies with some ids the cells that the speakers' rows have now."""
    rows: Sequence[Person | Organisation] = (*kept(doc, "organisations"), *kept(doc, "people"))
    speakers = {speaker.identity: speaker for speaker in map(speaker_of, rows)}
    known = {one: speakers[one] for one in ids & set(speakers)}
    quotes: Sequence[Quote] = kept(doc, "quotes")
    keep(doc, "quotes", [with_speaker(q, known[q.speaker_id]) if q.speaker_id in known else q for q in quotes])


def _forget(doc: Doc, ids: set[str]) -> None:
    """Empty the cells that refer to rows that were dropped."""
    for table, column in ENTITY_IDS:
        rows = kept(doc, table)
        if column not in TABLES[table].key and any(getattr(row, column) in ids for row in rows):
            empty = dict.fromkeys((column, *FOLLOWING.get((table, column), ())))
            keep(doc, table, [replace(row, **empty) if getattr(row, column) in ids else row for row in rows])
