"""Cells that a person decided, as text, to the fields of a record."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.user_rules.rule_set import DecidedCells
from pipeline.plain import BETWEEN, field_types, reader


def with_cells(row: Any, decided: DecidedCells) -> Any:
    """Give a row with the cells that were decided."""
    return replace(row, **typed(type(row), decided.cells), found_by=f"press_decided/{decided.id}")


def typed(record: type, cells: Mapping[str, str | None]) -> dict[str, Any]:
    """Read decided cells to the fields of a record."""
    types = field_types(record)
    given = {
        name: tuple(v.split(BETWEEN)) if types[name] is tuple and v else v for name, v in cells.items() if name in types
    }
    return {name: reader(types[name])(value) for name, value in given.items()}


def with_organisation(doc: Doc, row: Any, decided: DecidedCells) -> Any:
    """Give a person or a figure whose organisation was set the id of the one of that name, if the article has it."""
    if "organisation" not in decided.cells:
        return row
    name = decided.cells["organisation"]
    ids = [o.organisation_id for o in kept(doc, "organisations") if name and name in (o.name, *o.aliases)]
    return replace(row, organisation_id=ids[0] if ids else None)
