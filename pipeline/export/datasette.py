"""What Datasette shows of a run: `datasette -m metadata.json pressfacts.sqlite` has titles, descriptions and facets."""

from collections.abc import Iterable
from typing import Any

from pipeline.settings import STORE
from pipeline.tables import Table

FACETS = ("label", "kind", "currency", "unit", "direction", "role", "publisher", "zone", "stage")
"""Columns of few values, of which Datasette shows how often each is found."""


def metadata(tables: Iterable[Table], hidden: Iterable[str]) -> dict[str, Any]:
    """Describe the tables and views of a run's SQLite file; hide those that the program works with."""
    described = {}
    for table in tables:
        said = {
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
            "facets": [column.name for column in table.own if column.name in FACETS][:2],
        }
        described[table.name] = said
        if table.joined:
            described[f"{table.name}_wide"] = said
    tables_shown = described | {name: {"hidden": True} for name in hidden}
    return {
        "title": "Facts from press articles",
        "description": "People, organisations, amounts, percentages, dates and quotes, each with its evidence.",
        "databases": {STORE.rsplit(".", 1)[0]: {"tables": tables_shown}},
    }
