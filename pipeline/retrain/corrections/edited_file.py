"""A corrected file, CSV or XLSX, to its lines of cells; a file that is broken anywhere is refused."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from pipeline.errors import UsageError
from pipeline.export.cells import unharmed
from pipeline.ingest.decoding import Decoded, read_text
from pipeline.ingest.readers.tables.csv_table import delimiter_of
from pipeline.ingest.readers.tables.records import records_of
from pipeline.ingest.readers.tables.xlsx import RowsOf, opened_xlsx, printed_cell

_MOST = 500_000_000
"""Bytes of a corrected table, and of what a workbook unpacks to."""
_COLUMNS, _EMPTY = 200, 10_000
"""Columns, and empty rows behind each other, that a sheet has at most: one far cell would make it millions."""


def edited_csv(path: Path) -> tuple[list[list[str]], str]:
    """Give the lines of a CSV file, and the encoding that it was read in; the first is the header.

    Raises UsageError with the line where quotation marks are not closed, or not doubled.
    """
    text, encoding, _ = _decode(path)
    csv.field_size_limit(_MOST)
    rows = list(records_of(text, delimiter_of(text, lines=1)))
    if torn := next((row for row in rows if row.wrong), None):
        raise UsageError(f"{path.name}, line {torn.line}: quotation marks {torn.wrong}. Nothing was applied.")
    return [list(map(unharmed, row.cells)) for row in rows], encoding


def edited_sheet(path: Path, table: str | None) -> tuple[list[list[str]], str]:
    """Give the lines of the sheet of a workbook that has the table's name, else of its only sheet.

    Raises UsageError where there are several, and none has that name.
    """
    with _opened(path) as sheets:
        wanted = (table or path.stem).lower()
        name = next((n for n in sheets if n.lower() == wanted), next(iter(sheets)))
        if name.lower() != wanted and len(sheets) > 1:
            raise UsageError(
                f"{path.name} has {len(sheets)} sheets ({', '.join(sheets)}); say by --table which one to read"
            )
        lines: list[list[str]] = []
        empty = 0
        for row in sheets[name](_COLUMNS):
            empty = 0 if any(value is not None for value in row) else empty + 1
            if empty > _EMPTY:
                raise UsageError(f"{path.name}: {_EMPTY:,} empty rows behind each other; take out what is behind them")
            lines.append([printed_cell(value.date() if isinstance(value, datetime) else value) for value in row])
        return lines, "XLSX"


def sheets_of(path: Path) -> list[str]:
    """Give the names of the sheets of a workbook."""
    with _opened(path) as sheets:
        return list(sheets)


@contextmanager
def _opened(path: Path) -> Iterator[Mapping[str, RowsOf]]:
    """Open a workbook; raises UsageError for whatever openpyxl raises, which broken XML leads anywhere."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give the corrected table, as CSV or XLSX")
    try:
        with ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > _MOST:
            raise UsageError(f"{path.name} unpacks to {size // 1_000_000:,} MB, too much for a corrected table")
        with path.open("rb") as file, opened_xlsx(file) as sheets:
            yield sheets
    except UsageError:
        raise
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise UsageError(f"{path.name} can't be read as a workbook ({what}); save it as 'CSV UTF-8'") from None


def _decode(path: Path) -> Decoded:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give the corrected table, as CSV or XLSX")
    if path.stat().st_size > _MOST:
        raise UsageError(f"{path.name} is larger than {_MOST // 1_000_000} MB, too much for a corrected table")
    data = path.read_bytes()
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise UsageError(f"{path.name} is a workbook, not CSV; name it .xlsx, or save it as 'CSV UTF-8'")
    read = read_text(data)
    broken = "\ufffd" in read.text and "\ufffd".encode() not in data
    if broken and read.encoding.startswith("utf-16"):
        raise UsageError(f"{path.name} is UTF-16 that breaks off inside a letter; save it again")
    # What nothing tells is what a spreadsheet on Windows saves.
    return Decoded(data.decode("cp1252", errors="replace"), "cp1252") if broken or read.guessed else read
