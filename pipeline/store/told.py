"""What stands beside the names of each article: found where the article is worked on, kept with its facts.

Linking takes it from there, and reads again only what it has changed since, or what other rules found.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from pipeline.plain import field_types
from pipeline.records import Article, Mention
from pipeline.store.linking.beside import NamedBeside, of_article
from pipeline.store.linking.surroundings import Surroundings

BESIDE = "beside"
"""Its name among the facts of an article. Its first row is of the article: the version of the rules, the place, the
country that it is about; then a row a person or body: id, country, how it is brought in, what it does for life."""

_WIDTH, _OLDER = 4, 3
"""Cells of a row of a person or body, now and in versions that did not note what somebody does for life."""

_NAMED = ("PERSON", "ORG", "LOC")
_COLUMNS = ("start_char", "text", "label", "entity_id", "zone", "sentence")
_OF_MENTION = list(field_types(Mention))
_CELLS = itemgetter(*map(_OF_MENTION.index, _COLUMNS))
_KEY = itemgetter(*map(_OF_MENTION.index, ("start_char", "end_char", "label")))

_WORK = (
    "CREATE TEMP TABLE IF NOT EXISTS _about (article_id TEXT PRIMARY KEY, version TEXT, place TEXT, country TEXT) "
    "WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS _beside (article_id TEXT, local_id TEXT, country TEXT, introduced TEXT, "
    "calling TEXT, PRIMARY KEY (article_id, local_id)) WITHOUT ROWID",
)
_OUTDATED = """
    DELETE FROM _about WHERE version IS NOT ? OR
    place IS NOT (SELECT place FROM articles WHERE articles.article_id = _about.article_id)
"""
_NOT_TOLD = "SELECT article_id, place FROM articles WHERE article_id NOT IN (SELECT article_id FROM _about)"
_NAMES_IN_ORDER = """
    SELECT start_char, text, label, entity_id, zone, coalesce(sentence, '') FROM mentions
    WHERE article_id = ? AND label IN ('PERSON', 'ORG', 'LOC') ORDER BY start_char, end_char, label
"""


def tell(article: Article, mentions: Iterable[Sequence[Any]], around: Surroundings) -> list[list[Any]]:
    """Give what stands beside the names of an article, by its mentions as plain values; see `BESIDE`."""
    ordered = [next(same) for _, same in groupby(sorted(mentions, key=_KEY), key=_KEY)]  # as the table has them
    return _told(article.place, filter(lambda cells: cells[2] in _NAMED, map(_CELLS, ordered)), around)


def _told(place: str | None, cells: Iterable[Sequence[Any]], around: Surroundings) -> list[list[Any]]:
    names = [NamedBeside(place, *row) for row in cells]
    about, beside = of_article(names, around) if names else (None, {})
    return [[around.version, place, about], *([local_id, *told] for local_id, told in beside.items())]


def check(rows: Sequence[Any]) -> None:
    """Raise ValueError where rows are not as `tell` makes them."""
    is_wide = len(rows) > 0 and len(rows[0]) == 3 and all(len(row) in (_WIDTH, _OLDER) for row in rows[1:])
    if not is_wide or not all(isinstance(cell, str | None) for row in rows for cell in row):
        raise ValueError("what stands beside names isn't as we keep it")


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables that `keep_told` fills, where they are not there."""
    for statement in _WORK:
        connection.execute(statement)


def drop_tables(connection: sqlite3.Connection) -> None:
    """Drop them."""
    for name in ("_about", "_beside"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")


def keep_told(connection: sqlite3.Connection, article_id: str, rows: Sequence[Sequence[Any]]) -> None:
    """Put what `tell` told of an article into the tables that linking reads; what another version told stays out."""
    if any(len(row) != _WIDTH for row in rows[1:]):
        return
    connection.execute("INSERT OR IGNORE INTO _about VALUES (?, ?, ?, ?)", (article_id, *rows[0]))
    found = ((article_id, *row) for row in rows[1:])
    connection.executemany("INSERT OR IGNORE INTO _beside VALUES (?, ?, ?, ?, ?)", found)


def look_beside(connection: sqlite3.Connection, around: Surroundings, changed: Iterable[str] = ()) -> None:
    """Note what stands beside the names of the articles that it isn't kept of, or whose names were changed since."""
    make_tables(connection)
    connection.execute(_OUTDATED, (around.version,))
    connection.executemany("DELETE FROM _about WHERE article_id = ?", ((one,) for one in changed))
    connection.execute("DELETE FROM _beside WHERE article_id NOT IN (SELECT article_id FROM _about)")
    for article_id, place in connection.execute(_NOT_TOLD).fetchall():
        keep_told(connection, article_id, _told(place, connection.execute(_NAMES_IN_ORDER, (article_id,)), around))
