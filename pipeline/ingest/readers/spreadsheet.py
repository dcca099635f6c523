"""The sheets of an XLSX workbook with a column of texts to articles."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.tables import column_names, read_rows
from pipeline.ingest.readers.zip_file import opened_zip
from pipeline.settings import Settings


def read_xlsx(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every sheet whose first row has a column of texts."""
    from openpyxl import load_workbook  # here, since most runs read no workbook, and it takes a fifth of a second

    with blob.open() as file, opened_zip(file, settings):
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            sheets = [(sheet.title, _header(sheet)) for sheet in book.worksheets]
            usable = [(name, header) for name, header in sheets if "text" in column_names(header, settings)]
            if not usable:
                names = "; ".join(f"{name}: {', '.join(filter(None, header))}" for name, header in sheets)
                message = f"no sheet has a column with the text; say which by --text-column ({names[:150]})"
                raise InputUnusable(message, kind="no text")
            rows = (row for name, header in usable for row in _rows(book[name], header, len(usable) > 1))
            yield from read_rows(blob, rows, settings)
        finally:
            book.close()


def _header(sheet: Any) -> list[str]:
    first = next(sheet.iter_rows(max_row=1, values_only=True), ())
    return [str(cell or "") for cell in first]


def _rows(sheet: Any, header: list[str], several: bool) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        if any(cell is not None for cell in cells):
            place = f"{sheet.title}!{number}" if several else str(number)
            yield place, {name: _cell(cell) for name, cell in zip(header, cells, strict=False) if name}


def _cell(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, (date, datetime)) else cell
