"""Merged entities to the rows of the file that linking reads: corpus/corrections/entities.csv."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path

from pipeline.files import write_atomically
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.runs.exported import Exported
from pipeline.store.entities import read_decisions as read_merges
from pipeline.store.linking import Decision as Merge

FILE = "entities.csv"


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
