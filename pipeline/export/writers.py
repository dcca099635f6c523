"""Tables to files: one function a format, chosen by name from `FORMATS`."""

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.errors import UsageError
from pipeline.export.cells import cell
from pipeline.files import write_atomically
from pipeline.plain import reader
from pipeline.tables import Table

Rows = Iterable[Sequence[Any]]

CHUNK = 20_000
"""Rows that are held in memory at a time."""

PARQUET: dict[type, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    bool: "BOOLEAN",
    Decimal: "DECIMAL(38, 9)",
    date: "DATE",
    tuple: "VARCHAR",
}
"""SQL type of a Parquet column by the type of its values."""

SHEET_ROWS, SHEET_CELL = 1_048_575, 32_767
"""What a sheet of XLSX holds at most: rows under the header, characters in a cell."""


def _chunks(rows: Rows) -> Iterator[list[Sequence[Any]]]:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _cells(table: Table, rows: Rows) -> list[list[str | int]]:
    readers = [reader(column.type) for column in table.columns]
    return [[cell(read(v)) for read, v in zip(readers, row, strict=True)] for row in rows]


def write_csv(table: Table, rows: Rows, folder: Path) -> Path:
    r"""Write a table as CSV by RFC 4180: UTF-8, one header row, `\n` line ends, empty cells for what isn't stated."""
    path = folder / f"{table.name}.csv"
    with write_atomically(path) as file:
        pd.DataFrame(columns=_names(table)).to_csv(file, index=False, lineterminator="\n")
        for chunk in _chunks(rows):
            cells = pd.DataFrame(_cells(table, chunk), columns=_names(table), dtype=object)
            cells.to_csv(file, index=False, header=False, lineterminator="\n")
    return path


def write_jsonl(table: Table, rows: Rows, folder: Path) -> Path:
    """Write a table as JSON Lines: an object a row, amounts as decimal strings, null for what isn't stated."""
    path = folder / f"{table.name}.jsonl"
    readers = [(column.name, reader(column.type)) for column in table.columns]
    with write_atomically(path) as file:
        for row in rows:
            values = {name: read(value) for (name, read), value in zip(readers, row, strict=True)}
            file.write(json.dumps(values, ensure_ascii=False, default=cell) + "\n")
    return path


def write_xlsx(table: Table, rows: Rows, folder: Path) -> Path:
    """Write a table as an Excel workbook: as many sheets as it needs, header frozen, nothing run as a formula."""
    xlsxwriter = _extra("xlsxwriter", "xlsx")
    path = folder / f"{table.name}.xlsx"
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with write_atomically(path, "wb") as file, xlsxwriter.Workbook(file, options) as book:
        bold, rows, number = book.add_format({"bold": True}), iter(rows), 1
        while (part := list(islice(rows, SHEET_ROWS))) or number == 1:
            sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, _names(table), bold)
            for at, cells in enumerate(_cells(table, part), 1):
                sheet.write_row(at, 0, [c[:SHEET_CELL] if isinstance(c, str) else c for c in cells])
            sheet.autofilter(0, 0, max(1, len(part)), len(table.columns) - 1)
            number += 1
    return path


def write_parquet(table: Table, rows: Rows, folder: Path) -> Path:
    """Write a table as Parquet by duckdb: amounts as DECIMAL(38, 9), dates as DATE, lists with `; ` between."""
    duckdb = _extra("duckdb", "parquet")
    path = folder / f"{table.name}.parquet"
    columns = ", ".join(f'CAST("{c.name}" AS {PARQUET[c.type]}) AS "{c.name}"' for c in table.columns)
    data = pd.DataFrame(_cells(table, rows), columns=_names(table)).replace("", None).astype("string")
    with write_atomically(path, "wb") as file, duckdb.connect() as connection:
        connection.register("cells", data)
        target = str(file.name).replace("'", "''")
        connection.execute(f"COPY (SELECT {columns} FROM cells) TO '{target}' (FORMAT parquet)")
    return path


def _extra(module: str, extra: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UsageError(f"the format {extra} needs {module}: pip install 'pressfacts[{extra}]'") from None


FORMATS: dict[str, Callable[[Table, Rows, Path], Path]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
}
"""Every format that tables are written in, by the name that `--format` takes."""
