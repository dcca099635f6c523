"""Tables to text files and Parquet: one function a format; the workbook of all tables is in `workbook.py`."""

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.errors import UsageError
from pipeline.export.cells import cell, csv_cell, no_formula
from pipeline.export.repeated import once_each
from pipeline.files import csv_line, csv_quoted, write_atomically
from pipeline.plain import BETWEEN, reader
from pipeline.tables import Table

Rows = Iterable[Sequence[Any]]

PARQUET: dict[type, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    bool: "BOOLEAN",
    Decimal: "DECIMAL(38, 9)",
    date: "DATE",
    tuple: "VARCHAR",
}
"""SQL type of a Parquet column by the type of its values."""

AT_ONCE = 20_000
"""Rows that are held at once for Parquet."""

_FRUGAL = {"threads": 1, "memory_limit": "200MB"}
"""How duckdb works: as many threads as cores would make other bytes on each machine, and it keeps what it may."""

BOM = "\ufeff"
"""Sign at the beginning of a file by which old versions of Excel know UTF-8."""


def names_of_columns(table: Table) -> list[str]:
    """List the names of a table's columns."""
    return [column.name for column in table.columns]


def values_of(table: Table, rows: Rows) -> Iterator[list[Any]]:
    """Give the values of rows, each of the type of its column."""
    readers = [reader(column.type) for column in table.columns]
    for row in rows:
        yield [read(value) for read, value in zip(readers, row, strict=True)]


def write_csv(table: Table, rows: Rows, folder: Path, *, bom: bool = False) -> Path:
    r"""Write a table as CSV by RFC 4180: UTF-8, one header row, `\n` line ends, empty cells for what isn't stated."""
    path = folder / f"{table.name}.csv"
    with write_atomically(path) as file:
        file.write(BOM if bom else "")
        file.write(csv_line(names_of_columns(table)))
        write = [_csv_writer(column.type) for column in table.columns]
        file.writelines(",".join([w(value) for w, value in zip(write, row, strict=True)]) + "\n" for row in rows)
    return path


def _csv_writer(kind: type) -> Callable[[Any], str]:
    """Give the function that writes plain values of a type as cells of CSV."""
    if kind is int:
        return once_each(str, int)
    if kind is tuple:
        joined = once_each(lambda text: csv_quoted(no_formula(text)))
        return lambda parts: joined(BETWEEN.join(parts)) if parts else ""
    read = reader(kind)
    return once_each(lambda value: csv_quoted(str(csv_cell(read(value)))))


def write_jsonl(table: Table, rows: Rows, folder: Path) -> Path:
    """Write a table as JSON Lines: an object a row, amounts as decimal strings, null for what isn't stated."""
    path = folder / f"{table.name}.jsonl"
    with write_atomically(path) as file:
        for values in values_of(table, rows):
            record = dict(zip(names_of_columns(table), values, strict=True))
            file.write(json.dumps(record, ensure_ascii=False, default=cell) + "\n")
    return path


def write_parquet(table: Table, rows: Rows, folder: Path) -> Path:
    """Write a table as Parquet by duckdb: amounts as DECIMAL(38, 9), dates as DATE, lists with `; ` between."""
    import pandas as pd  # a third of a second, which a run that writes CSV need not spend

    duckdb = _duckdb()
    path = folder / f"{table.name}.parquet"
    columns = ", ".join(f'"{column.name}" {PARQUET[column.type]}' for column in table.columns)
    lines = ([cell(value) for value in values] for values in values_of(table, rows))
    with (
        write_atomically(path, "wb") as file,
        TemporaryDirectory(prefix="pressfacts-") as apart,
        duckdb.connect(f"{apart}/rows.duckdb", config=_FRUGAL) as connection,  # a file, for tables that fit nowhere
    ):
        connection.execute(f"CREATE TABLE kept ({columns})")
        while some := list(islice(lines, AT_ONCE)):
            connection.register(
                "cells", pd.DataFrame(some, columns=names_of_columns(table)).replace("", None).astype("string")
            )
            connection.execute("INSERT INTO kept SELECT * FROM cells")
        target = str(file.name).replace("'", "''")
        connection.execute(f"COPY kept TO '{target}' (FORMAT parquet)")
    return path


def _duckdb() -> Any:
    try:
        return importlib.import_module("duckdb")
    except ImportError:
        raise UsageError("the format parquet needs duckdb: pip install 'pressfacts[parquet]'") from None
