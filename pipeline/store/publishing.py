"""What was read and found, to the public tables: made anew as a whole, in one transaction, rows ordered by key."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.records import ARTICLE_RECORDS
from pipeline.store.cells import from_cells, to_cells
from pipeline.store.entities import link_entities
from pipeline.store.facts import unpacked
from pipeline.store.inputs import transaction
from pipeline.store.schema import create_indexes, create_table
from pipeline.tables import TABLES

Link = Callable[[sqlite3.Connection], None]

_ARTICLES = """
    SELECT article_id, article, text, failed, facts
    FROM _chosen JOIN _texts USING (article_id) JOIN _facts USING (article_id) ORDER BY article_id
"""


def publish(connection: sqlite3.Connection, link: Link = link_entities) -> None:
    """Make the public tables anew. `link` sees all but `entities` filled, may change ids, and fills `entities`."""
    with transaction(connection):
        for table in reversed(TABLES.values()):
            connection.execute(f'DROP TABLE IF EXISTS "{table.name}"')
        for table in TABLES.values():
            connection.execute(create_table(table))
        connection.execute("INSERT INTO errors SELECT source, stage, error, message FROM _errors ORDER BY 1, 2, 3")
        for cells, text, failed, facts in _found(connection):
            if failed:
                _insert(connection, "errors", [[cells[1], *facts[1:]]])
            else:
                _insert(connection, "articles", [[*cells, text]])
                for name in ARTICLE_RECORDS:
                    _insert(connection, name, facts.get(name, []))
        link(connection)
        for table in TABLES.values():
            for index in create_indexes(table):
                connection.execute(index)


def _found(connection: sqlite3.Connection) -> Iterator[tuple[list[Any], str, bool, Any]]:
    for _, cells, text, failed, facts in connection.execute(_ARTICLES):
        yield json.loads(cells)[:-1], text, bool(failed), unpacked(facts)


def _insert(connection: sqlite3.Connection, name: str, rows: list[list[Any]]) -> None:
    """Insert rows in the order of their keys; of two with one key the first is kept."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', map(to_cells, rows))


def rows(connection: sqlite3.Connection, name: str) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a public table as plain values, in the order of its key."""
    table = TABLES[name]
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{column}"' for column in table.key)
    yield from map(from_cells(table), connection.execute(f'SELECT {columns} FROM "{name}" ORDER BY {order}'))
