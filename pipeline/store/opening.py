"""Opens the SQLite file of a run, and says clearly why it can't be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.store.schema import VERSION, WORK

WAIT = 60.0
"""Seconds that a write waits for another program to let go of the file."""

HELD = 32_000
"""Kilobytes of a store, and of what it works with, that are held while it is written; a reader has SQLite's 2,000."""


@contextmanager
def said_clearly(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file itself into a sentence for the user."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "syntax" in str(error) or "no such" in str(error):
            raise
        raise UsageError(f"{path}: can't be written: {error}; is the disk full, or the folder read-only?") from None
    except sqlite3.DatabaseError as error:
        if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
            raise
        raise UsageError(f"{path}: damaged ({error}); delete it and run again, nothing else is lost") from None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep all that is written in the block, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _distrust(connection: sqlite3.Connection) -> None:
    """Have SQLite take a file for one that somebody else may have made: its views and triggers call nothing of ours."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def connect(path: Path) -> sqlite3.Connection:
    """Open a store, made new where there is none; raises UsageError where it is damaged, or of another version."""
    with said_clearly(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=WAIT)
        _distrust(connection)
        connection.execute("PRAGMA journal_mode = WAL")  # who reads the tables, in whatever program, stops no run
        connection.execute("PRAGMA synchronous = NORMAL")
        for schema in ("main", "temp"):
            connection.execute(f"PRAGMA {schema}.cache_size = -{HELD}")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and version != VERSION:
            connection.close()
            raise UsageError(f"{path}: made by another version of pressfacts; delete it, or choose another -o")
        connection.executescript(f"BEGIN IMMEDIATE; {WORK} PRAGMA user_version = {VERSION}; COMMIT;")
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a store that is there, and change nothing; raises UsageError where it can't be read."""
    address = path.absolute().as_uri()
    for how in ("mode=ro", "mode=ro&immutable=1"):  # where nobody may write, SQLite can't keep its own notes beside it
        try:
            connection = sqlite3.connect(f"{address}?{how}", uri=True, isolation_level=None)
            _distrust(connection)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT count(*) FROM _inputs").fetchone()
        except sqlite3.OperationalError as error:
            reason = str(error)
            continue
        except sqlite3.DatabaseError as error:
            raise UsageError(f"{path}: damaged ({error}); delete it and run again, nothing else is lost") from None
        if version != VERSION:
            raise UsageError(f"{path}: made by another version of pressfacts; delete it, or choose another -o")
        return connection
    raise UsageError(f"{path}: can't be read: {reason}")
