"""Table schemas, derived from the records: one declaration is the field, the column, the README row and the test."""

from dataclasses import dataclass
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
    """Columns whose values are keys of another table."""

    columns: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the output: a row a record, ordered by its key."""

    name: str
    record: type
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give the table's columns in the order of the record's fields."""
        return columns_of(self.record)

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


_ARTICLE = ForeignKey(("article_id",), "articles", ("article_id",))
_PLACE = ("article_id", "start_char", "end_char")


def _organisation(column: str) -> ForeignKey:
    return ForeignKey(("article_id", column), "organisations", ("article_id", "organisation_id"))


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("articles", records.Article, ("article_id",)),
        Table("mentions", records.Mention, (*_PLACE, "label"), (_ARTICLE,)),
        Table("people", records.Person, ("article_id", "person_id"), (_ARTICLE, _organisation("organisation_id"))),
        Table("organisations", records.Organisation, ("article_id", "organisation_id"), (_ARTICLE,)),
        Table("money", records.Money, ("money_id",), (_ARTICLE, _organisation("organisation_id"))),
        Table("percentages", records.Percentage, _PLACE, (_ARTICLE, _organisation("organisation_id"))),
        Table("dates", records.DateSpan, _PLACE, (_ARTICLE,)),
        Table("quotes", records.Quote, _PLACE, (_ARTICLE,)),
        Table("entities", records.Entity, ("entity_id",)),
        Table("errors", records.InputError, ("source", "stage", "error")),
        Table("warnings", records.InputWarning, ("source", "warning", "message")),
    )
}
"""Every table of a run, by name, in the order in which they are listed to a reader."""
