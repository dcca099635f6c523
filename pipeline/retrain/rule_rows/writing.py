"""Rows that corrections add to the rule files: joined, and written to a rule set."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pipeline.files import write_atomically
from pipeline.rulebook.user_rows import Rows, row_kinds


def joined(*parts: Rows) -> dict[str, tuple[Any, ...]]:
    """Give the rows of all parts, in their order: each once, and with ids of their own."""
    names = dict.fromkeys(name for part in parts for name, rows in part.items() if rows)
    return {name: tuple(_distinct(row for part in parts for row in part.get(name, ()))) for name in names}


def _distinct(rows: Iterable[Any]) -> Iterator[Any]:
    """Leave out rows that say what one before says; number the ids that are there already."""
    seen, ids = set(), set()
    for row in rows:
        says = replace(row, id="")
        if says not in seen:
            seen.add(says)
            number, name = 1, row.id
            while name in ids:
                number += 1
                name = f"{row.id}_{number}"
            ids.add(name)
            yield replace(row, id=name)


def write_rows(rows: Rows, folder: Path) -> None:
    """Write rows to the CSV files of a rule set, in the columns of the rules that come with pressfacts."""
    for name, added in rows.items():
        if added:
            _write(folder / f"{name}.csv", row_kinds()[name], added)


def _write(path: Path, kind: type, rows: Iterable[Any]) -> None:
    names = [field.name for field in fields(kind)]
    with write_atomically(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            cells = (getattr(row, name) for name in names)
            writer.writerow("|".join(cell) if isinstance(cell, tuple) else str(cell) for cell in cells)
