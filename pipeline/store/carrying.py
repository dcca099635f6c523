"""What a store keeps, carried from one file to another: so a shard's findings join those of the other shards."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.plain import from_plain
from pipeline.records import ARTICLE_RECORDS, InputError
from pipeline.store.facts import unpacked
from pipeline.store.inputs import article_of, forget_input
from pipeline.store.opening import transaction
from pipeline.store.schema import VERSION
from pipeline.store.told import BESIDE, check

KEPT = ("_texts", "_facts", "_documents", "_errors", "_warnings", "_inputs")
"""Tables of what was read and found; inputs last, for their rows say what is there already."""

_MOST = 100_000_000
"""Bytes of the facts of one article: many times what an article of the longest kind has."""

_NEW = """
    SELECT input FROM other._inputs AS its
    WHERE NOT EXISTS (
        SELECT 1 FROM main._inputs AS mine WHERE mine.input = its.input AND mine.fingerprint = its.fingerprint
    )
"""


def write_kept(connection: sqlite3.Connection, path: Path) -> None:
    """Write what a store keeps to a file of its own, without the tables that are made of it."""
    connection.execute("ATTACH ? AS other", (str(path),))
    try:
        connection.execute(f"PRAGMA other.user_version = {VERSION}")
        for table in KEPT:
            connection.execute(f"CREATE TABLE other.{table} AS SELECT * FROM main.{table}")
    finally:
        connection.execute("DETACH other")


def take_in(connection: sqlite3.Connection, path: Path) -> int:
    """Take what another file keeps, in place of what is kept of the same inputs; give how many inputs were new.

    Raises UsageError where another version of pressfacts wrote it, NotOurs where none did: then nothing is taken.
    """
    with _said_of_it():
        connection.execute("ATTACH ? AS other", (str(path),))
    try:
        with _said_of_it():
            (version,) = connection.execute("PRAGMA other.user_version").fetchone()
            if version != VERSION:
                raise UsageError(f"{path}: made by another version of pressfacts; run again")
            _check_tables(connection)
            names = [row[0] for row in connection.execute(_NEW)]
        if names:
            with transaction(connection), _said_of_it():
                _check_rows(connection)
                for name in names:
                    forget_input(connection, name)
                for table in KEPT:
                    connection.execute(f"INSERT OR REPLACE INTO main.{table} SELECT * FROM other.{table}")
    finally:
        connection.execute("DETACH other")
    return len(names)


class NotOurs(ValueError):
    """A file that was to be taken in is damaged, or no program of ours wrote it."""


@contextmanager
def _said_of_it() -> Iterator[None]:
    """Tell what is wrong with the other file from what is wrong with ours, which can't be written to."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_IOERR"):
            raise
        raise NotOurs(str(error)) from None
    except (sqlite3.DatabaseError, zlib.error, LookupError, AttributeError, TypeError, ValueError) as error:
        raise NotOurs(str(error) or type(error).__name__) from None


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raise NotOurs where a table isn't as we make it: a view, or of other columns."""
    for table in KEPT:
        made = "SELECT type FROM other.sqlite_master WHERE name = ?"
        if connection.execute(made, (table,)).fetchall() != [("table",)]:
            raise NotOurs(f"it has no table {table}")
        ours, theirs = (
            [row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]
            for schema in ("main", "other")
        )
        if ours != theirs:
            raise NotOurs(f"its table {table} has other columns")


def _check_rows(connection: sqlite3.Connection) -> None:
    """Read each document and fact as the tables are made of them; what comes up there is an error here."""
    for (cells,) in connection.execute("SELECT article FROM other._documents"):
        article_of(cells, "")
    for failed, data in connection.execute("SELECT failed, facts FROM other._facts"):
        facts = unpacked(data, most=_MOST)
        if failed:
            from_plain(InputError, facts)
            continue
        for name, rows in facts.items():
            if name == BESIDE:
                check(rows)
                continue
            for row in rows:
                from_plain(ARTICLE_RECORDS[name], row)
