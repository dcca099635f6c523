"""All tables to one Excel workbook: a sheet a table, numbers, dates and yes or no as such, nothing run as a formula."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from pipeline.export.cells import cell
from pipeline.export.datapackage import TYPES
from pipeline.export.sheet_rows import Formats, Lines, RowSheet
from pipeline.export.writers import Rows, values_of
from pipeline.files import write_atomically
from pipeline.tables import Table

NAME = "pressfacts.xlsx"

SHEET_ROWS = 1_048_575
"""Rows under the header that a sheet of XLSX holds at most."""

LOOKED_AT = 200
"""Rows whose cells decide how wide a column is."""

NARROWEST, WIDEST = 8, 60

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "constant_memory": True}  # fmt: skip


def write_workbook(tables: Iterable[Table], rows: Callable[[str], Rows], folder: Path) -> Path:
    """Write the tables as one workbook: header frozen, filters on, wide enough to read, more sheets where needed."""
    path = folder / NAME
    tables = list(tables)
    with write_atomically(path, "wb") as file, xlsxwriter.Workbook(file, _OPTIONS) as book:
        # The same tables give the same bytes, whenever they are written.
        book.set_properties({"title": "pressfacts", "created": datetime(2000, 1, 1)})
        formats = _formats(book)
        for table in tables:
            _write_table(book, table, iter(rows(table.name)), formats)
        _explain(book.add_worksheet("columns"), tables, formats)
    return path


def _formats(book: xlsxwriter.Workbook) -> Formats:
    return {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "whole": book.add_format({"num_format": "#,##0"}),
        "part": book.add_format({"num_format": "#,##0.00######"}),
        "quoted": book.add_format({"quote_prefix": True}),
    }


def _write_table(book: xlsxwriter.Workbook, table: Table, rows: Iterator[Sequence[Any]], formats: Formats) -> None:
    number = 1
    while (first := list(islice(rows, LOOKED_AT))) or number == 1:
        name = table.name if number == 1 else f"{table.name} {number}"
        sheet = book.add_worksheet(name, worksheet_class=RowSheet)
        _write_sheet(sheet, table, first, islice(rows, SHEET_ROWS - len(first)), formats)
        number += 1


def _write_sheet(
    sheet: RowSheet, table: Table, first: Sequence[Sequence[Any]], others: Iterable[Sequence[Any]], formats: Formats
) -> None:
    looked_at = list(values_of(table, first))
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _width(column.name, [values[at] for values in looked_at]))
    sheet.freeze_panes(1, 0)
    lines = Lines(table, formats)
    written = (lines.line(number, row) for number, row in enumerate(chain(first, others), 2))
    last = sheet.write_rows(chain([lines.head()], written), len(table.columns)) - 1
    sheet.autofilter(0, 0, max(1, last), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _width(name: str, values: Sequence[Any]) -> int:
    longest = max((len(str(cell(value))) for value in values), default=0)
    return min(WIDEST, max(NARROWEST, len(name) + 3, longest + 1))


def _explain(sheet: Worksheet, tables: Sequence[Table], formats: Formats) -> None:
    """Say on a sheet of its own what each column means."""
    sheet.set_column(0, 2, 18)
    sheet.set_column(3, 3, 100)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, ["table", "column", "type", "meaning"], formats["head"])
    lines = ((table, column) for table in tables for column in table.columns)
    for at, (table, column) in enumerate(lines, 1):
        sheet.write_row(at, 0, [table.name, column.name, TYPES[column.type], column.description])
