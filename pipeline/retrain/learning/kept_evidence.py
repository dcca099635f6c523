"""Rules and rows that a retraining keeps -> their evidence, as it is kept beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.retrain.learning.impact import Changes
from pipeline.retrain.learning.learn import LearnedRules
from pipeline.retrain.learning.trials import Trial
from pipeline.retrain.rule_rows.trials import RowTrial


def rule_evidence(
    lesson: LearnedRules, rows: Sequence[RowTrial], changes: Changes, before: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Give the evidence of each rule and row as it is kept beside them; `before` is that of the rule set before."""
    ids = [article.article_id for article in lesson.evidence]
    records = list(before.values())
    for trial in lesson.kept:
        where = [ids[number] for number in sorted(trial.mended)]
        seen = changes.articles[trial.rule.id], changes.examples[trial.rule.id]
        records.append(_record(trial.rule.id, trial, where, *seen))
    for row in rows:
        records.append(_record(row.candidate.row.id, row, sorted(row.mended), row.archive, row.examples))
    return records


def _record(
    name: str, trial: Trial | RowTrial, articles: Sequence[str], archive: int, examples: Sequence[str]
) -> dict[str, Any]:
    mended, broken = sum(trial.mended.values()), sum(trial.broken.values())
    return {
        "id": name,
        "mended": mended,
        "broken": broken,
        "articles": articles,
        "archive": archive,
        "examples": examples,
    }
