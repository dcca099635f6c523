"""The texts of a store to those that are nearly the same: wire copies, corrected versions."""

import sqlite3
from collections.abc import Iterator

from pipeline.values.similarity import bands, likeness

ALIKE = 0.8
"""Share of runs of three words from which on one text is a version of the other."""

_SIGNED = """
    SELECT article_id, signature FROM _chosen JOIN _texts USING (article_id)
    ORDER BY coalesce(nullif(_chosen.published, ''), '9999'), article_id
"""


def near_duplicates(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the original of each article that is nearly the same as an earlier one.

    The original is the earliest published, and no near-duplicate itself, so that likeness doesn't wander in steps.
    """
    originals: dict[bytes, list[str]] = {}
    found: dict[str, str] = {}
    for article_id, signed in connection.execute(_SIGNED):
        marks = bands(signed)
        original = next(_alike(connection, article_id, marks, originals), None)
        if original:
            found[article_id] = original
        else:
            for mark in marks:
                originals.setdefault(mark, []).append(article_id)
    return found


def _alike(
    connection: sqlite3.Connection, article_id: str, marks: list[bytes], originals: dict[bytes, list[str]]
) -> Iterator[str]:
    candidates = dict.fromkeys(other for mark in marks for other in originals.get(mark, ()))
    if candidates:
        text = _text(connection, article_id)
        yield from (other for other in candidates if likeness(text, _text(connection, other)) >= ALIKE)


def _text(connection: sqlite3.Connection, article_id: str) -> str:
    return str(connection.execute("SELECT text FROM _texts WHERE article_id = ?", (article_id,)).fetchone()[0])
