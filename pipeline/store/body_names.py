"""The names of the bodies of all articles, each read once: what linking asks of one, in a temporary table."""

import sqlite3
from collections.abc import Iterable

from pipeline.store.linking.linker import Knowledge
from pipeline.values.names.forms import fold, org_words

_TABLE = (
    "CREATE TEMP TABLE _bodies (name TEXT PRIMARY KEY, folded TEXT, word TEXT, is_generic INTEGER, formless TEXT, "
    "tells INTEGER) WITHOUT ROWID"
)
"""A name; folded; the word under which its body is looked up; whether every country has one of that name; the name
without its legal form, where it has one; whether it says something that an article names it."""


def read_body_names(connection: sqlite3.Connection, known: Knowledge) -> None:
    """Read the names of all bodies into the temporary table `_bodies`."""
    connection.execute(_TABLE)
    names = connection.execute("SELECT DISTINCT name FROM organisations ORDER BY name")
    keep_body_names(connection, known, (name for (name,) in names))


def keep_body_names(connection: sqlite3.Connection, known: Knowledge, names: Iterable[str]) -> None:
    """Read some more names into it."""
    naming, is_generic = known.naming(), known.generic.is_generic
    rows = ((name, fold(name), *naming.read(name), _without_form(name, known), not is_generic(name)) for name in names)
    connection.executemany("INSERT OR IGNORE INTO _bodies VALUES (?, ?, ?, ?, ?, ?)", rows)


def _without_form(name: str, known: Knowledge) -> str | None:
    folded = known.fold("ORG", name)
    has_form = len(folded.split()) < len(org_words(name)) and fold(name) != folded and len(folded) > 3
    return folded if has_form else None
