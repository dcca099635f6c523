"""A table that came back from a spreadsheet to rows, however it was saved; what can't be read is refused."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from pipeline.errors import UsageError
from pipeline.export.cells import unharmed
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


_MOST = 500_000_000
"""Bytes of a corrected table, and of what a workbook unpacks to."""
_COLUMNS, _EMPTY = 200, 10_000
"""Columns, and empty rows behind each other, that a sheet has at most: one far cell would make it millions."""


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
        sheets = [name for name in _open(path).sheetnames if name.lower() in NEEDED]
        if len(sheets) > 1:
            return [read_edited(path, name.lower()) for name in sheets]
    return [read_edited(path, table)]


def read_edited(path: Path, table: str | None = None) -> EditedTable:
    """Read an edited CSV (UTF-8, UTF-16 or cp1252, with `,` `;` or tabs) or XLSX, columns in any order.

    Which table it is follows from the file's name, else from its columns, unless `table` says. Raises UsageError that
    names the file, the row, the column and the remedy.
    """
    lines, encoding = _read_workbook(path, table) if path.suffix.lower() == ".xlsx" else _read_csv(path)
    if not lines:
        raise UsageError(f"{path.name} is empty; save the corrected table again")
    names = [cell.strip().lower().replace(" ", "_") for cell in lines[0]]
    table = table or _which(path, names)
    columns = _columns(path, table, names)
    rows = [
        _row(path, number, columns, cells) for number, cells in enumerate(lines[1:], 2) if any(map(str.strip, cells))
    ]
    return EditedTable(table, path.name, tuple(columns), tuple(rows), encoding)


def _read_csv(path: Path) -> tuple[list[list[str]], str]:
    text, encoding = _decode(path)
    csv.field_size_limit(_MOST)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return [list(map(unharmed, cells)) for cells in lines], encoding
    except csv.Error as error:
        raise UsageError(
            f"{path.name}, line {lines.line_num}: {error}; a quotation mark that isn't closed, or stands in a cell and"
            " isn't doubled? Nothing was applied."
        ) from None


def _read_workbook(path: Path, table: str | None) -> tuple[list[list[str]], str]:
    """Read the sheet of a workbook that has the table's name, else its only sheet."""
    return _lines_of_sheet(path, _open(path), table), "XLSX"


def _lines_of_sheet(path: Path, book: Workbook, table: str | None) -> list[list[str]]:
    wanted = (table or path.stem).lower()
    name = next((n for n in book.sheetnames if n.lower() == wanted), book.sheetnames[0])
    if name.lower() != wanted and len(book.sheetnames) > 1:
        sheets = ", ".join(book.sheetnames)
        raise UsageError(f"{path.name} has {len(book.sheetnames)} sheets ({sheets}); say by --table which one to read")
    lines: list[list[str]] = []
    empty = 0
    try:
        for row in book[name].iter_rows(max_col=_COLUMNS, values_only=True):
            empty = 0 if any(value is not None for value in row) else empty + 1
            if empty > _EMPTY:
                raise UsageError(f"{path.name}: {_EMPTY:,} empty rows behind each other; take out what is behind them")
            lines.append([_cell(value) for value in row])
    except UsageError:
        raise
    except Exception as error:
        raise _unreadable(path, error) from None
    return lines


def _open(path: Path) -> Workbook:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give the corrected table, as CSV or XLSX")
    try:
        with ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > _MOST:
            raise UsageError(f"{path.name} unpacks to {size // 1_000_000:,} MB, too much for a corrected table")
        return load_workbook(path, read_only=True, data_only=True)
    except UsageError:
        raise
    except Exception as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> UsageError:
    """Say that a workbook can't be read: openpyxl raises whatever broken XML leads it to."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return UsageError(f"{path.name} can't be read as a workbook ({what}); save it as 'CSV UTF-8'")


def _cell(value: object) -> str:
    """Write the value of a workbook's cell as a CSV would have it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else unescape(str(value))


def _decode(path: Path) -> tuple[str, str]:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give the corrected table, as CSV or XLSX")
    if path.stat().st_size > _MOST:
        raise UsageError(f"{path.name} is larger than {_MOST // 1_000_000} MB, too much for a corrected table")
    data = path.read_bytes()
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise UsageError(f"{path.name} is a workbook, not CSV; name it .xlsx, or save it as 'CSV UTF-8'")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise UsageError(f"{path.name} is UTF-16 that breaks off inside a letter; save it again") from None
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


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
