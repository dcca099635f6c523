"""What people decided about the finds, in a log that is only ever appended to: corpus/corrections/decisions.jsonl."""

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.files import numbered_lines
from pipeline.records import as_article_id
from pipeline.values.text.anchors import Anchor

LOG = Path("corpus/corrections/decisions.jsonl")

ACTIONS = ("reject", "add", "relabel", "move", "keep", "set", "merge", "split", "undo")
"""What a decision does: to a mention (the first five), to a cell of a row (set), to entities (merge, split), or to an
earlier decision, which it takes back (undo)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One correction by a person: where, what stood there before and what is right; `after` is empty for a reject."""

    article_id: str
    table: str
    action: str
    anchor: Anchor | None = None
    to: Anchor | None = None
    before: Mapping[str, str | None] = field(default_factory=dict)
    after: Mapping[str, str | None] = field(default_factory=dict)
    origin: str = ""
    who: str = ""
    when: str = ""

    @property
    def decision_id(self) -> str:
        """Give an id that depends on what was decided, not on who did, when, or in which file."""
        plain = asdict(replace(self, origin="", who="", when=""))
        return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:12]

    @property
    def subject(self) -> tuple[Any, ...]:
        """Give what the decision is about: two decisions about the same subject contradict or repeat each other."""
        if self.action == "undo":
            return "undo", self.before["decision_id"]
        if self.table == "mentions" and self.anchor:
            return self.article_id, self.table, self.anchor.start, self.anchor.words
        if self.action == "split":
            return *self.row, "split", self.after["other_name"]  # each alias of an entity may be somebody else's
        return *self.row, tuple(sorted(self.after))

    @property
    def row(self) -> tuple[str, str, str]:
        """Give the row that a decision about another table than mentions is about: by place, else by id, else name."""
        named = next(
            (value for column, value in self.before.items() if column.endswith("_id")), self.before.get("name")
        )
        return self.article_id, self.table, str(self.anchor.start if self.anchor else named)


def read_decision_log(path: Path) -> list[Decision]:
    """Read a log of decisions; an absent one is empty. Raises UsageError that names the line that can't be read."""
    if not path.is_file():
        return []
    decisions = []
    # Signs in place of bytes that aren't UTF-8: the line that has them is named.
    for number, line in numbered_lines(path.read_text(encoding="utf-8", errors="surrogateescape")):
        try:
            line.encode()
            decisions.append(_from_json(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UsageError(f"{path}, line {number}: not a decision ({error}); take the line out") from None
    return decisions


def append_decisions(path: Path, decisions: Sequence[Decision]) -> list[Decision]:
    """Append the decisions that still change something to a log, in one write; give those that were appended."""
    there = {d.subject: d.decision_id for d in standing(read_decision_log(path))}
    fresh = [d for d in decisions if there.get(d.subject) != d.decision_id]
    lines = "".join(json.dumps(_to_json(d), ensure_ascii=False) + "\n" for d in fresh)
    if lines:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())
    return fresh


def undoing(decision: Decision, *, who: str, when: str, origin: str) -> Decision:
    """Give the decision that takes another back; what was decided about the same thing before it stands again."""
    about: dict[str, Any] = {"article_id": decision.article_id, "table": decision.table}
    before = {"decision_id": decision.decision_id}
    return Decision(**about, action="undo", before=before, who=who, when=when, origin=origin)


def not_undone(decisions: Iterable[Decision]) -> list[Decision]:
    """Leave out what was taken back, and that it was."""
    kept: list[Decision] = []
    for decision in decisions:
        if decision.action != "undo":
            kept.append(decision)
            continue
        taken_back = decision.before["decision_id"]
        at = next((n for n in reversed(range(len(kept))) if kept[n].decision_id == taken_back), None)
        if at is not None:
            del kept[at]
    return kept


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Keep the last decision about each subject that was not undone: who decides later is right.

    A row that is rejected has no cells to set any more; one that is set or added after that is no longer rejected.
    """
    last: dict[Any, Decision] = {}
    of_row: dict[Any, list[Decision]] = defaultdict(list)
    for decision in not_undone(decisions):
        if decision.table != "mentions":
            for other in of_row[decision.row]:
                if "reject" in (decision.action, other.action):
                    last.pop(other.subject, None)
            of_row[decision.row].append(decision)
        last.pop(decision.subject, None)
        last[decision.subject] = decision
    return list(last.values())


def refuse_contradictions(decisions: Iterable[Decision]) -> None:
    """Raise UsageError where two decisions of one batch disagree about the same thing."""
    seen: dict[Any, Decision] = {}
    for decision in decisions:
        other = seen.setdefault(decision.subject, decision)
        if other.decision_id != decision.decision_id:
            words = decision.anchor.words if decision.anchor else ""
            raise UsageError(
                f"{decision.origin} contradicts {other.origin}: {words!r} can't be {_said(other)} and"
                f" {_said(decision)}; keep one of the two. Nothing was applied."
            )


def _said(decision: Decision) -> str:
    after = ", ".join(f"{column} {value!r}" for column, value in decision.after.items())
    return {"reject": "rejected", "keep": "right as it is"}.get(decision.action, f"{decision.action}: {after}")


def _to_json(decision: Decision) -> dict[str, Any]:
    return {"decision_id": decision.decision_id, **asdict(decision)}


def _from_json(plain: dict[str, Any]) -> Decision:
    plain.pop("decision_id", None)
    plain["article_id"] = as_article_id(plain["article_id"])
    if plain["action"] not in ACTIONS:
        raise ValueError(f"action is one of {', '.join(ACTIONS)}, not {plain['action']!r}")
    places = {name: Anchor(**plain[name]) if plain.get(name) else None for name in ("anchor", "to")}
    return Decision(**{**plain, **places})
