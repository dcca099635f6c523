"""A corrected file, CSV or XLSX, to its lines of cells; a file that is broken anywhere is refused."""

import csv
import io
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from pipeline.errors import UsageError
from pipeline.export.cells import unharmed
from pipeline.ingest.decoding import Decoded, read_text
from pipeline.ingest.readers.tables.csv_table import delimiter_of

_MOST = 500_000_000
"""Bytes of a corrected table, and of what a workbook unpacks to."""
_COLUMNS, _EMPTY = 200, 10_000
"""Columns, and empty rows behind each other, that a sheet has at most: one far cell would make it millions."""


def read_csv(path: Path) -> tuple[list[list[str]], str]:
    """Give the lines of a CSV file, and the encoding that it was read in; the first is the header."""
    text, encoding, _ = _decode(path)
    csv.field_size_limit(_MOST)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text, lines=1), strict=True)
    try:
        return [list(map(unharmed, cells)) for cells in lines], encoding
    except csv.Error as error:
        raise UsageError(
            f"{path.name}, line {lines.line_num}: {error}; a quotation mark that isn't closed, or stands in a cell and"
            " isn't doubled? Nothing was applied."
        ) from None


def read_workbook(path: Path, table: str | None) -> tuple[list[list[str]], str]:
    """Give the lines of the sheet of a workbook that has the table's name, else its only sheet."""
    return _lines_of_sheet(path, _open(path), table), "XLSX"


def sheets_of(path: Path) -> list[str]:
    """Give the names of the sheets of a workbook."""
    return list(_open(path).sheetnames)


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
