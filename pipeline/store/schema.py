"""The tables of the store: those that a run works with, named with `_`, and the public ones, derived from records."""

import sqlite3
from datetime import date
from decimal import Decimal

from pipeline.tables import Table

VERSION = 5

WORK = """
CREATE TABLE IF NOT EXISTS _inputs (
    input TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _documents (
    source TEXT PRIMARY KEY, input TEXT NOT NULL, article_id TEXT NOT NULL, rank INTEGER NOT NULL,
    published TEXT NOT NULL, article TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _documents_article ON _documents (article_id, rank, source);
CREATE INDEX IF NOT EXISTS _documents_input ON _documents (input);
CREATE TABLE IF NOT EXISTS _errors (
    source TEXT, stage TEXT, error TEXT, message TEXT, input TEXT NOT NULL, PRIMARY KEY (source, stage, error)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _errors_input ON _errors (input);
CREATE TABLE IF NOT EXISTS _warnings (
    source TEXT, warning TEXT, message TEXT, input TEXT NOT NULL, PRIMARY KEY (source, warning, message)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _warnings_input ON _warnings (input);
CREATE TABLE IF NOT EXISTS _remembered (id INTEGER PRIMARY KEY CHECK (id = 1), what TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS _texts (article_id TEXT PRIMARY KEY, text TEXT NOT NULL, signature BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS _facts (
    article_id TEXT PRIMARY KEY, published TEXT NOT NULL, made_by TEXT NOT NULL, failed INTEGER NOT NULL,
    facts BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS _underway (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _written (as_of TEXT NOT NULL);
CREATE VIEW IF NOT EXISTS _chosen AS
    SELECT article_id, source, published, article FROM (
        SELECT *, row_number() OVER (PARTITION BY article_id ORDER BY rank, source) AS place FROM _documents
    ) WHERE place = 1;
"""
"""What was read (inputs, their documents, texts, errors, warnings) and what was found (facts, as compressed JSON)."""

_SQL_TYPES: dict[type, str] = {
    str: "TEXT",
    int: "INTEGER",
    bool: "INTEGER",
    Decimal: "NUMERIC",
    date: "TEXT",
    tuple: "TEXT",
}
_INDEXED = (
    "entity_id", "person_id", "organisation_id", "speaker_id", "name", "published", "label", "currency", "low",
    "date_from", "title", "organisation", "speaker", "measure", "direction", "confidence", "who", "body", "what",
    "value", "unit", "kind", "publisher", "date", "duplicate_of",
)  # fmt: skip
"""Columns that are searched for, or sorted by, in tables of any length."""

WHO_IS_NAMED_WHERE = ("mentions", "entity_id")
"""Table and column of the index that the tables need which are joined of others."""

_WITHIN = {
    ("articles", "duplicate_of"): ("article_id",),
    WHO_IS_NAMED_WHERE: ("article_id", "start_char"),
    ("facts", "kind"): ("date", "zone", "confidence"),
    ("facts", "date"): ("direction", "zone", "confidence", "article_id"),
}
"""Further columns of an index: who is named in thousands of articles is still found at once in one of them, and what
the overview counts is counted in the index alone."""


def create_table(table: Table) -> str:
    """Write the SQL that makes a public table: its own columns, with its primary and foreign keys."""
    lines = [f'"{column.name}" {_SQL_TYPES[column.type]}' for column in table.own]
    if table.name == "articles":
        lines.append('"text" TEXT')
    lines.append(f"PRIMARY KEY ({_names(table.key)})")
    lines += [
        f'FOREIGN KEY ("{key.column}") REFERENCES "{key.table}" ("{key.reference}")' for key in table.foreign_keys
    ]
    return f'CREATE TABLE "{table.name}" (\n    ' + ",\n    ".join(lines) + "\n)"


def indexed_columns(table: Table) -> tuple[str, ...]:
    """List the columns of a public table that have an index, which begins with them: joins and searches need it."""
    names = [c.name for c in table.own if c.name in _INDEXED and (c.name,) != table.key]
    if table.key[0] != "article_id" and any(c.name == "article_id" for c in table.own):
        names.append("article_id")
    return tuple(names)


def create_indexes(table: Table) -> list[str]:
    """Write the SQL that makes the indexes of a public table that are not there."""
    return [create_index(table.name, name) for name in indexed_columns(table)]


def create_index(table: str, column: str) -> str:
    """Write the SQL that makes one of them."""
    columns = _names((column, *_WITHIN.get((table, column), ())))
    return f'CREATE INDEX IF NOT EXISTS "{table}_{column}" ON "{table}" ({columns})'


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether a store has a table: an older version, or a run that writes its tables still, has fewer."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
