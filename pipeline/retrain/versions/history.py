"""The rule sets of a user, version by version: written, listed, put to use, undone, compared."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.extract.user_rules.decided_rows import read_decided_rows
from pipeline.extract.user_rules.files import read_rule_set, write_rule_set
from pipeline.extract.user_rules.rule_set import DecidedCells, RuleSet
from pipeline.files import numbered_lines, write_atomically
from pipeline.retrain.learning.wording import describe, describe_decided, describe_row
from pipeline.rulebook.user_rows import read_user_rows
from pipeline.rulebook.versions import CURRENT, TAUGHT_LINKS, version_in

ABOUT, EVIDENCE, HISTORY = "about.json", "evidence.jsonl", "history.jsonl"


@dataclass(frozen=True, slots=True)
class RuleSets:
    """The folder of a user's rule sets: a folder a version, `CURRENT`, and the history of what was in use."""

    folder: Path

    def versions(self) -> list[str]:
        """List the versions, the oldest first."""
        found = [path.name for path in self.folder.glob("*") if path.is_dir() and path.name.isdigit()]
        return sorted(found, key=int)

    def current(self) -> str | None:
        """Give the version in use."""
        return version_in(self.folder) if (self.folder / CURRENT).is_file() else None

    def next(self) -> str:
        """Give the number of the next version."""
        return str(max(map(int, self.versions()), default=0) + 1)

    def read(self, version: str | None) -> RuleSet:
        """Read a version; None is no rules. Raises UsageError where there is no such version."""
        if version is None:
            return RuleSet()
        self._check(version)
        return read_rule_set(self.folder / version)

    def rows(self, version: str | None) -> dict[str, tuple[Any, ...]]:
        """Give the rows that a version adds to rule files."""
        return read_user_rows(self.folder / version) if version else {}

    def lines(self, version: str) -> list[str]:
        """Give each rule, row and decided place of a version, in a line."""
        kept = self.read(version)
        rows = (f"{row.id}  {describe_row(name, row)}" for name, added in self.rows(version).items() for row in added)
        rules = [f"{rule.id}  {describe(rule)}" for rule in kept.rules]
        places = [f"{place.id}  {describe_decided(place)}" for place in kept.decided]
        return [
            *rows,
            *rules,
            *self.taught(version),
            *places,
            *(f"{row.id}  {describe_decided(row)}" for row in self.decided_rows(version)),
        ]

    def decided_rows(self, version: str) -> list[DecidedCells]:
        """Give what a version holds of decisions about rows of values, people and organisations."""
        return read_decided_rows(self.folder / version)

    def taught(self, version: str) -> list[str]:
        """Say what a version teaches the links model, in a line; nothing where it doesn't."""
        if not (self.folder / version / TAUGHT_LINKS).is_file():
            return []
        links = self.about(version).get("links") or {}
        return [f"links model  learned from {links.get('cells')} decided links of {links.get('articles')} articles"]

    def about(self, version: str) -> dict[str, Any]:
        """Give what is known of a version: when, by whom, after which, scores before and after."""
        path = self.folder / version / ABOUT
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}

    def evidence(self, version: str) -> dict[str, dict[str, Any]]:
        """Give the evidence of each rule of a version, by the rule's id."""
        path = self.folder / version / EVIDENCE
        lines = numbered_lines(path.read_text(encoding="utf-8") if path.is_file() else "")
        return {record["id"]: record for record in (json.loads(line) for _, line in lines)}

    def write(
        self, version: str, rules: RuleSet, about: Mapping[str, Any], evidence: Sequence[Mapping[str, Any]]
    ) -> Path:
        """Write a version. It is in use only after `use`."""
        folder = self.folder / version
        write_rule_set(rules, folder)
        with write_atomically(folder / EVIDENCE) as file:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in evidence)
        with write_atomically(folder / ABOUT) as file:
            json.dump(about, file, ensure_ascii=False, indent=1)
        return folder

    def use(self, version: str | None, *, when: str) -> None:
        """Put a version to use, or none. Raises UsageError where there is no such version."""
        if version is not None:
            self._check(version)
        before = self.current()
        record = json.dumps({"when": when, "version": version, "before": before})
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / HISTORY).open("a", encoding="utf-8") as file:
            file.write(record + "\n")
        with write_atomically(self.folder / CURRENT) as file:
            file.write(f"{version or 'none'}\n")

    def undo(self, *, when: str) -> str | None:
        """Put to use what was in use before. Raises UsageError where nothing was changed yet."""
        changes = self._history()
        undone = 0
        for change in reversed(changes):
            if change.get("undo"):
                undone += 1
            elif undone:
                undone -= 1
            else:
                break
        else:
            raise UsageError(f"{self.folder}: nothing to undo; no rule set was put to use here")
        before: str | None = change["before"]
        with (self.folder / HISTORY).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"when": when, "version": before, "undo": True}) + "\n")
        with write_atomically(self.folder / CURRENT) as file:
            file.write(f"{before or 'none'}\n")
        return before

    def _history(self) -> list[dict[str, Any]]:
        path = self.folder / HISTORY
        return [json.loads(line) for _, line in numbered_lines(path.read_text("utf-8"))] if path.is_file() else []

    def _check(self, version: str) -> None:
        if version not in self.versions():
            there = ", ".join(self.versions()) or "none yet"
            raise UsageError(f"there is no rule set {version!r} in {self.folder}; there are {there}")


def difference(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """List the lines that only one of two rule sets has, `-` before and `+` after."""
    old, new = set(before), set(after)
    return [f"- {line}" for line in before if line not in new] + [f"+ {line}" for line in after if line not in old]
