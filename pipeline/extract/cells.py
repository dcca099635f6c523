"""What a Doc's tables say of a stretch of its article: the rows that stand there, or whose entity is named there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.records import ARTICLE_RECORDS
from pipeline.tables import columns_of

OF_ENTITIES = ("people", "organisations")
"""Tables whose rows have no place in the article: those of the entities that are named there count."""

_NOT_DECIDED = ("article_id", "start_char", "end_char", "text", "sentence", "found_by", "confidence", "money_id")
"""Columns that say where a row stands and how it was found."""

_COUNTED = ("mentions", "quotes")
"""Columns that count."""


CELLS = {
    table: tuple(column.name for column in columns_of(record) if column.name not in (*_NOT_DECIDED, *_COUNTED))
    for table, record in ARTICLE_RECORDS.items()
}
"""The cells of each table that something may be decided about."""


DECIDED_WITH = {
    "mentions.entity_id": ("organisations.name", "organisations.aliases", "people.name", "people.aliases"),
    "people.person_id": ("people.name",),
    "people.organisation_id": ("people.organisation",),
    "people.former": ("people.title",),
    "organisations.organisation_id": ("organisations.name",),
    "money.high": ("money.low",),
    "dates.date_to": ("dates.date_from",),
    "dates.precision": ("dates.date_from",),
    "dates.anchor": ("dates.date_from",),
    "quotes.kind": ("quotes",),
    "quotes.speaker_id": ("quotes.speaker",),
    "quotes.cue": ("quotes.speaker",),
    **{f"{table}.zone": ("mentions.zone",) for table in ("money", "percentages", "dates")},
}
"""Cells that are decided together with others, which answer for them."""


class Row(NamedTuple):
    """A row of a table: its cells as a person reads them, and what found it."""

    table: str
    cells: dict[str, str]
    found_by: str


def rows_at(doc: Doc, start: int, end: int) -> Iterator[Row]:
    """Give the rows of a stretch, table by table; their empty cells too, for those may be asked for as well."""
    here = [mention for mention in kept(doc, "mentions") if mention.start_char < end and start < mention.end_char]
    named = {mention.entity_id for mention in here if mention.entity_id}
    names = {row.organisation_id: row.name for row in kept(doc, "organisations")}
    names |= {row.person_id: row.name for row in kept(doc, "people")}
    for table in ARTICLE_RECORDS:
        for row in kept(doc, table):
            if table in OF_ENTITIES:
                there = (row.person_id if table == "people" else row.organisation_id) in named
            else:
                there = row.start_char < end and start < row.end_char
            if there:
                shown = {field: _shown(getattr(row, field)) for field in row.__slots__ if _is_told(field, row)}
                yield Row(table, {field: names.get(value, value) for field, value in shown.items()}, row.found_by)


def _is_told(field: str, row: Any) -> bool:
    """Say whether a field was decided, and no name beside it says the same."""
    named = field == "person_id" or (field.endswith("_id") and field.removesuffix("_id") in row.__slots__)
    return not named and field not in _NOT_DECIDED and field not in _COUNTED


def _shown(value: Any) -> str:
    return "" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value)
