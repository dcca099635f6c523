"""What was read: inputs, and the documents, errors and warnings that each gave."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from pipeline.plain import from_plain, to_plain
from pipeline.records import Article, InputError, InputWarning, Read
from pipeline.store.opening import transaction
from pipeline.store.similarity import signature

_RANK = {"metadata": 0, "dateline": 1, "carrier": 2, "filename": 3, None: 4}
CHUNK = 500


def state_of(connection: sqlite3.Connection, name: str) -> tuple[str, str] | None:
    """Give fingerprint and state (`read`, `failed`) of an input, or None where it is new."""
    found = connection.execute("SELECT fingerprint, state FROM _inputs WHERE input = ?", (name,)).fetchone()
    return (found[0], found[1]) if found else None


def names(connection: sqlite3.Connection) -> list[str]:
    """List the inputs that something is kept of, also those whose reading ended early."""
    query = """SELECT input FROM _inputs UNION
               SELECT name FROM _underway WHERE EXISTS (SELECT 1 FROM _documents WHERE input = name) ORDER BY 1"""
    return [row[0] for row in connection.execute(query)]


def keep_input(connection: sqlite3.Connection, name: str, fingerprint: str, items: Iterable[Read]) -> None:
    """Keep what an input gave, in place of what it gave before; all of it or, where reading ends early, nothing."""
    with transaction(connection):
        forget_input(connection, name)
        items = iter(items)
        while chunk := list(islice(items, CHUNK)):
            _keep_chunk(connection, name, chunk, {})
        _end_input(connection, name, fingerprint, "")


def keep_part(
    connection: sqlite3.Connection,
    name: str,
    items: list[Read],
    signatures: Mapping[str, bytes],
    *,
    first: bool,
    ends: tuple[str, str] | None,
) -> None:
    """Keep some of what an input gave: the first part in place of what it gave before, the last with its fingerprint.

    `ends` are the fingerprint, and what is added to it where the input failed: the limits that it failed under.
    """
    with transaction(connection):
        if first:
            forget_input(connection, name)
            connection.execute("INSERT OR REPLACE INTO _underway VALUES (?)", (name,))
        _keep_chunk(connection, name, items, signatures)
        if ends:
            _end_input(connection, name, *ends)


def _end_input(connection: sqlite3.Connection, name: str, fingerprint: str, limits: str) -> None:
    (failed,) = connection.execute("SELECT EXISTS (SELECT 1 FROM _errors WHERE input = ?)", (name,)).fetchone()
    state = (f"{fingerprint}{limits}", "failed") if failed else (fingerprint, "read")
    connection.execute("INSERT OR REPLACE INTO _inputs VALUES (?, ?, ?)", (name, *state))
    connection.execute("DELETE FROM _underway WHERE name = ?", (name,))


def set_underway(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Note what is about to be read or worked on, so that a run that ends there isn't followed by one that does."""
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO _underway VALUES (?)", [(name,) for name in names])


def underway(connection: sqlite3.Connection) -> set[str]:
    """Give the inputs and the ids of articles that were being read or worked on when a run ended."""
    return {row[0] for row in connection.execute("SELECT name FROM _underway")}


def _keep_chunk(connection: sqlite3.Connection, name: str, chunk: list[Read], signatures: Mapping[str, bytes]) -> None:
    chunk = [_apart(connection, item) for item in chunk]
    articles = [item for item in chunk if isinstance(item, Article)]
    texts = [(a.article_id, a.text, signatures.get(a.article_id) or signature(a.text)) for a in articles]
    connection.executemany("INSERT OR IGNORE INTO _texts VALUES (?, ?, ?)", texts)
    documents = [document_row(name, article) for article in articles]
    connection.executemany("INSERT INTO _documents VALUES (?, ?, ?, ?, ?, ?)", documents)
    errors = [(*to_plain(item), name) for item in chunk if isinstance(item, InputError)]
    connection.executemany("INSERT INTO _errors VALUES (?, ?, ?, ?, ?)", errors)
    warnings = [(*to_plain(item), name) for item in chunk if isinstance(item, InputWarning)]
    connection.executemany("INSERT OR REPLACE INTO _warnings VALUES (?, ?, ?, ?)", warnings)


def _apart(connection: sqlite3.Connection, item: Read) -> Read:
    """Give an item with a source that no other input has: a file may be called as a row of another is."""
    if isinstance(item, InputWarning):
        return item
    query, more = "SELECT 1 FROM _documents WHERE source = ?", tuple[str, ...]()
    if isinstance(item, InputError):
        query, more = "SELECT 1 FROM _errors WHERE source = ? AND stage = ? AND error = ?", (item.stage, item.error)
    source, number = item.source, 1
    while connection.execute(query, (source, *more)).fetchone():
        number += 1
        source = f"{item.source}~{number}"
    return replace(item, source=source)


def document_row(name: str, article: Article) -> tuple[str, str, str, int, str, str]:
    """Give the row of an article in the table of documents; its text has a table of its own."""
    cells = json.dumps(to_plain(replace(article, text="")), ensure_ascii=False)
    rank = _RANK.get(article.published_from, 4)
    return article.source, name, article.article_id, rank, printed_date(article.published), cells


def printed_date(day: date | None) -> str:
    """Print a date for a column that is never NULL."""
    return day.isoformat() if day else ""


def forget_input(connection: sqlite3.Connection, name: str) -> None:
    """Forget an input and what it gave."""
    connection.execute("DELETE FROM _written")
    connection.execute("DELETE FROM _underway WHERE name = ?", (name,))
    for table in ("_inputs", "_documents", "_errors", "_warnings"):
        connection.execute(f"DELETE FROM {table} WHERE input = ?", (name,))


def forget_unused(connection: sqlite3.Connection) -> None:
    """Forget the texts and facts of articles that no document has any more."""
    with transaction(connection):
        connection.execute("DELETE FROM _written")
        for table in ("_texts", "_facts"):
            connection.execute(f"DELETE FROM {table} WHERE article_id NOT IN (SELECT article_id FROM _documents)")


def article_of(cells: str, text: str) -> Article:
    """Build the article that was kept as JSON cells and a text."""
    return replace(from_plain(Article, json.loads(cells)), text=text)
