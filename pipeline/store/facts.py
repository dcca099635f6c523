"""What was found in each article, and which articles have still to be worked on."""

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.plain import to_plain
from pipeline.records import Article, InputError
from pipeline.store.inputs import article_of, printed_date
from pipeline.store.opening import transaction

Facts = dict[str, list[list[Any]]]

Kept = tuple[str, str, int, bytes]
"""What the store keeps of an article: its id, its date, how it failed (0: it didn't), its packed facts."""

_PENDING = """
    FROM _chosen LEFT JOIN _facts USING (article_id)
    WHERE _facts.article_id IS NULL OR _facts.published IS NOT _chosen.published
       OR :every
       OR (:redo AND _facts.made_by IS NOT :made_by) OR (_facts.failed AND (:retry OR _facts.failed IS NOT :limits))
"""
"""Articles without facts, whose date has changed since, or that failed under other limits; on request those of other
rules, and all that failed."""


def pending(
    connection: sqlite3.Connection, made_by: str, *, redo: bool, every: bool, retry: bool, limits: int
) -> list[str]:
    """List the ids of the articles that have to be worked on, in order."""
    given = {"made_by": made_by, "redo": redo, "every": every, "retry": retry, "limits": limits}
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
    keep_rows(connection, made_by, [kept_row(article, found, limits=1) for article, found in done])


def kept_row(article: Article, found: Facts | InputError, *, limits: int) -> Kept:
    """Make what the store keeps of an article; `limits` is the number of the limits that it failed under."""
    return article.article_id, printed_date(article.published), limits * isinstance(found, InputError), packed(found)


def keep_rows(connection: sqlite3.Connection, made_by: str, rows: Iterable[Kept]) -> None:
    """Keep what `kept_row` made of articles, in place of what was kept of them before."""
    rows = list(rows)
    with transaction(connection):
        connection.execute("DELETE FROM _written")
        connection.executemany(
            "INSERT OR REPLACE INTO _facts VALUES (?, ?, ?, ?, ?)",
            [(article_id, day, made_by, failed, found) for article_id, day, failed, found in rows],
        )
        connection.executemany("DELETE FROM _underway WHERE name = ?", [(row[0],) for row in rows])


def without_facts(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Give those of some articles that nothing is kept of yet."""
    known = "SELECT 1 FROM _facts WHERE article_id = ?"
    return {one for one in ids if connection.execute(known, (one,)).fetchone() is None}


def packed(facts: Facts | InputError) -> bytes:
    """Pack facts, or the error in place of them, as compressed JSON."""
    value = to_plain(facts) if isinstance(facts, InputError) else facts
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpacked(data: bytes, *, most: int = 0) -> Any:
    """Unpack what `packed` made; raises ValueError where it is of more than `most` bytes, if that is given."""
    if not most:
        return json.loads(zlib.decompress(data))
    begun = zlib.decompressobj()
    plain = begun.decompress(data, most)
    if not begun.eof:
        raise ValueError(f"the facts of an article are cut, or unpack to more than {most // 1_000_000:,} MB")
    return json.loads(plain)
