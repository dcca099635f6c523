"""Decisions about rows to the file of a rule set that `press_decided` reads."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pipeline.extract.user_rules.decided_rows import DecidedRow
from pipeline.extract.user_rules.rule_set import ROWS
from pipeline.files import write_atomically
from pipeline.retrain.corrections.decisions import Decision


def decided_rows(decisions: Iterable[Decision]) -> list[DecidedRow]:
    """Give what was decided about rows of values, people and organisations."""
    return [
        DecidedRow(
            id=decision.decision_id,
            article_id=decision.article_id,
            table=decision.table,
            action=decision.action,
            name=decision.before.get("name") or "",
            anchor=decision.anchor,
            cells=dict(decision.after),
        )
        for decision in decisions
        if decision.table not in ("mentions", "entities")
    ]


def write_decided_rows(rows: Iterable[DecidedRow], folder: Path) -> None:
    """Write decided rows by article, those of one in the order in which they were decided: the last one wins."""
    with write_atomically(folder / ROWS) as file:
        for row in sorted(rows, key=lambda row: row.article_id):
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
