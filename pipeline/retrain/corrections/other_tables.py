"""The rows of an edited people, organisations, money, percentages, quotes or entities table to decisions."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.export.cells import cell as written
from pipeline.plain import BETWEEN
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_row import Decided, Gone, Unusable, article_of_row, is_rejected
from pipeline.retrain.corrections.edited_table import EditedRow, EditedTable
from pipeline.retrain.corrections.given_ids import given_ids
from pipeline.retrain.corrections.merges import LABELS, merge_decision, split_alias, split_decision
from pipeline.retrain.corrections.spreadsheet import mended, number_of_cell, same
from pipeline.retrain.runs.exported import Exported, Row
from pipeline.tables import TABLES
from pipeline.values.text.anchors import Anchor, anchor, occurrences

CHANGEABLE: dict[str, tuple[str, ...]] = {
    "people": ("name", "title", "organisation"),
    "organisations": ("name", "aliases"),
    "money": ("low", "high", "currency", "qualifier", "per", "measure", "role", "direction", "organisation"),
    "percentages": ("low", "high", "unit", "qualifier", "measure", "direction", "compared_to", "organisation"),
    "quotes": ("speaker", "cue"),
    "entities": ("name", "aliases"),
}
"""Columns that a person can correct, by table; the others follow from them."""

KEYS = {
    "people": ("article_id", "person_id"),
    "organisations": ("article_id", "organisation_id"),
    "money": ("article_id", "start_char", "end_char"),
    "percentages": ("article_id", "start_char", "end_char"),
    "quotes": ("article_id", "start_char", "end_char"),
    "entities": ("entity_id",),
}

IDS = {"people": "person_id", "organisations": "organisation_id", "entities": "entity_id"}

CHOICES: dict[str, set[str]] = {
    "qualifier": {"exact", "approx", "min", "max"},
    "unit": {"percent", "percentage_point", "basis_point"},
    "direction": {"up", "down", ""},
    "role": {"level", "change", "base", ""},
}


def row_decisions(
    edited: EditedTable, exported: Exported, problems: list[str], gone: list[str], decided: Decided
) -> Iterator[Decision]:
    """Give the decisions of an edited table.

    What can't be used is added to `problems`, rows of an earlier run that this one doesn't have any more to `gone`.
    """
    by_key = {tuple(row[column] for column in KEYS[edited.table]): row for row in exported.rows(edited.table)}
    by_name = {(r.get("article_id", ""), r["name"]): r for r in by_key.values() if "name" in r}
    given = given_ids(edited, by_key.values()) if edited.table == "entities" else {}
    for row in edited.rows:
        origin = f"{edited.file}, row {row.number}"
        try:
            if row.number in given:
                yield merge_decision(exported, given[row.number]["entity_id"], row.get("entity_id"), origin)
                continue
            article_id = "" if edited.table == "entities" else article_of_row(row, exported)
            before = by_key.get(tuple(_key(row, column, article_id) for column in KEYS[edited.table]))
            merged = by_name.get((article_id, row.get("name")))
            yield from _decisions(_Edited(edited, row, before, merged, article_id, exported, origin), decided)
        except Gone:
            gone.append(origin)
        except Unusable as problem:
            problems.append(f"{origin}: {problem}")


def _key(row: EditedRow, column: str, article_id: str) -> str:
    """Give a cell of a row's key; a spreadsheet may have made 81.0 of an offset."""
    return article_id if column == "article_id" else row.get(column).removesuffix(".0")


@dataclass(frozen=True, slots=True)
class _Edited:
    """A row of an edited table, the row of the run that it was, and the other of its article that has its name."""

    of: EditedTable
    row: EditedRow
    before: Row | None
    namesake: Row | None
    article_id: str
    exported: Exported
    origin: str

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.exported.texts.get(self.article_id, "")


def _decisions(one: _Edited, decided: Decided) -> Iterator[Decision]:
    """Give the decisions of a row: on entities, or on the row itself."""
    of_entities = list(_of_entities(one))
    if of_entities:
        yield from of_entities
        return
    _refuse(one, decided)
    table, row, before = one.of.table, one.row, one.before
    common: dict[str, Any] = {"article_id": one.article_id, "table": table, "origin": one.origin}
    if before is None:
        yield _added(row, table, one.text, common)
        return
    here, id_column = _anchor(before, one.text), IDS.get(table)
    key = {} if here else {id_column or "": before[id_column or ""]}
    if is_rejected(row):
        yield Decision(**common, action="reject", anchor=here, before={**key, **_named(before)})
        return
    changed = _changes(one.of, row, before)
    if here and changed.get("organisation"):
        _refuse_stranger(str(changed["organisation"]), one.article_id, one.exported)
    if changed:
        old = {column: before[column] for column in changed}
        yield Decision(**common, action="set", anchor=here, before={**key, **_named(before), **old}, after=changed)


def _of_entities(one: _Edited) -> Iterator[Decision]:
    """Give what a row decides on entities: two are one, one is two, or an alias is somebody else's."""
    table, row, before, namesake, id_column = one.of.table, one.row, one.before, one.namesake, IDS.get(one.of.table)
    renamed = before is None or before.get("name") != row.get("name")
    if id_column and namesake and renamed and row.get(id_column) and row.get(id_column) != namesake[id_column]:
        yield merge_decision(one.exported, namesake[id_column], row.get(id_column), one.origin)
    elif namesake and table in LABELS and row.is_from_export and not row.get(id_column or "") and not is_rejected(row):
        entity = {**_named(namesake), "entity_id": namesake[id_column or ""], "label": LABELS[table]}
        yield split_decision(entity, one.origin, article_id=one.article_id)
    elif table == "entities" and before and not is_rejected(row):
        yield from (split_alias(one.exported, before, alias, one.origin) for alias in _taken_out(one.of, row, before))


def _refuse(one: _Edited, decided: Decided) -> None:
    """Raise Gone where an earlier run had the row, and Unusable where what was done to it can't be put to use."""
    table, row, before = one.of.table, one.row, one.before
    if before is None and (decided.has(table, one.article_id, row) or (row.is_from_export and not is_rejected(row))):
        raise Gone
    if table == "entities" and (is_rejected(row) or before is None or _changes(one.of, row, before)):
        raise Unusable("entities: give two rows of one kind the same entity_id to merge them, or take an alias out"
                       " that is somebody else's; other cells follow from people.csv and organisations.csv, so change"
                       " them there")  # fmt: skip
    if before is None and is_rejected(row):
        raise Unusable("this row isn't in what was exported, so it can't be rejected; was its place changed?")
    if before and "text" in one.of.columns and not same(before.get("text", ""), row.get("text")):
        raise Unusable(f"text: {before['text']!r} can't be changed here; reject the row, and add one with other words")


def _taken_out(edited: EditedTable, row: EditedRow, before: Row) -> list[str]:
    """List the aliases that a person took out of an entity's row, where nothing else of it was changed."""
    if set(_changes(edited, row, before)) != {"aliases"}:
        return []
    was, now = (
        [part.strip() for part in cell.split(";") if part.strip()]
        for cell in (before.get("aliases", ""), row.get("aliases"))
    )
    return [alias for alias in was if alias not in now] if set(now) < set(was) else []


def _refuse_stranger(name: str, article_id: str, exported: Exported) -> None:
    """Raise Unusable where a figure is to belong to what is no organisation of its article."""
    bodies = (row for row in exported.rows("organisations") if row["article_id"] == article_id)
    names = [name for row in bodies for name in (row["name"], *row.get("aliases", "").split(BETWEEN)) if name]
    if name not in names:
        there = f"it has {', '.join(names[:8])}" if names else "it has none"
        raise Unusable(f"organisation: {name!r} is no organisation of this article; {there}")


def _named(row: Row) -> dict[str, str]:
    return {"name": row["name"]} if "name" in row else {}


def _anchor(row: Row, text: str) -> Anchor | None:
    return anchor(text, int(row["start_char"]), int(row["end_char"])) if "start_char" in row else None


def _changes(edited: EditedTable, row: EditedRow, before: Row) -> dict[str, str | None]:
    types = {column.name: column.type for column in TABLES[edited.table].columns}
    changed: dict[str, str | None] = {}
    for column in CHANGEABLE[edited.table]:
        if column in edited.columns and not same(before.get(column, ""), row.get(column), types[column]):
            changed[column] = _checked(column, mended(row.get(column)), types[column])
    if "low" in changed and "high" not in changed and before.get("low") == before.get("high"):
        changed["high"] = changed["low"]
    return changed


def _checked(column: str, cell: str, kind: type) -> str | None:
    """Give the value of a changed cell as it is written, or raise Unusable that says what it must be."""
    if column in CHOICES and cell not in CHOICES[column]:
        raise Unusable(f"{column}: {cell!r} is none of {', '.join(sorted(CHOICES[column] - {''}))}")
    if column == "currency" and cell and not re.fullmatch(r"[A-Z]{3}", cell):
        raise Unusable(f"currency: {cell!r} is no ISO 4217 code; write three capital letters, such as CHF")
    return _READ.get(kind, _text)(column, cell)


def _text(column: str, cell: str) -> str | None:
    if column in ("measure", "title", "per", "name", "organisation") and re.fullmatch(r"\d\d?-[A-Za-z]{3}", cell):
        raise Unusable(f"{column}: {cell!r} looks like a date that the spreadsheet made; format the column as text")
    return cell or None


def _decimal(column: str, cell: str) -> str | None:
    value = number_of_cell(cell)
    if value is None:
        raise Unusable(f"{column}: {cell!r} is no number; write it in full units, such as 307000000000")
    return str(written(value))


_READ: dict[type, Callable[[str, str], str | None]] = {Decimal: _decimal}


def _added(row: EditedRow, table: str, text: str, common: dict[str, Any]) -> Decision:
    if table not in ("money", "percentages", "quotes"):
        raise Unusable(f"{KEYS[table][-1]}: no such row was exported; add what was missed to mentions.csv instead")
    words = row.get("text")
    starts, stated = occurrences(text, words), row.get("start_char").removesuffix(".0")
    if stated.isdecimal() and len(stated) < 10 and int(stated) in starts:
        starts = [int(stated)]
    if len(starts) != 1:
        where = f"stands {len(starts)} times in" if starts else "is not in"
        raise Unusable(f"text: {words!r} {where} the article; write it with its offsets, as it is printed")
    types = {column.name: column.type for column in TABLES[table].columns}
    cells = {column: row.get(column) for column in CHANGEABLE[table] if row.get(column)}
    after = {column: _checked(column, value, types[column]) for column, value in cells.items()}
    if "low" not in after and table != "quotes":
        raise Unusable("low: an added value needs its number, in full units")
    here = anchor(text, starts[0], starts[0] + len(words))
    if "low" in after:
        after.setdefault("high", after["low"])
    return Decision(**common, action="add", anchor=here, after=after)
