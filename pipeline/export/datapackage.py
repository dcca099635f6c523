"""The Data Package of a run: `datapackage.json`, a Frictionless Table Schema of every table."""

import hashlib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.tables import Column, Table

TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    Decimal: "number",
    date: "date",
    tuple: "string",
}
"""Table Schema type of a column by the type of its values."""


def data_package(folder: Path, tables: Iterable[Table], *, version: str, bom: bool = False) -> dict[str, Any]:
    """Describe the CSV files of a run's folder as a Data Package (v2), with the size and hash of each."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "pressfacts-run",
        "title": "Facts from press articles",
        "description": "People, organisations, amounts, percentages, dates and quotes, each with its evidence.",
        "version": version,
        "resources": [
            _resource(folder / f"{table.name}.csv", table, "utf-8-sig" if bom else "utf-8") for table in tables
        ],
    }


def _resource(path: Path, table: Table, encoding: str) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": table.name,
        "path": path.name,
        "type": "table",
        "title": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "bytes": path.stat().st_size,
        "hash": "sha256:" + digest,
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, Any]:
    """Give the Table Schema of a table: fields, primary key and foreign keys."""
    schema: dict[str, Any] = {
        "fields": [_field(column, required=column.name in table.key) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.reference]}}
            for key in table.foreign_keys
        ]
    return schema


def _field(column: Column, *, required: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": TYPES[column.type], "description": column.description}
    if required:
        field["constraints"] = {"required": True}
    return field
