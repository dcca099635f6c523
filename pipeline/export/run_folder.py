"""The tables of a run to its output folder: every table in every format asked for, and the data package."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.export.datapackage import data_package
from pipeline.export.writers import FORMATS, Rows
from pipeline.files import write_atomically
from pipeline.tables import TABLES


def write_tables(rows: Callable[[str], Rows], folder: Path, formats: Sequence[str], *, version: str) -> list[Path]:
    """Write all tables, each file whole or not at all; raises UsageError where the folder can't be written to."""
    try:
        files = [FORMATS[name](table, rows(table.name), folder) for name in formats for table in TABLES.values()]
        if "csv" in formats:
            write_json(folder / "datapackage.json", data_package(folder, TABLES.values(), version=version))
    except OSError as error:
        raise UsageError(f"{folder}: can't be written to: {error.strerror or error}") from None
    return files


def write_json(path: Path, value: Any) -> None:
    """Write a value as indented JSON."""
    with write_atomically(path) as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write("\n")


def check_formats(formats: Iterable[str]) -> None:
    """Raise UsageError where a format isn't one that is written."""
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"there is no format {name!r}; the formats are {', '.join(FORMATS)}")
