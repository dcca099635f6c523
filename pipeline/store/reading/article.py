"""An article of a run with everything that was found in it, and its neighbours."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from pipeline.records import ARTICLE_RECORDS
from pipeline.store import joined
from pipeline.store.cells import from_cells
from pipeline.tables import TABLES

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article: its row, its text, the rows of each table, and the ids of the articles before and after it."""

    row: Row
    text: str
    found: dict[str, list[Row]]
    before: str | None
    after: str | None
    number: int
    of: int


def read_article(connection: sqlite3.Connection, article_id: str) -> ReadArticle | None:
    """Read an article; None where the run has none of this id."""
    (row,) = rows_where(connection, "articles", "t.article_id = ?", article_id) or (None,)
    if row is None:
        return None
    number, text = connection.execute("SELECT rowid, text FROM articles WHERE article_id = ?", (article_id,)).fetchone()
    near = "SELECT article_id FROM articles WHERE rowid {} ? ORDER BY rowid {} LIMIT 1"
    before = connection.execute(near.format("<", "DESC"), (number,)).fetchone()
    after = connection.execute(near.format(">", "ASC"), (number,)).fetchone()
    (of,) = connection.execute("SELECT max(rowid) FROM articles").fetchone()
    found = {name: rows_where(connection, name, "t.article_id = ?", article_id) for name in ARTICLE_RECORDS}
    return ReadArticle(row=row, text=text, found=found, number=number, of=of,
                       before=before and before[0], after=after and after[0])  # fmt: skip


def rows_where(connection: sqlite3.Connection, name: str, condition: str, *values: Any, limit: int = -1) -> list[Row]:
    """Give the rows of a table, called `t`, that fit a condition, in the order of the table."""
    table = TABLES[name]
    sql = joined.sql_of_columns(table)
    query = f"SELECT {', '.join(sql.values())} FROM {joined.source(table)} WHERE {condition} ORDER BY t.rowid LIMIT ?"
    read = from_cells(table.columns)
    return [dict(zip(sql, read(row), strict=True)) for row in connection.execute(query, (*values, limit))]
