"""What was read and found, to the public tables: made anew as a whole, in one transaction, rows in reading order."""

import itertools
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pipeline.plain import to_plain
from pipeline.records import ARTICLE_RECORDS, Article
from pipeline.store import joined, searching, told
from pipeline.store.cells import from_cells, to_cells
from pipeline.store.duplicates import near_duplicates
from pipeline.store.entities import link_entities
from pipeline.store.facts import unpacked
from pipeline.store.inputs import article_of
from pipeline.store.opening import transaction
from pipeline.store.reading.few_words import forget_words, keep_words
from pipeline.store.reading.overview import forget_overview, keep_overview
from pipeline.store.schema import WHO_IS_NAMED_WHERE, create_index, create_indexes, create_table
from pipeline.store.wide import fill_facts
from pipeline.tables import TABLES

Link = Callable[[sqlite3.Connection], None]

_ORDER = """
    SELECT source FROM _chosen JOIN _facts USING (article_id)
    ORDER BY coalesce(nullif(_chosen.published, ''), '9999'), in_order(source), article_id
"""
"""Articles by date, those without one last; of one day in the order of their sources, numbers in them as numbers."""

_ARTICLE = """
    SELECT article, text, failed, facts
    FROM _documents JOIN _texts USING (article_id) JOIN _facts USING (article_id) WHERE source = ?
"""


def publish(connection: sqlite3.Connection, link: Link = link_entities, *, with_duplicates: bool = True) -> None:
    """Make the public tables anew, with or without near-duplicates.

    `link` sees all but `entities` and `facts` filled, may change ids, and fills `entities`.
    """
    with transaction(connection):
        _make_tables(connection)
        connection.execute("INSERT INTO errors SELECT source, stage, error, message FROM _errors ORDER BY 1, 2, 3")
        connection.execute("INSERT INTO warnings SELECT source, warning, message FROM _warnings ORDER BY 1, 2, 3")
        told.make_tables(connection)
        connection.create_function("in_order", 1, in_order, deterministic=True)
        copies = near_duplicates(connection)
        for article, failed, facts in _found(connection, copies):
            if failed:
                _insert(connection, "errors", [[article.source, *facts[1:]]])
            elif with_duplicates or not article.duplicate_of:
                _insert(connection, "articles", [to_plain(article)])
                for name in ARTICLE_RECORDS:
                    _insert(connection, name, facts.get(name, []))
                if told.BESIDE in facts:
                    told.keep_told(connection, article.article_id, facts[told.BESIDE])
        link(connection)
        told.drop_tables(connection)
        connection.execute(create_index(*WHO_IS_NAMED_WHERE))
        fill_facts(connection)
        searching.make_indexes(connection)


def make_readable(connection: sqlite3.Connection) -> None:
    """Make what only those ask who look into tables: indexes, words that are searched for, what is counted for pages.

    Tables are written to files meanwhile, by another process where there is one; until then pages are right, and slow.
    """
    _make_indexes(connection)
    searching.fill_indexes(connection)
    keep_overview(connection)
    keep_words(connection)


def _make_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes of filled tables: each is sorted once, and no row of it changes any more."""
    for index in itertools.chain.from_iterable(map(create_indexes, TABLES.values())):
        connection.execute(index)
    # Without these SQLite takes the index on `label` where that on `article_id` is a thousand times better.
    connection.execute("PRAGMA analysis_limit = 1000")
    connection.execute("ANALYZE")


def _make_tables(connection: sqlite3.Connection) -> None:
    forget_overview(connection)
    forget_words(connection)
    for view in joined.VIEWS:
        connection.execute(f'DROP VIEW IF EXISTS "{view}"')
    for table in reversed(TABLES.values()):
        connection.execute(f'DROP TABLE IF EXISTS "{table.name}"')
    for table in TABLES.values():
        connection.execute(create_table(table))
    for table in TABLES.values():
        if table.joined:
            connection.execute(joined.create_view(table))


def _found(connection: sqlite3.Connection, copies: dict[str, str]) -> Iterator[tuple[Article, bool, Any]]:
    others = "SELECT source FROM _documents WHERE article_id = ? ORDER BY rank, source LIMIT -1 OFFSET 1"
    for (source,) in connection.execute(_ORDER):
        cells, text, failed, facts = connection.execute(_ARTICLE, (source,)).fetchone()
        article = article_of(cells, text)
        sources = tuple(row[0] for row in connection.execute(others, (article.article_id,)))
        original = copies.get(article.article_id)
        yield replace(article, other_sources=sources, duplicate_of=original), bool(failed), unpacked(facts)


def in_order(source: str) -> str:
    """Give what sources are ordered by: their numbers as numbers.

    >>> sorted(["day#10", "day#9"], key=in_order)
    ['day#9', 'day#10']
    """
    return re.sub(r"\d+", lambda number: number.group().zfill(12), source)


def _insert(connection: sqlite3.Connection, name: str, rows: list[list[Any]]) -> None:
    """Insert rows in the order in which they come; of two with one key the first is kept."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', map(to_cells(TABLES[name].own), rows)
        )


def rows(connection: sqlite3.Connection, name: str) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a public table, with what is joined to it, as plain values, in reading order."""
    table = TABLES[name]
    names = ", ".join(joined.sql_of_columns(table).values())
    query = f"SELECT {names} FROM {joined.source(table)} ORDER BY t.rowid"
    yield from map(from_cells(table.columns), connection.execute(query))
