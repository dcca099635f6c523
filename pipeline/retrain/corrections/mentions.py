"""The rows of an edited mentions table to decisions: rejected, relabelled, moved, added."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.evaluation.scoring import LABELS
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_row import Decided, Gone, Unusable, article_of_row, is_rejected
from pipeline.retrain.corrections.edited_table import EditedRow, EditedTable
from pipeline.retrain.corrections.merges import merge_decision
from pipeline.retrain.corrections.spreadsheet import same
from pipeline.retrain.runs.exported import Exported, Row
from pipeline.values.text.anchors import Anchor, anchor, occurrences


@dataclass(frozen=True)
class _Mentions:
    """The exported mentions, by article and place."""

    exported: Exported
    at: dict[tuple[str, str, str], list[Row]]
    of: dict[str, list[Row]]
    decided: Decided

    @classmethod
    def of_run(cls, exported: Exported, decided: Decided) -> "_Mentions":
        at, of = defaultdict(list), defaultdict(list)
        for row in exported.rows("mentions"):
            at[row["article_id"], row["start_char"], row["end_char"]].append(row)
            of[row["article_id"]].append(row)
        return cls(exported, dict(at), dict(of), decided)


def mention_decisions(
    edited: EditedTable, exported: Exported, problems: list[str], gone: list[str], decided: Decided
) -> Iterator[Decision]:
    """Give the decisions of an edited mentions table.

    What can't be used is added to `problems`, rows of an earlier run that this one doesn't have any more to `gone`.
    """
    mentions = _Mentions.of_run(exported, decided)
    for row in edited.rows:
        origin = f"{edited.file}, row {row.number}"
        try:
            yield from _decisions(row, mentions, origin)
        except Gone:
            gone.append(origin)
        except Unusable as problem:
            problems.append(f"{origin}: {problem}")


def _decisions(row: EditedRow, mentions: _Mentions, origin: str) -> Iterator[Decision]:
    article_id = article_of_row(row, mentions.exported)
    before = _exported_row(row, article_id, mentions)
    if before is None and _is_gone(row, article_id, mentions):
        raise Gone
    if before is None:
        yield from _added(row, article_id, mentions, origin)
        return
    if _is_unchanged(row, before):
        return
    text = mentions.exported.texts[article_id]
    here = anchor(text, int(before["start_char"]), int(before["end_char"]))
    common: dict[str, Any] = {"article_id": article_id, "table": "mentions", "anchor": here, "origin": origin}
    old = {"label": before["label"], "found_by": before.get("found_by", "")}
    if is_rejected(row):
        yield Decision(action="reject", before=old, **common)
        return
    label = _label(row)
    if not same(before["text"], row.get("text")):
        to = _moved(text, here, row.get("text"))
        yield Decision(action="move", before=old, after={"label": label}, to=to, **common)
    elif label != before["label"]:
        yield Decision(action="relabel", before=old, after={"label": label}, **common)
    entity = row.get("entity_id")
    if entity and before.get("entity_id") and entity != before["entity_id"]:
        yield merge_decision(mentions.exported, before["entity_id"], entity, origin)


def _is_gone(row: EditedRow, article_id: str, mentions: _Mentions) -> bool:
    """Say whether a row is of an earlier run: decided since, or written there by the program as the article has it."""
    if mentions.decided.has("mentions", article_id, row):
        return True
    start, words = row.get("start_char").removesuffix(".0"), row.get("text")
    there = start.isdecimal() and len(start) < 10 and mentions.exported.texts[article_id].startswith(words, int(start))
    return row.is_from_export and there and not is_rejected(row)


def _is_unchanged(row: EditedRow, before: Row) -> bool:
    """Say at once that a row is as it was exported, as nearly all are."""
    cells = row.cells
    same_entity = cells.get("entity_id", "") in ("", before.get("entity_id"))
    return (
        cells["text"] == before["text"] and cells["label"] == before["label"] and same_entity and not row.get("reject")
    )


def _label(row: EditedRow) -> str:
    label = row.get("label").upper()
    if label not in LABELS:
        raise Unusable(f"label: {row.get('label')!r} is none of {', '.join(LABELS)}")
    return label


def _exported_row(row: EditedRow, article_id: str, mentions: _Mentions) -> Row | None:
    start, end = row.get("start_char").removesuffix(".0"), row.get("end_char").removesuffix(".0")
    for column, value in (("start_char", start), ("end_char", end)):
        if value and not value.isdigit():
            raise Unusable(f"{column}: {value!r} is no whole number; leave it empty and the text is looked for")
    here = mentions.at.get((article_id, start, end), [])
    return next((r for r in here if r["label"] == row.get("label").upper()), here[0] if here else None)


def _moved(text: str, old: Anchor, words: str) -> Anchor:
    """Find changed words where they overlap the old ones, else where they stand nearest to them."""
    starts = occurrences(text, words)
    if not starts:
        raise Unusable(
            f"text: {words!r} is not in the article (there was {old.words!r}); write the words as they are printed"
        )
    overlapping = [start for start in starts if start < old.end and old.start < start + len(words)]
    best = min(overlapping or starts, key=lambda start: abs(start - old.start))
    return anchor(text, best, best + len(words))


def _added(row: EditedRow, article_id: str, mentions: _Mentions, origin: str) -> Iterator[Decision]:
    if is_rejected(row):
        raise Unusable("this row isn't in what was exported, so it can't be rejected; was its place changed?")
    words, label, text = row.get("text"), _label(row), mentions.exported.texts[article_id]
    if not words:
        raise Unusable("text: an added row needs the words as they are printed in the article")
    starts = _places(row, text, words)
    if not starts:
        raise Unusable(f"text: {words!r} is not in the article {article_id}; write the words as they are printed")
    taken = [(int(r["start_char"]), int(r["end_char"]), r["label"]) for r in mentions.of.get(article_id, ())]
    for start in starts:
        end = start + len(words)
        inside = any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in taken)
        if (inside and len(starts) > 1) or (start, end, label) in taken:
            continue
        here, old = anchor(text, start, end), [name for s, e, name in taken if (s, e) == (start, end)]
        yield Decision(
            article_id=article_id,
            table="mentions",
            action="relabel" if old else "add",
            anchor=here,
            origin=origin,
            before={"label": old[0]} if old else {},
            after={"label": label},
        )


def _places(row: EditedRow, text: str, words: str) -> list[int]:
    """Give the offset that the row states, where the words stand there; else those in its sentence; else all."""
    stated = row.get("start_char").removesuffix(".0")
    if stated and text.startswith(words, int(stated)):
        return [int(stated)]
    starts, sentence = occurrences(text, words), row.get("sentence")
    where = text.find(sentence) if sentence else -1
    within = [start for start in starts if where <= start < where + len(sentence)] if where >= 0 else []
    return within or starts
