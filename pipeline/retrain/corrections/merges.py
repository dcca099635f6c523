"""Entities that a person made one, or parted: as decisions, and as rows of the file that linking reads."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

from pipeline.files import csv_line, write_atomically
from pipeline.plain import BETWEEN
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_row import Unusable
from pipeline.retrain.runs.exported import Exported, Row
from pipeline.store.linking.decisions import read_entity_decisions as read_rows
from pipeline.store.linking.evidence import EntityDecision
from pipeline.values.names.forms import fold, is_bare

FILE = "entities.csv"
KEYS = {"people": "person_id", "organisations": "organisation_id"}
LABELS = {"people": "PERSON", "organisations": "ORG"}
"""Tables whose rows are those of entities."""
NEXT = "."
"""Stands between the id of a decision and the number of its row, from the second on."""


def merge_decision(exported: Exported, one: str, other: str, origin: str) -> Decision:
    """Give the decision that makes two entities one. Raises Unusable where an id is unknown, or of another kind."""
    entities = {row["entity_id"]: row for row in exported.rows("entities")}
    for entity_id in (one, other):
        if entity_id not in entities:
            raise Unusable(f"entity_id: {entity_id!r} is no entity of this run; copy the id from entities.csv")
    label, its = (entities[entity_id]["label"] for entity_id in (one, other))
    if label != its:
        raise Unusable(f"entity_id: {one!r} is {label} and {other!r} is {its}; they can't be one")
    named: dict[str, Any] = {"before": _named(entities[one]), "after": _named(entities[other])}
    return Decision(article_id="", table="entities", action="merge", origin=origin, **named)


def split_decision(entity: Row, origin: str, *, article_id: str) -> Decision:
    """Give the decision that an entity's name in one article is somebody else."""
    after = {"other_name": entity["name"]}
    return Decision(article_id=article_id, table="entities", action="split", origin=origin, before=_named(entity),
                    after=after)  # fmt: skip


def split_alias(exported: Exported, entity: Row, alias: str, origin: str) -> Decision:
    """Give the decision that an alias of an entity is somebody else, from all of its names in full.

    A family name alone may be anybody's: it is parted where the articles of the entity have it. Raises Unusable where
    an article itself says that both are one.
    """
    table = next(name for name, label in LABELS.items() if label == entity["label"])
    rows = [row for row in exported.rows(table) if row[KEYS[table]] == entity["entity_id"]]
    own = [row for row in rows if fold(row["name"]) == fold(alias)]
    names = dict.fromkeys((entity["name"], *(row["name"] for row in rows)))
    inside = [row for row in rows if row not in own and fold(alias) in map(fold, row.get("aliases", "").split(BETWEEN))]
    if not own and inside:
        what = "reject it there, in mentions.csv" if table == "people" else "take it out there, in organisations.csv"
        where = f"the article {inside[0]['article_id']} calls {inside[0]['name']}"
        raise Unusable(f"aliases: {alias!r} is what {where}; {what}")
    is_person = entity["label"] == "PERSON"
    alone = is_person and is_bare(alias)
    others = [name for name in names if fold(name) != fold(alias) and not (is_person and is_bare(name))]
    after = {
        "other_name": alias,
        "names": BETWEEN.join(() if alone else others),
        "articles": BETWEEN.join(row["article_id"] for row in own) if alone else "",
    }
    return Decision(article_id="", table="entities", action="split", origin=origin, before=_named(entity),
                    after={column: cell for column, cell in after.items() if cell})  # fmt: skip


def _named(entity: Row) -> dict[str, str | None]:
    return {"entity_id": entity["entity_id"], "name": entity["name"], "label": entity["label"]}


def keep_merges(standing: Iterable[Decision], exported: Exported, path: Path, *, undone: Collection[str] = ()) -> int:
    """Put the merges and splits that stand into the file, take those out that were undone; give how many are new."""
    gone = {f"{action}-{decision_id}" for decision_id in undone for action in ("merge", "split")}
    there = [row for row in read_rows(path) if gone.isdisjoint((row.id, row.id.rpartition(NEXT)[0]))]
    known = {_what(row) for row in there}
    fresh = [row for row in links(standing, exported) if _what(row) not in known]
    if fresh or len(there) < len(read_rows(path)):
        with write_atomically(path) as file:
            file.write(csv_line(field.name for field in fields(EntityDecision)))
            file.writelines(csv_line(astuple(row)) for row in [*there, *fresh])
    return len(fresh)


def _what(row: EntityDecision) -> tuple[str, ...]:
    return row.decision, row.label, row.name, row.article_id, row.other_name


def links(decisions: Iterable[Decision], exported: Exported) -> list[EntityDecision]:
    """Give the merges and splits among decisions, by the names of the entities."""
    rows = []
    for decision in decisions:
        name = f"{decision.action}-{decision.decision_id}"
        if decision.action == "merge":
            one, other = (_entity(side, exported) for side in (decision.after, decision.before))
            if one and other:
                sides = (*_told_apart(decision.after, one, exported), *_told_apart(decision.before, other, exported))
                rows.append(EntityDecision(name, "merge", one["label"], *sides))
        elif decision.action == "split":
            rows += [
                EntityDecision(f"{name}{NEXT}{number}" if number > 1 else name, "split", *cells)
                for number, cells in enumerate(_parted(decision), 1)
            ]
    return rows


def _parted(decision: Decision) -> Iterator[tuple[str, str, str, str, str]]:
    """Give label, name, article, other name and its article of each row that parts what a decision does."""
    before, after = decision.before, decision.after
    label, other = before["label"] or "", after["other_name"] or ""
    articles = list(filter(None, (after.get("articles") or "").split(BETWEEN)))
    if articles:
        yield from ((label, other, article_id, other, "") for article_id in articles)
        return
    names = list(filter(None, (after.get("names") or before["name"] or "").split(BETWEEN)))
    yield from ((label, name, decision.article_id, other, "") for name in names)


def _told_apart(side: Row | Any, entity: Row, exported: Exported) -> tuple[str, str]:
    """Give an entity's name, and where others of the run have it too, an article of it with the name that is there."""
    folded = fold(entity["name"])
    others = sum(fold(row["name"]) == folded and row["label"] == entity["label"] for row in exported.rows("entities"))
    if others > 1:
        for table, key in KEYS.items():
            for row in exported.rows(table):
                if row[key] == side["entity_id"]:
                    return row["name"], row["article_id"]
    return entity["name"], ""


def _entity(side: Row | Any, exported: Exported) -> Row | None:
    """Give the entity of a side of a merge: as it was named when it was decided, else as the run has it."""
    if side.get("name"):
        return {"name": side["name"], "label": side["label"]}
    return next((row for row in exported.rows("entities") if row["entity_id"] == side["entity_id"]), None)
