"""What a run keeps for the next one, and what of it counts where the folder was copied from somewhere else."""

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from pipeline.settings import ASKED, WITHIN

PLACE = "place"
"""Key of the number by which the file system knows the store. Whoever unpacks or copies a folder has another one, and
nobody can foretell it: so a folder of a stranger has no say in what is read, loaded or reached."""
ELSEWHERE = "elsewhere"
"""Key of the paths that a folder names which was made elsewhere."""


def remembered_in_store(connection: sqlite3.Connection, path: Path) -> dict[str, Any]:
    """Give what an earlier run kept in a store: `directory`, `paths` and `settings`; nothing where there was none.

    Of a store that was made elsewhere come the settings that can do no harm, and the paths as `elsewhere`.
    """
    found = connection.execute("SELECT what FROM _remembered").fetchone()
    kept = _read(found[0]) if found else {}
    if not kept or kept.get(PLACE) == number_of_file(path):
        return kept
    settings = kept.get("settings")
    harmless = {name: value for name, value in settings.items() if name not in (*ASKED, *WITHIN)} if settings else {}
    return {ELSEWHERE: [str(path) for path in kept.get("paths") or ()], "settings": harmless}


def _read(what: str) -> dict[str, Any]:
    try:
        kept = json.loads(what)
        return kept if isinstance(kept, dict) and isinstance(kept.get("settings", {}), dict) else {}
    except (ValueError, TypeError, RecursionError):
        return {}


def number_of_file(path: Path) -> int | None:
    """Give the number of a store in its file system; None where it is in memory."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return None
