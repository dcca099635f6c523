"""What a run keeps for the next one."""

import json
import sqlite3
from typing import Any


def remembered(connection: sqlite3.Connection) -> dict[str, Any]:
    """Give what an earlier run kept; nothing where there was none."""
    found = connection.execute("SELECT what FROM _remembered").fetchone()
    return dict(json.loads(found[0])) if found else {}
