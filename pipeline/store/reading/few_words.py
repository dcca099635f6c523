"""Columns of a few words of our own to how many rows have each: who filters by one need not look through all rows."""

import sqlite3
from collections import Counter
from collections.abc import Mapping

from pipeline.store.reading.filters import conditions
from pipeline.store.schema import has_table, indexed_columns
from pipeline.store.searching import of_few_words
from pipeline.tables import TABLES, Table

_WORDS = "_words"
"""Table of the words, by table and column, with the number of rows that have each."""


def keep_words(connection: sqlite3.Connection) -> None:
    """Count the words of the public tables, and keep them."""
    forget_words(connection)
    connection.execute(f'CREATE TABLE {_WORDS} (name TEXT, "column" TEXT, word TEXT, rows INTEGER)')
    for table in TABLES.values():
        if not (names := _columns(table)):
            continue
        counts = [Counter[str | None]() for _ in names]
        columns = ", ".join(f'"{name}"' for name in names)
        for words, rows in Counter(connection.execute(f'SELECT {columns} FROM "{table.name}"')).items():
            for word, count in zip(words, counts, strict=True):
                count[word] += rows
        found = ((table.name, name, *row) for name, count in zip(names, counts, strict=True) for row in count.items())
        connection.executemany(f"INSERT INTO {_WORDS} VALUES (?, ?, ?, ?)", found)


def forget_words(connection: sqlite3.Connection) -> None:
    """Forget them, where the tables are made anew."""
    connection.execute(f"DROP TABLE IF EXISTS {_WORDS}")


def rows_at_most(connection: sqlite3.Connection, table: Table, filters: Mapping[str, str]) -> int | None:
    """Give how many rows of a table fit the filters by such columns, each by itself, at most; None without any."""
    if not has_table(connection, _WORDS):
        return None  # an older version made the tables, or a run that writes them still
    stated = [name for name in _columns(table) if filters.get(name, "").strip()]
    return min((_fitting(connection, table, name, filters[name]) for name in stated), default=None)


def _fitting(connection: sqlite3.Connection, table: Table, name: str, given: str) -> int:
    condition = conditions(table, {name: given})
    words = f'SELECT word AS "{name}", rows FROM {_WORDS} WHERE name = ? AND "column" = ?'
    query = f"SELECT coalesce(sum(rows), 0) FROM ({words}) AS t WHERE {condition.sql}"
    return int(connection.execute(query, (table.name, name, *condition.values)).fetchone()[0])


def _columns(table: Table) -> list[str]:
    indexed = indexed_columns(table)
    return [name for name in of_few_words(table) if name not in indexed]
