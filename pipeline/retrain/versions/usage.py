"""What the rules of a run are worth: how often each fired, how much of it was corrected since, and its precision."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.plain import BETWEEN
from pipeline.retrain.corrections.decisions import read_decision_log, standing
from pipeline.retrain.runs.exported import Exported, Row
from pipeline.retrain.versions.history import RuleSets

BY_RULE = "press_rules/"
DECIDED = "decided-"


TABLE_OF = {
    "titles": "mentions",
    "quote_verbs": "quotes",
    "aliases": "organisations",
    "currencies": "money",
    "scales": "money",
}
"""The table in which a row of a rule file shows."""


def _has_title(row: Any, mention: Row) -> bool:
    return mention["label"] == "ROLE" and any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", mention["text"], re.IGNORECASE) for word in row.words
    )


def _joins_names(row: Any, organisation: Row) -> bool:
    names = {organisation["name"], *organisation["aliases"].split(BETWEEN)}
    return len(names.intersection(row.words)) > 1


_READ: Mapping[str, Callable[[Any, Row], bool]] = {
    "titles": _has_title,
    "quote_verbs": lambda row, quote: quote["cue"].lower() in map(str.lower, row.words),
    "aliases": _joins_names,
    "currencies": lambda row, money: money["found_by"].endswith(f"/{row.id}"),
    "scales": lambda row, money: any(word in money["text"].split() for word in row.words),
}
"""Whether a row of a table shows a row of a rule file."""


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What one rule did in a run."""

    rule_id: str
    fired: int
    corrected: int

    @property
    def precision(self) -> float:
        """Give the share of what it found that nobody corrected."""
        return 1 - self.corrected / self.fired if self.fired else 1.0


def worth_of_rules(exported: Exported, log: Path, folder: Path) -> list[RuleUse]:
    """Count, for each rule in use and each that found a mention of the run, what it found and what was corrected."""
    decisions = standing(d for d in read_decision_log(log) if d.table == "mentions" and d.action != "keep")
    corrected = {(d.article_id, d.anchor.start, d.anchor.words) for d in decisions if d.anchor and d.action != "add"}
    sets = RuleSets(folder)
    rules = sets.read(sets.current())
    fired: Counter[str] = Counter({rule.id: 0 for rule in rules.patterns} | {rule.id: 0 for rule in rules.edits})
    wrong: Counter[str] = Counter()
    for row in exported.rows("mentions"):
        rule_id = row["found_by"].removeprefix(BY_RULE)
        if row["found_by"].startswith(BY_RULE) and not rule_id.startswith(DECIDED):
            fired[rule_id] += 1
            wrong[rule_id] += (row["article_id"], int(row["start_char"]), row["text"]) in corrected
    changed = _changed(log)
    for file, added in sets.rows(sets.current()).items():
        for one in added if file in TABLE_OF else ():
            table = TABLE_OF[file]
            hits = [row for row in exported.rows(table) if _READ[file](one, row)]
            fired[one.id] = len(hits)
            wrong[one.id] = sum((table, row["article_id"], _where(row)) in changed for row in hits)
    return [RuleUse(rule_id, count, wrong[rule_id]) for rule_id, count in sorted(fired.items())]


def _changed(log: Path) -> set[tuple[str, str, str]]:
    """Give the rows that people rejected, moved or set cells of: table, article, and place or name."""
    decisions = standing(d for d in read_decision_log(log) if d.action not in ("keep", "add", "merge"))
    return {(d.table, d.article_id, str(d.anchor.start) if d.anchor else d.before.get("name") or "") for d in decisions}


def _where(row: Row) -> str:
    return row["start_char"] if "start_char" in row else row["name"]


def usage_in_words(rules: Sequence[RuleUse]) -> str:
    """Lay out what rules are worth, as text. A veto leaves nothing behind, so that it counts as not fired."""
    lines = [f"{'fired':>6} {'corrected':>9} {'precision':>9}  rule"]
    for rule in sorted(rules, key=lambda rule: (-rule.fired, rule.rule_id)):
        precision = f"{100 * rule.precision:9.1f}" if rule.fired else f"{'-':>9}"
        lines.append(f"{rule.fired:6} {rule.corrected:9} {precision}  {rule.rule_id}")
    return "\n".join(lines)
