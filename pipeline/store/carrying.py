"""What a store keeps, carried from one file to another: so a shard's findings join those of the other shards."""

import sqlite3
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.store.inputs import forget_input, transaction
from pipeline.store.schema import VERSION

KEPT = ("_texts", "_facts", "_documents", "_errors", "_warnings", "_inputs")
"""Tables of what was read and found; inputs last, for their rows say what is there already."""

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

    Raises UsageError where another version of pressfacts wrote it.
    """
    connection.execute("ATTACH ? AS other", (str(path),))
    try:
        (version,) = connection.execute("PRAGMA other.user_version").fetchone()
        if version != VERSION:
            raise UsageError(f"{path}: made by another version of pressfacts; run again")
        names = [row[0] for row in connection.execute(_NEW)]
        if names:
            with transaction(connection):
                for name in names:
                    forget_input(connection, name)
                for table in KEPT:
                    connection.execute(f"INSERT OR REPLACE INTO main.{table} SELECT * FROM other.{table}")
    finally:
        connection.execute("DETACH other")
    return len(names)
