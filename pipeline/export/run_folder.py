"""The tables of a run to its output folder: every table in every format asked for, and the data package."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.export.datapackage import data_package
from pipeline.export.datasette import metadata
from pipeline.export.extra_columns import with_extra
from pipeline.export.workbook import NAME, write_workbook
from pipeline.export.writers import Rows, write_csv, write_jsonl, write_parquet
from pipeline.files import write_atomically
from pipeline.tables import TABLES, Table

FORMATS = ("csv", "xlsx", "jsonl", "parquet")


def write_tables(
    rows: Callable[[str], Rows],
    folder: Path,
    formats: Sequence[str],
    *,
    version: str,
    bom: bool = False,
    extra: Sequence[str] = (),
) -> list[Path]:
    """Write all tables, each file whole or not at all; raises UsageError where the folder can't be written to.

    `extra` names columns of the input that `articles` has beside its own.
    """
    tables, rows = with_extra(extra, rows)
    writers: dict[str, Callable[[Table, Rows, Path], Path]] = {
        "csv": partial(write_csv, bom=bom),
        "jsonl": write_jsonl,
        "parquet": write_parquet,
    }
    files: list[Path] = []
    try:
        for name in formats:
            if name == "xlsx":
                files.append(write_workbook(tables, rows, folder))
            else:
                files += [writers[name](table, rows(table.name), folder) for table in tables]
        if "csv" in formats:
            write_json(folder / "datapackage.json", data_package(folder, tables, version=version, bom=bom))
    except OSError as error:
        raise UsageError(f"{folder}: can't be written to: {error.strerror or error}") from None
    return files


def has_tables(folder: Path, formats: Sequence[str]) -> bool:
    """Say whether a folder has every file that `write_tables` writes there."""
    names = [f"{table}.{name}" for name in formats if name != "xlsx" for table in TABLES]
    names += [NAME] * ("xlsx" in formats) + ["datapackage.json"] * ("csv" in formats)
    return all((folder / name).is_file() for name in names)


def write_metadata(folder: Path, hidden: Iterable[str]) -> None:
    """Write what Datasette shows of the run's SQLite file."""
    write_json(folder / "metadata.json", metadata(TABLES.values(), hidden))


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
