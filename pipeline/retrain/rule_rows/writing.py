"""Rows that corrections add to a rule set: those of the rule files, joined, and those of values, people and bodies."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from pipeline.extract.user_rules.rule_set import ROWS, DecidedCells
from pipeline.files import write_atomically
from pipeline.retrain.corrections.decisions import Decision
from pipeline.rulebook.user_rows import Rows


def joined_rows(*parts: Rows) -> dict[str, tuple[Any, ...]]:
    """Give the rows of all parts, in their order: each once, and with ids of their own."""
    names = dict.fromkeys(name for part in parts for name, rows in part.items() if rows)
    return {name: tuple(_distinct(row for part in parts for row in part.get(name, ()))) for name in names}


def _distinct(rows: Iterable[Any]) -> Iterator[Any]:
    """Leave out rows that say what one before says; number the ids that are there already."""
    seen, ids = set(), set()
    for row in rows:
        says = replace(row, id="")
        if says not in seen:
            seen.add(says)
            number, name = 1, row.id
            while name in ids:
                number += 1
                name = f"{row.id}_{number}"
            ids.add(name)
            yield replace(row, id=name)


def decided_rows(decisions: Iterable[Decision]) -> list[DecidedCells]:
    """Give what was decided about rows of values, people and organisations."""
    return [
        DecidedCells(
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


def write_decided_rows(rows: Iterable[DecidedCells], folder: Path) -> None:
    """Write decided rows by article, those of one in the order in which they were decided: the last one wins."""
    with write_atomically(folder / ROWS) as file:
        for row in sorted(rows, key=lambda row: row.article_id):
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
