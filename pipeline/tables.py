"""Table schemas, derived from the records: one declaration is the field, the column, the README row and the test."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, get_origin, get_type_hints

from pipeline import records
from pipeline.plain import field_types


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, the type of its values, and what they mean."""

    name: str
    type: type
    description: str


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column whose values are keys of another table."""

    column: str
    table: str
    reference: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the output: a row a record, and columns of other tables beside it, so that nobody has to join them."""

    name: str
    record: type
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    joined: tuple[Column, ...] = ()

    @property
    def own(self) -> tuple[Column, ...]:
        """Give the columns that hold the record's fields, in their order."""
        return columns_of(self.record)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give all columns: the table's own, then those that are joined to it."""
        return self.own + self.joined

    @property
    def description(self) -> str:
        """Say what a row is."""
        return (self.record.__doc__ or "").strip()


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """List the fields of a record that are annotated with a sentence."""
    hints: dict[str, Any] = get_type_hints(record, include_extras=True)
    types = field_types(record)
    annotated = ((name, _sentences(hint)) for name, hint in hints.items())
    return tuple(Column(name, types[name], sentences[0]) for name, sentences in annotated if sentences)


def _sentences(hint: Any) -> tuple[str, ...]:
    return hint.__metadata__ if get_origin(hint) is Annotated else ()


OF_ARTICLE = {"article_title": "title", "published": "published", "source": "source", "url": "url"}
"""Columns of an article that stand in the rows of what was found in it, and the article's own names of them."""


def _of_article() -> tuple[Column, ...]:
    own = {column.name: column for column in columns_of(records.Article)}
    return tuple(replace(own[field], name=name) for name, field in OF_ARTICLE.items() if field in own)


_EVIDENCE = Column("sentence", str, "A sentence that names it; of a person with a title, one that has the title too.")
_OWNER = Column("organisation", str, "Name of the organisation whose figure it is.")
_NAMED = Column("entity", str, "Name of the person or organisation, in full.")

_ARTICLE = ForeignKey("article_id", "articles", "article_id")
_PLACE = ("article_id", "start_char", "end_char")


def _entity(column: str) -> ForeignKey:
    return ForeignKey(column, "entities", "entity_id")


def _tables() -> tuple[Table, ...]:
    person, body, named = map(_entity, ("person_id", "organisation_id", "entity_id"))
    around = _of_article()
    return (
        Table("articles", records.Article, ("article_id",)),
        Table("facts", records.Fact, (*_PLACE, "kind"), (_ARTICLE,)),
        Table("mentions", records.Mention, (*_PLACE, "label"), (_ARTICLE, named), (_NAMED, *around)),
        Table("people", records.Person, ("article_id", "person_id"), (_ARTICLE, person, body), (_EVIDENCE, *around)),
        Table("organisations", records.Organisation, ("article_id", "organisation_id"), (_ARTICLE, body),
              (_EVIDENCE, *around)),
        Table("money", records.Money, ("money_id",), (_ARTICLE, body), (_OWNER, *around)),
        Table("percentages", records.Percentage, _PLACE, (_ARTICLE, body), (_OWNER, *around)),
        Table("dates", records.DateSpan, _PLACE, (_ARTICLE,), around),
        Table("quotes", records.Quote, _PLACE, (_ARTICLE, _entity("speaker_id")), around),
        Table("entities", records.Entity, ("entity_id",)),
        Table("errors", records.InputError, ("source", "stage", "error")),
        Table("warnings", records.InputWarning, ("source", "warning", "message")),
    )  # fmt: skip


TABLES: dict[str, Table] = {table.name: table for table in _tables()}
"""Every table of a run, by name, in the order in which they are listed to a reader."""


def _ids_of_entities() -> tuple[tuple[str, str], ...]:
    found = [(table, key.column) for table in TABLES.values() for key in table.foreign_keys if key.table == "entities"]
    found.sort(key=lambda one: one[1] not in one[0].key)
    return tuple((table.name, column) for table, column in found)


ENTITY_IDS = _ids_of_entities()
"""Tables and their columns that hold the id of a person or a body, those that are keys of their table first."""
