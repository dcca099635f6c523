"""What was found in each article, and which articles have still to be worked on."""

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.plain import to_plain
from pipeline.records import Article, InputError
from pipeline.store.inputs import article_of, printed, transaction

Facts = dict[str, list[list[Any]]]

_PENDING = """
    FROM _chosen LEFT JOIN _facts USING (article_id)
    WHERE _facts.article_id IS NULL OR _facts.published IS NOT _chosen.published
       OR :every
       OR (:redo AND _facts.made_by IS NOT :made_by) OR (:retry AND _facts.failed)
"""
"""Articles without facts, or whose date has changed since; on request those of other rules, and those that failed."""


def pending(connection: sqlite3.Connection, made_by: str, *, redo: bool, every: bool, retry: bool) -> list[str]:
    """List the ids of the articles that have to be worked on, in order."""
    given = {"made_by": made_by, "redo": redo, "every": every, "retry": retry}
    return [row[0] for row in connection.execute(f"SELECT article_id {_PENDING} ORDER BY article_id", given)]


def outdated(connection: sqlite3.Connection, made_by: str) -> int:
    """Count the articles whose facts were found with other rules or another model."""
    (count,) = connection.execute("SELECT count(*) FROM _facts WHERE made_by IS NOT ?", (made_by,)).fetchone()
    return int(count)


def reasons(connection: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """Count what went wrong, by stage and kind of error."""
    counts = Counter({(stage, error): n for stage, error, n in connection.execute(
        "SELECT stage, error, count(*) FROM _errors GROUP BY stage, error")})  # fmt: skip
    for (data,) in connection.execute("SELECT facts FROM _facts WHERE failed"):
        _, stage, error, _ = unpacked(data)
        counts[stage, error] += 1
    return dict(sorted(counts.items()))


def articles(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Article]:
    """Give the articles with these ids."""
    query = """SELECT article, text FROM _documents JOIN _texts USING (article_id)
               WHERE article_id = ? ORDER BY rank, source LIMIT 1"""
    for article_id in ids:
        cells, text = connection.execute(query, (article_id,)).fetchone()
        yield article_of(cells, text)


def find_articles(connection: sqlite3.Connection, named: str) -> Iterator[Article]:
    """Give the articles that have an id or a source."""
    query = """SELECT article, text FROM _documents JOIN _texts USING (article_id)
               WHERE article_id = ?1 OR source = ?1 ORDER BY rank, source"""
    for cells, text in connection.execute(query, (named,)):
        yield article_of(cells, text)


def keep_facts(
    connection: sqlite3.Connection, made_by: str, done: Iterable[tuple[Article, Facts | InputError]]
) -> None:
    """Keep the facts of a batch, or its errors, in place of older ones."""
    rows = [(a.article_id, printed(a.published), made_by, isinstance(f, InputError), packed(f)) for a, f in done]
    with transaction(connection):
        connection.execute("DELETE FROM _written")
        connection.executemany("INSERT OR REPLACE INTO _facts VALUES (?, ?, ?, ?, ?)", rows)


def packed(facts: Facts | InputError) -> bytes:
    """Pack facts, or the error in place of them, as compressed JSON."""
    value = to_plain(facts) if isinstance(facts, InputError) else facts
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpacked(data: bytes) -> Any:
    """Unpack what `packed` made."""
    return json.loads(zlib.decompress(data))
