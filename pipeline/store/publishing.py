"""What was read and found, to the public tables: made anew as a whole, in one transaction, rows ordered by key."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pipeline.plain import to_plain
from pipeline.records import ARTICLE_RECORDS, Article
from pipeline.store.cells import from_cells, to_cells
from pipeline.store.duplicates import near_duplicates
from pipeline.store.entities import link_entities
from pipeline.store.facts import unpacked
from pipeline.store.inputs import article_of, transaction
from pipeline.store.schema import create_indexes, create_table
from pipeline.tables import TABLES

Link = Callable[[sqlite3.Connection], None]

_ARTICLES = """
    SELECT article, text, failed, facts
    FROM _chosen JOIN _texts USING (article_id) JOIN _facts USING (article_id) ORDER BY article_id
"""


def publish(connection: sqlite3.Connection, link: Link = link_entities, *, with_duplicates: bool = True) -> None:
    """Make the public tables anew, with or without near-duplicates.

    `link` sees all but `entities` filled, may change ids, and fills `entities`.
    """
    with transaction(connection):
        _make_tables(connection)
        connection.execute("INSERT INTO errors SELECT source, stage, error, message FROM _errors ORDER BY 1, 2, 3")
        connection.execute("INSERT INTO warnings SELECT source, warning, message FROM _warnings ORDER BY 1, 2, 3")
        copies = near_duplicates(connection)
        for article, failed, facts in _found(connection, copies):
            if failed:
                _insert(connection, "errors", [[article.source, *facts[1:]]])
            elif with_duplicates or not article.duplicate_of:
                _insert(connection, "articles", [to_plain(article)])
                for name in ARTICLE_RECORDS:
                    _insert(connection, name, facts.get(name, []))
        for table in TABLES.values():
            for index in create_indexes(table):
                connection.execute(index)
        link(connection)


def _make_tables(connection: sqlite3.Connection) -> None:
    for table in reversed(TABLES.values()):
        connection.execute(f'DROP TABLE IF EXISTS "{table.name}"')
    for table in TABLES.values():
        connection.execute(create_table(table))


def _found(connection: sqlite3.Connection, copies: dict[str, str]) -> Iterator[tuple[Article, bool, Any]]:
    sources = "SELECT source FROM _documents WHERE article_id = ? ORDER BY rank, source LIMIT -1 OFFSET 1"
    for cells, text, failed, facts in connection.execute(_ARTICLES):
        article = article_of(cells, text)
        others = tuple(row[0] for row in connection.execute(sources, (article.article_id,)))
        original = copies.get(article.article_id)
        yield replace(article, other_sources=others, duplicate_of=original), bool(failed), unpacked(facts)


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
