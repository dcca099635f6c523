"""Rows that corrections add to the rule files: joined, and written to a rule set."""

import csv
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from pipeline.extract.user_rows import Rows, row_kinds
from pipeline.files import write_atomically


def joined(*parts: Rows) -> dict[str, tuple[Any, ...]]:
    """Give the rows of all parts, in their order."""
    names = dict.fromkeys(name for part in parts for name, rows in part.items() if rows)
    return {name: tuple(row for part in parts for row in part.get(name, ())) for name in names}


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
