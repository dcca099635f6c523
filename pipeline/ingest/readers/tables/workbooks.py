"""The sheets of a workbook (XLSX, old XLS, OpenDocument) with a column of texts to articles."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from itertools import repeat
from typing import Any

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.tables.sheets import read_sheets
from pipeline.ingest.readers.tables.xlsx import RowsOf, opened_xlsx
from pipeline.ingest.readers.xml_tree import attribute, local, named, xml_tree
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

_REPEATED = 1000
"""Most times that a cell or row of OpenDocument is repeated: a sheet is filled to its edge with empty ones."""


def read_xlsx(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every sheet of a workbook that has a column of texts."""
    with blob.open() as file, opened_zip(file, settings), opened_xlsx(file) as sheets:
        yield from read_sheets(blob, [(name, partial(_with_dates, rows)) for name, rows in sheets.items()], settings)


def _with_dates(rows: RowsOf) -> Iterator[Sequence[Any]]:
    return ([cell.isoformat() if isinstance(cell, (date, datetime)) else cell for cell in row] for row in rows(None))


def read_xls(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every sheet of an old workbook that has a column of texts."""
    import xlrd  # here, since most runs read no workbook

    try:
        book = xlrd.open_workbook(file_contents=blob.read(settings), on_demand=True)
    except xlrd.XLRDError as error:
        kind = "encrypted" if "encrypt" in str(error).lower() else "unreadable"
        raise InputUnusable(f"an old workbook that can't be read: {error}", kind=kind) from None
    sheets = [(name, partial(_rows_of_xls, book, name)) for name in book.sheet_names()]
    yield from read_sheets(blob, sheets, settings)


def _rows_of_xls(book: Any, name: str) -> Iterator[Sequence[Any]]:
    sheet = book.sheet_by_name(name)
    return ([_old_cell(cell, book.datemode) for cell in sheet.row(at)] for at in range(sheet.nrows))


def _old_cell(cell: Any, mode: int) -> Any:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, mode).isoformat()
        except (ValueError, OverflowError, xlrd.xldate.XLDateError):
            return None
    return None if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_EMPTY) else cell.value


def read_ods(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every sheet of an OpenDocument spreadsheet that has a column of texts."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        tree = xml_tree(read_member(archive, "content.xml", settings), "content.xml")
    sheets = [(attribute(table, "name") or "", partial(_rows_of_ods, table)) for table in named(tree, "table")]
    yield from read_sheets(blob, sheets, settings)


def _rows_of_ods(table: etree._Element) -> Iterator[Sequence[Any]]:
    for row in named(table, "table-row"):
        cells: list[Any] = []
        for cell in row:
            if local(cell) in ("table-cell", "covered-table-cell"):
                times = min(int(attribute(cell, "number-columns-repeated") or 1), _REPEATED)
                cells.extend(repeat(_open_cell(cell), times))
        yield cells


def _open_cell(cell: etree._Element) -> str | None:
    stated = attribute(cell, "date-value")
    paragraphs = ["".join(map(str, p.itertext())) for p in named(cell, "p")]
    return stated or "\n\n".join(paragraphs) or None
