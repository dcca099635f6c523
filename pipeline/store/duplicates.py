"""The texts of a store to those that are nearly the same: wire copies, corrected versions."""

import sqlite3

from pipeline.values.similarity import bands, estimated_likeness, likeness

ALIKE = 0.8
"""Share of runs of three words from which on one text is a version of the other."""

WORTH_COMPARING = 0.65
"""Estimated share from which on two texts are compared run by run."""

_SIGNED = """
    SELECT article_id, signature FROM _chosen JOIN _texts USING (article_id)
    ORDER BY coalesce(nullif(_chosen.published, ''), '9999'), article_id
"""


def near_duplicates(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the original of each article that is nearly the same as an earlier one.

    The original is the earliest published, and no near-duplicate itself, so that likeness doesn't wander in steps.
    """
    originals: dict[bytes, list[tuple[str, bytes]]] = {}
    found: dict[str, str] = {}
    for article_id, signed in connection.execute(_SIGNED):
        marks = bands(signed)
        near = dict.fromkeys(other for mark in marks for other in originals.get(mark, ()))
        likely = [other for other, its in near if estimated_likeness(signed, its) >= WORTH_COMPARING]
        original = next((other for other in likely if _is_copy(connection, article_id, other)), None)
        if original:
            found[article_id] = original
        else:
            for mark in marks:
                originals.setdefault(mark, []).append((article_id, signed))
    return found


def _is_copy(connection: sqlite3.Connection, article_id: str, other: str) -> bool:
    return likeness(_text(connection, article_id), _text(connection, other)) >= ALIKE


def _text(connection: sqlite3.Connection, article_id: str) -> str:
    return str(connection.execute("SELECT text FROM _texts WHERE article_id = ?", (article_id,)).fetchone()[0])
