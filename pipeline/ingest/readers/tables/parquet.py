"""A Parquet file with a column of texts to articles, by duckdb where it is installed."""

import importlib
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from tempfile import NamedTemporaryFile
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, warning
from pipeline.ingest.readers.tables.columns import choose_columns, chosen_in_words
from pipeline.ingest.readers.tables.flat import flat
from pipeline.ingest.readers.tables.rows import articles_of_rows, no_text
from pipeline.settings import Settings

_AT_ONCE = 1000
"""Rows that are held at once."""
_CONFIG = {"threads": 1, "memory_limit": "500MB", "autoinstall_known_extensions": False}


def read_parquet(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each row that has a text; raises InputUnusable where no column holds texts, or duckdb isn't there."""
    duckdb = _duckdb()
    with NamedTemporaryFile(suffix=".parquet") as file, duckdb.connect(config=_CONFIG) as connection:
        with blob.open() as stream:
            shutil.copyfileobj(stream, file)
        file.flush()
        try:
            found = connection.execute("SELECT * FROM read_parquet(?)", [file.name])
            names = [column[0] for column in found.description]
            sample = found.fetchmany(_AT_ONCE)
        except duckdb.Error as error:
            raise InputUnusable(f"a Parquet file that can't be read: {str(error).splitlines()[0][:160]}") from None
        rows = [_row(names, cells) for cells in sample]
        columns = choose_columns(rows[0] if rows else names, rows[:50], settings)
        if not {"text", "lead"} & set(columns):
            raise InputUnusable(no_text(names, settings), kind="no text")
        if message := chosen_in_words(columns, names, settings):
            yield warning(blob, "columns", message)
        numbered = ((str(n), row) for n, row in enumerate(_all(found, names, rows), 1))
        yield from articles_of_rows(blob, numbered, settings, columns=columns, day_first=settings.day_first)


def _all(found: Any, names: list[str], rows: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    while rows:
        yield from rows
        rows = [_row(names, cells) for cells in found.fetchmany(_AT_ONCE)]


def _row(names: list[str], cells: tuple[Any, ...]) -> Mapping[str, Any]:
    days = (cell.isoformat() if isinstance(cell, date | datetime) else cell for cell in cells)
    return flat(dict(zip(names, days, strict=True)))


def _duckdb() -> Any:
    try:
        return importlib.import_module("duckdb")
    except ImportError:
        raise InputUnusable(
            "it is a Parquet file, which needs duckdb: pip install 'pressfacts[parquet]', or export it as CSV",
            kind="unsupported",
        ) from None
