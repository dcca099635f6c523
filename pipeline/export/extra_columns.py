"""Columns of the input that a user wants as columns, out of the one that keeps them all as JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.export.writers import Rows
from pipeline.tables import TABLES, Column, Table


def with_extra(names: Sequence[str], rows: Callable[[str], Rows]) -> tuple[tuple[Table, ...], Callable[[str], Rows]]:
    """Give the tables with columns of the input added to `articles`, and the rows that belong to them."""
    if not names:
        return tuple(TABLES.values()), rows
    articles = TABLES["articles"]
    taken = {column.name for column in articles.columns}
    added = [
        Column(f"extra_{name}" if name in taken else name, str, f"Column {name!r} of the input.") for name in names
    ]
    wider = replace(articles, joined=(*articles.joined, *added))
    place = [column.name for column in articles.columns].index("extra")

    def wider_rows(table: str) -> Rows:
        return (_wider(row, place, names) for row in rows(table)) if table == "articles" else rows(table)

    return tuple(wider if table is articles else table for table in TABLES.values()), wider_rows


def _wider(row: Sequence[object], place: int, names: Sequence[str]) -> list[object]:
    extra = json.loads(str(row[place])) if row[place] else {}
    return [*row, *(extra.get(name) for name in names)]
