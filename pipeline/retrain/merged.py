"""Two entities that a person made one."""

from typing import Any

from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_row import Unusable
from pipeline.retrain.runs.exported import Exported


def merge(exported: Exported, one: str, other: str, origin: str) -> Decision:
    """Give the decision that makes two entities one. Raises Unusable where an id is unknown, or of another kind."""
    labels = {row["entity_id"]: row["label"] for row in exported.rows("entities")}
    for entity_id in (one, other):
        if entity_id not in labels:
            raise Unusable(f"entity_id: {entity_id!r} is no entity of this run; copy the id from entities.csv")
    if labels[one] != labels[other]:
        raise Unusable(f"entity_id: {one!r} is {labels[one]} and {other!r} is {labels[other]}; they can't be one")
    ids: dict[str, Any] = {"before": {"entity_id": one}, "after": {"entity_id": other}}
    return Decision(article_id="", table="entities", action="merge", origin=origin, **ids)
