"""Opens a run's SQLite file for reading: nothing that looks at a run can change it, or keep it from being written."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.settings import STORE
from pipeline.store.schema import VERSION

SECONDS = 10.0
"""Time after which a query is given up."""

_STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock."""


@contextmanager
def reading(folder: Path, *, seconds: float = SECONDS) -> Iterator[sqlite3.Connection]:
    """Give a connection that only reads the run of a folder; raises UsageError where there is none, or it takes long.

    What is read in the block is of one moment, also while a run writes.
    """
    path = folder / STORE
    if not path.is_file():
        raise UsageError(f"{folder}: no run was written here; `pressfacts run ... -o {folder}` writes one")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != VERSION:
            raise UsageError(f"{path}: made by another version of pressfacts; `pressfacts run` into a new folder")
        connection.execute("BEGIN")
        yield connection
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise UsageError("this takes too long to look up; narrow the search or the filters") from None
        raise
    finally:
        connection.close()
