"""Entities that a person made one: as a decision, and as rows of the file that linking reads."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

from pipeline.files import write_atomically
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_row import Unusable
from pipeline.retrain.runs.exported import Exported
from pipeline.store.linking.decisions import read_decisions as read_merges
from pipeline.store.linking.evidence import Decision as Merge

FILE = "entities.csv"


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


def keep_merges(decisions: Iterable[Decision], exported: Exported, path: Path) -> int:
    """Add the merges among decisions to the file; give how many are new."""
    there = list(read_merges(path))
    known = {(row.name, row.other_name) for row in there}
    fresh = [row for row in merges(decisions, exported) if (row.name, row.other_name) not in known]
    if fresh:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(field.name for field in fields(Merge))
        writer.writerows(astuple(row) for row in [*there, *fresh])
        with write_atomically(path) as file:
            file.write(out.getvalue())
    return len(fresh)


def merges(decisions: Iterable[Decision], exported: Exported) -> list[Merge]:
    """Give the merges among decisions, by the names of the entities."""
    entities = {row["entity_id"]: row for row in exported.rows("entities")}
    rows = []
    for decision in decisions:
        if decision.action == "merge":
            one = entities.get(decision.after["entity_id"] or "")
            other = entities.get(decision.before["entity_id"] or "")
            if one and other:
                name = decision.decision_id
                rows.append(Merge(f"merge-{name}", "merge", one["label"], one["name"], "", other["name"], ""))
    return rows
