"""What a person types to narrow a table down, to SQL: words, `> 5`, `5..10`, `2025-03`, `-` empty, `*` stated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from pipeline.errors import UsageError
from pipeline.store import joined
from pipeline.store.searching import as_query, index_name, searched
from pipeline.tables import Column, Table

EMPTY, STATED = "-", "*"

_RANGE = re.compile(r"^\s*(>=|<=|>|<)?\s*(\S+?)\s*(?:\.\.\s*(\S+))?\s*$")


@dataclass(frozen=True, slots=True)
class Condition:
    """Conditions of a query, all of which hold, and the values that stand for their question marks."""

    terms: tuple[str, ...] = ()
    values: tuple[str | float, ...] = ()

    def __add__(self, other: "Condition") -> "Condition":
        return Condition(self.terms + other.terms, self.values + other.values)

    @property
    def sql(self) -> str:
        """Write the condition after WHERE."""
        return " AND ".join(self.terms) or "1"


def conditions(table: Table, filters: Mapping[str, str], search: str = "") -> Condition:
    """Give the conditions of filters by column and of words to search; raises UsageError for what can't be read."""
    found = Condition()
    columns = {column.name: column for column in table.columns}
    for name, given in filters.items():
        if name in columns and given.strip():
            found += _condition(table, columns[name], given.strip())
    query = as_query(search)
    return found + _search(table, query) if query else found


def _search(table: Table, query: str) -> Condition:
    index = index_name(table)
    return Condition((f't.rowid IN (SELECT rowid FROM "{index}" WHERE "{index}" MATCH ?)',), (query,))


def _condition(table: Table, column: Column, given: str) -> Condition:
    sql = joined.sql_of_columns(table)[column.name]
    if given == EMPTY:
        return Condition((f"coalesce({sql}, '') = ''",))
    if given == STATED:
        return Condition((f"coalesce({sql}, '') <> ''",))
    if column.type in (int, Decimal):
        return _numbers(sql, given, column.name)
    if column.type is date and column in table.joined:
        days = _days("published", given)
        chosen = f"t.article_id IN (SELECT article_id FROM articles WHERE {days.sql})"
        return Condition((chosen,), days.values)
    if column.type is date:
        return _days(sql, given)
    if column.type is bool:
        return Condition((f"{sql} = ?",), (given.lower() in ("yes", "true", "1"),))
    if given.startswith("="):
        return Condition((f"{sql} = ?",), (given[1:],))
    if column.name in searched(table) and (query := as_query(given)):
        return _search(table, f"{{{column.name}}} : ({query})")
    return Condition((f"instr(lower({sql}), lower(?)) > 0",), (given,))


def _numbers(sql: str, given: str, name: str) -> Condition:
    sign, first, last = _parts(given)
    try:
        low, high = (float(Decimal(part.replace(",", ""))) if part else None for part in (first, last))
    except InvalidOperation:
        raise UsageError(f"{name}: {given!r} is no number; write 5, > 5, or 5..10") from None
    if high is not None:
        return Condition((f"{sql} BETWEEN ? AND ?",), (low or 0.0, high))
    return Condition((f"{sql} {sign or '='} ?",), (low or 0.0,))


def _days(sql: str, given: str) -> Condition:
    """Compare days as text: `2025-03` is the whole month."""
    sign, first, last = _parts(given)
    after = {">": f"{first}~", ">=": first}.get(sign, "" if sign else first)
    until = {"<": first, "<=": f"{first}~"}.get(sign, f"{last or first}~" if not sign else "9999~")
    return Condition((f"{sql} >= ? AND {sql} < ?",), (after, until))


def _parts(given: str) -> tuple[str, str, str]:
    found = _RANGE.match(given)
    return (found[1] or "", found[2], found[3] or "") if found else ("", given, "")
