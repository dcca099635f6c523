"""A table that came back from a spreadsheet to rows under the names of our columns; what can't be told is refused."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.retrain.corrections.edited_file import edited_csv, edited_sheet, sheets_of
from pipeline.tables import TABLES

SYNONYMS = {
    "article": "article_id",
    "doc_id": "article_id",
    "document_id": "article_id",
    "start": "start_char",
    "end": "end_char",
    "entity": "text",
    "words": "text",
    "type": "label",
    "kind": "label",
    "decision": "reject",
    "rejected": "reject",
    "answer": "reject",
    "id": "source_id",
}
"""Names that people give to columns, and the columns that they mean where the table has no column of that name."""

ALSO = ("reject", "note", "source", "source_id")
"""Columns that a person may add to any table."""

NEEDED = {
    "mentions": ("text", "label"),
    "people": ("person_id", "name"),
    "organisations": ("organisation_id", "name"),
    "money": ("text", "low", "high", "currency"),
    "percentages": ("text", "low", "high", "unit"),
    "quotes": ("text", "speaker"),
    "entities": ("entity_id", "name"),
}
"""Tables that can be corrected, and the columns by which each is told from the others."""


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row of an edited table: its number in the file (the header is row 1) and its cells by column."""

    number: int
    cells: dict[str, str]

    @property
    def is_from_export(self) -> bool:
        """Say whether a run wrote this row: it has what the program fills, and people leave empty."""
        return bool(self.get("found_by") or self.get("why"))

    def get(self, column: str) -> str:
        """Give a cell without the spaces around it; empty where the row has none."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True, slots=True)
class EditedTable:
    """An edited table: the name of the table, the file's name, its columns and rows, and how it was read."""

    table: str
    file: str
    columns: tuple[str, ...]
    rows: tuple[EditedRow, ...]
    encoding: str = "utf-8"


def read_all_edited(path: Path, table: str | None = None) -> list[EditedTable]:
    """Read an edited file: a CSV is one table, a workbook as a run writes it as many as it has sheets of."""
    if table is None and path.suffix.lower() == ".xlsx":
        sheets = [name for name in sheets_of(path) if name.lower() in NEEDED]
        if len(sheets) > 1:
            return [read_edited(path, name.lower()) for name in sheets]
    return [read_edited(path, table)]


def read_edited(path: Path, table: str | None = None) -> EditedTable:
    """Read an edited CSV (UTF-8, UTF-16 or cp1252, with `,` `;` or tabs) or XLSX, columns in any order.

    Which table it is follows from the file's name, else from its columns, unless `table` says. Raises UsageError that
    names the file, the row, the column and the remedy.
    """
    lines, encoding = edited_sheet(path, table) if path.suffix.lower() == ".xlsx" else edited_csv(path)
    if not lines:
        raise UsageError(f"{path.name} is empty; save the corrected table again")
    names = [cell.strip().lower().replace(" ", "_") for cell in lines[0]]
    table = table or _which(path, names)
    columns = _columns(path, table, names)
    rows = [
        _row(path, number, columns, cells) for number, cells in enumerate(lines[1:], 2) if any(map(str.strip, cells))
    ]
    return EditedTable(table, path.name, tuple(columns), tuple(rows), encoding)


def _which(path: Path, names: list[str]) -> str:
    stem = path.stem.lower()
    for table in NEEDED:
        if re.search(rf"(?:^|[^a-z]){table}(?:[^a-z]|$)", stem):
            return table
    known = {table: set(TABLES[table].key[-1:]) | set(needed) for table, needed in NEEDED.items()}
    fits = [table for table, needed in known.items() if needed <= set(names)]
    if len(fits) != 1:
        raise UsageError(
            f"{path.name}, row 1: which table is this? It has the columns {', '.join(names)}; keep the table's name in"
            f" the file's name, or say --table {'|'.join(NEEDED)}"
        )
    return fits[0]


def _columns(path: Path, table: str, names: list[str]) -> list[str]:
    if table not in NEEDED:
        raise UsageError(f"{path.name}: corrections are read from {', '.join(NEEDED)}, not from {table!r}")
    own = {column.name for column in TABLES[table].columns}
    found = [name if name in own or name in ALSO else SYNONYMS.get(name, name) for name in names]
    for column in (*NEEDED[table], "article_id"):
        by_source = column == "article_id" and (table == "entities" or {"source", "source_id"} & set(found))
        if column not in found and not by_source:
            raise UsageError(
                f"{path.name}, row 1: the column {column!r} is missing (there are: {', '.join(names)}); give it back"
                " its name, nothing was applied"
            )
    twice = sorted({name for name in found if name and found.count(name) > 1})
    if twice:
        raise UsageError(f"{path.name}, row 1: the column {twice[0]!r} stands there twice; take one of them out")
    return found


def _row(path: Path, number: int, columns: list[str], cells: list[str]) -> EditedRow:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise UsageError(
            f"{path.name}, row {number}: {len(cells)} cells under {len(columns)} columns; a cell that holds the"
            " delimiter must stand in quotes. Nothing was applied."
        )
    return EditedRow(number, dict(zip(columns, cells, strict=False)))
