"""All tables to one Excel workbook: a sheet a table, numbers, dates and yes or no as such, nothing run as a formula."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.export.cells import begins_as_formula, cell, decimal_cell
from pipeline.export.datapackage import TYPES
from pipeline.export.writers import Rows, names_of, values_of
from pipeline.files import write_atomically
from pipeline.tables import Table

NAME = "pressfacts.xlsx"

SHEET_ROWS, SHEET_CELL = 1_048_575, 32_767
"""What a sheet of XLSX holds at most: rows under the header, characters in a cell."""

LOOKED_AT = 200
"""Rows whose cells decide how wide a column is."""

NARROWEST, WIDEST = 8, 60

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; earlier days are written as text."""

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "constant_memory": True}  # fmt: skip

Formats = dict[str, Format]


def write_workbook(tables: Iterable[Table], rows: Callable[[str], Rows], folder: Path) -> Path:
    """Write the tables as one workbook: header frozen, filters on, wide enough to read, more sheets where needed."""
    path = folder / NAME
    tables = list(tables)
    with write_atomically(path, "wb") as file, xlsxwriter.Workbook(file, _OPTIONS) as book:
        # The same tables give the same bytes, whenever they are written.
        book.set_properties({"title": "pressfacts", "created": datetime(2000, 1, 1)})
        formats = _formats(book)
        for table in tables:
            _write_table(book, table, values_of(table, rows(table.name)), formats)
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


def _write_table(book: xlsxwriter.Workbook, table: Table, lines: Iterator[list[Any]], formats: Formats) -> None:
    number = 1
    while (first := list(islice(lines, LOOKED_AT))) or number == 1:
        sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        _write_sheet(sheet, table, first, islice(lines, SHEET_ROWS - len(first)), formats)
        number += 1


def _write_sheet(
    sheet: Worksheet, table: Table, first: Sequence[list[Any]], others: Iterable[list[Any]], formats: Formats
) -> None:
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _width(column.name, [values[at] for values in first]))
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, names_of(table), formats["head"])
    last = 0
    for last, values in enumerate(chain(first, others), 1):
        for at, value in enumerate(values):
            _write(sheet, last, at, value, formats)
    sheet.autofilter(0, 0, max(1, last), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write(sheet: Worksheet, row: int, at: int, value: Any, formats: Formats) -> None:
    """Write a cell as what it is; a text that begins like a formula is marked as text, also for who edits it."""
    if not isinstance(value, str) and (value is None or value == ()):
        return
    if isinstance(value, str):  # most are
        _write_text(sheet, row, at, value, formats)
    elif isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    elif isinstance(value, (int, Decimal)) and _is_exact(value):
        sheet.write_number(row, at, float(value), formats["whole" if value == int(value) else "part"])
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), formats["date"])
    else:
        _write_text(sheet, row, at, str(cell(value)), formats)


def _write_text(sheet: Worksheet, row: int, at: int, text: str, formats: Formats) -> None:
    if text:
        text = text[:SHEET_CELL]
        sheet.write_string(row, at, text, formats["quoted"] if begins_as_formula(text) else None)


def _is_exact(value: int | Decimal) -> bool:
    """Say whether a workbook can hold a number to its last digit; it has 15."""
    return len(decimal_cell(Decimal(value)).strip("-0.").replace(".", "")) <= 15


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
