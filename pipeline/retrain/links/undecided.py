"""Cells that a links model fills in and that nobody decided about: what corrections teach is to leave them alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.evaluation.scoring import FoundFacts
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.links.lesson import CELLS
from pipeline.retrain.rule_rows.upheld import rows_of_decision

Place = tuple[str, str | int, str]
"""Table, person or first character, and column."""


def undecided_cells(found: FoundFacts, decisions: Sequence[Decision] = ()) -> dict[Place, Any]:
    """Give what stands in each cell of an article that no decision is about."""
    decided = {
        (decision.table, _row(row), column)
        for decision in decisions
        for row in rows_of_decision(decision, found)
        for column in decision.after
    }
    cells = {
        (table, _row(row), column): getattr(row, column, None) or getattr(row, f"{column}_id", None)
        for table, columns in CELLS.items()
        for row in found.get(table, ())
        for column in columns
    }
    return {place: value for place, value in cells.items() if place not in decided}


def count_changed(before: Mapping[Place, Any], after: Mapping[Place, Any]) -> int:
    """Count the cells that something else stands in than before."""
    return sum(after.get(place) != value for place, value in before.items())


def _row(row: Any) -> str | int:
    return row.person_id if hasattr(row, "person_id") else row.start_char  # type: ignore[no-any-return]
