"""Cells that a links model fills in and that nobody decided about: what corrections teach is to leave them alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.evaluation.scoring import FoundFacts
from pipeline.extract.links.judge import EVEN
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.links.lesson import CELLS
from pipeline.retrain.rule_rows.upheld import rows_of_decision

SURE = "sure"
"""Stands for the confidence of a row, which may change a little: that it is likelier right than wrong."""
Place = tuple[str, str | int, str]
"""Table, person or first character, and column."""


def undecided_cells(found: FoundFacts, decisions: Sequence[Decision] = ()) -> dict[Place, Any]:
    """Give what stands in each cell of an article that no decision is about, and whether a row is likelier right.

    A row with a decided cell has another confidence for that cell's sake.
    """
    decided = {
        place
        for decision in decisions
        for row in rows_of_decision(decision, found)
        for place in [(decision.table, _row(row), column) for column in (*decision.after, SURE)]
    }
    cells = {
        (table, _row(row), column): getattr(row, column, None) or getattr(row, f"{column}_id", None)
        for table, columns in CELLS.items()
        for row in found.get(table, ())
        for column in columns
    }
    sure = {(table, _row(row), SURE): (row.confidence or 0) >= EVEN for table in CELLS for row in found.get(table, ())}
    return {place: value for place, value in {**cells, **sure}.items() if place not in decided}


def count_changed(before: Mapping[Place, Any], after: Mapping[Place, Any]) -> int:
    """Count the cells that something else stands in than before."""
    return sum(after.get(place) != value for place, value in before.items())


def _row(row: Any) -> str | int:
    return row.person_id if hasattr(row, "person_id") else row.start_char  # type: ignore[no-any-return]
