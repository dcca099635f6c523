"""Cells that a person decided, as text, to the fields of a record."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pipeline.extract.user_rules.rule_set import DecidedRow
from pipeline.plain import field_types, reader


def with_cells(row: Any, decided: DecidedRow) -> Any:
    """Give a row with the cells that were decided."""
    return replace(row, **typed(type(row), decided.cells), found_by=f"press_decided/{decided.id}")


def typed(record: type, cells: Mapping[str, str | None]) -> dict[str, Any]:
    """Read decided cells to the fields of a record."""
    types = field_types(record)
    given = {
        name: tuple(v.split("; ")) if types[name] is tuple and v else v for name, v in cells.items() if name in types
    }
    return {name: reader(types[name])(value) for name, value in given.items()}
