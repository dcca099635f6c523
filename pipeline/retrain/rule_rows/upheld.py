"""Whether what a person decided holds in what a pipeline found."""

from collections.abc import Sequence
from typing import Any

from pipeline.evaluation.scoring import FoundFacts
from pipeline.export.cells import cell
from pipeline.plain import BETWEEN
from pipeline.retrain.corrections.decisions import Decision


def holds(decision: Decision, found: FoundFacts) -> bool:
    """Say whether a decision about a mention, a person, an organisation's names or a quotation holds in an article."""
    if decision.table == "mentions":
        return _mention_holds(decision, found)
    rows = rows_of_decision(decision, found)
    if decision.action == "reject":
        return not rows
    cells = [(column, value, decision.before.get(column)) for column, value in decision.after.items()]
    return any(all(_agrees(row, *each, found) for each in cells) for row in rows)


def _mention_holds(decision: Decision, found: FoundFacts) -> bool:
    place = decision.to or decision.anchor
    if place is None:
        return True
    labels = {m.label for m in found["mentions"] if (m.start_char, m.end_char) == (place.start, place.end)}
    return (
        decision.before.get("label") not in labels if decision.action == "reject" else decision.after["label"] in labels
    )


def rows_of_decision(decision: Decision, found: FoundFacts) -> Sequence[Any]:
    """Give the rows that a decision is about: by its place, or by the name that it had."""
    rows = found.get(decision.table, ())
    if decision.anchor:
        return [row for row in rows if row.start_char == decision.anchor.start]
    name = decision.before.get("name")
    return [row for row in rows if name in (row.name, *row.aliases)]


def _agrees(row: Any, column: str, value: str | None, before: str | None, found: FoundFacts) -> bool:
    """Say whether a cell is as decided; of aliases, those added must be there and those removed gone."""
    if column == "aliases":
        now, old = (set(filter(None, (cells or "").split(BETWEEN))) for cells in (value, before))
        names = {row.name, *row.aliases}
        return now - old <= names and not (old - now) & names
    if column == "organisation" and not hasattr(row, column):
        return (value or "") in _owner(row, found)
    return str(cell(getattr(row, column))) == (value or "")


def _owner(figure: Any, found: FoundFacts) -> tuple[str, ...]:
    """Give the names of the organisation that a figure belongs to; the empty one where it belongs to none."""
    bodies = (body for body in found["organisations"] if body.organisation_id == figure.organisation_id)
    return next(((body.name, *body.aliases) for body in bodies), ("",))
