"""The texts of a store to those that are nearly the same: wire copies, corrected versions."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from pipeline.store.similarity import band_numbers, bands, estimated_likeness, likeness

ALIKE = 0.8
"""Share of runs of three words from which on one text is a version of the other."""

WORTH_COMPARING = 0.65
"""Estimated share from which on two texts are compared run by run."""

MOST_OF_A_BAND, MOST_COMPARED = 40, 20
"""Earlier articles of one band that are looked at, and of all bands that are compared: those who share most bands.

Notices of one template share their bands with all others; without a bound the time grows with the square of them.
"""

PART = 1_000
"""Signatures whose bands are numbered at a time."""

_ALIKE = """
    INSERT INTO temp._alike SELECT DISTINCT text FROM temp._numbers
    WHERE number IN (SELECT number FROM temp._numbers GROUP BY number HAVING count(*) > 1)
"""
_SIGNED = """
    SELECT article_id, signature FROM _chosen JOIN _texts USING (article_id)
    WHERE _texts.rowid IN (SELECT text FROM temp._alike)
    ORDER BY coalesce(nullif(_chosen.published, ''), '9999'), in_order(source), article_id
"""
"""Articles in reading order: of copies of one day, the one that is read first is the original."""


def near_duplicates(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the original of each article that is nearly the same as an earlier one.

    The original is the first in reading order, and no near-duplicate itself, so that likeness doesn't wander in steps.
    """
    _find_alike(connection)
    connection.execute("CREATE TEMP TABLE _bands (band BLOB, article_id TEXT)")
    connection.execute("CREATE INDEX temp._bands_band ON _bands (band)")
    found: dict[str, str] = {}
    for article_id, signed in connection.execute(_SIGNED):
        marks = bands(signed)
        original = next(_originals(connection, article_id, signed, marks), None)
        if original:
            found[article_id] = original
        else:
            connection.executemany("INSERT INTO temp._bands VALUES (?, ?)", [(mark, article_id) for mark in marks])
    for name in ("_alike", "_bands"):
        connection.execute(f"DROP TABLE temp.{name}")
    return found


def _find_alike(connection: sqlite3.Connection) -> None:
    """Note the texts that share a band with another: the others are compared with none, and most are such.

    All bands are sorted once for it, as what is put in here and there takes ever longer the more there is.
    """
    connection.execute("CREATE TEMP TABLE _alike (text INTEGER PRIMARY KEY)")
    connection.execute("CREATE TEMP TABLE _numbers (number INTEGER, text INTEGER)")
    signed = connection.execute("SELECT rowid, signature FROM _texts")
    while part := signed.fetchmany(PART):
        numbers = band_numbers([signature for _, signature in part])
        rows = ((number, text) for (text, _), own in zip(part, numbers, strict=True) for number in own)
        connection.executemany("INSERT INTO temp._numbers VALUES (?, ?)", rows)
    connection.execute(_ALIKE)
    connection.execute("DROP TABLE temp._numbers")


def _originals(connection: sqlite3.Connection, article_id: str, signed: bytes, marks: list[bytes]) -> Iterator[str]:
    """Give the earlier articles that one is a version of, the likeliest first."""
    band = "SELECT article_id FROM temp._bands WHERE band = ? LIMIT ?"
    shared = Counter(row[0] for mark in marks for row in connection.execute(band, (mark, MOST_OF_A_BAND)))
    signature = "SELECT signature FROM _texts WHERE article_id = ?"
    for other, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:MOST_COMPARED]:
        (its,) = connection.execute(signature, (other,)).fetchone()
        if estimated_likeness(signed, its) >= WORTH_COMPARING and _is_copy(connection, article_id, other):
            yield other


def _is_copy(connection: sqlite3.Connection, article_id: str, other: str) -> bool:
    return likeness(_text(connection, article_id), _text(connection, other)) >= ALIKE


def _text(connection: sqlite3.Connection, article_id: str) -> str:
    return str(connection.execute("SELECT text FROM _texts WHERE article_id = ?", (article_id,)).fetchone()[0])
