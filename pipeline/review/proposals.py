"""What a retraining would do, or did, as the page shows it: rules with their evidence, scores before and after."""

from dataclasses import dataclass
from typing import Any

from pipeline.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Proposed:
    """A rule as the page shows it: what it does, what it mended and broke, and what it changes, before and after."""

    what: str
    mended: int
    broken: int
    archive: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a retraining would do, or did."""

    version: str
    rules: tuple[Proposed, ...]
    refused: tuple[str, ...]
    scores: tuple[tuple[str, float, float], ...]
    links: tuple[Any, ...]
    lines: tuple[str, ...]
    written: bool
    used: bool


def learned(desk: Desk, *, write: bool) -> Proposal:
    """Learn from what was decided, and show what came of it; `write` puts it to use where it is safe."""
    from pipeline.retrain.learning.test_bed import Proof
    from pipeline.retrain.retraining import RetrainPlan, retrain

    plan = RetrainPlan(corrected=[], run=desk.run, log=desk.log, rules=desk.rules, who=desk.who, when=desk.now())
    outcome = retrain(plan, Proof(desk.gold, desk.rules, desk.model), write=write, apply=True if write else None)
    return _proposal(outcome)


def _proposal(outcome: Any) -> Proposal:
    from pipeline.evaluation.scoring import LABELS
    from pipeline.retrain.learning.wording import describe, describe_row
    from pipeline.retrain.report import lines_of_report

    rules = [
        Proposed(
            describe_row(row.candidate.file, row.candidate.row), sum(row.mended.values()), sum(row.broken.values()),
            row.archive, tuple(row.examples))
        for row in outcome.row_trials
    ] + [
        Proposed(
            describe(trial.rule), sum(trial.mended.values()), sum(trial.broken.values()),
            outcome.changes.articles[trial.rule.id], tuple(outcome.changes.examples[trial.rule.id]))
        for trial in outcome.lesson.kept
    ]  # fmt: skip
    lines = tuple(lines_of_report(outcome, examples=True))
    refused = tuple(line.removeprefix("refused: ") for line in lines if line.startswith("refused: "))
    scores = tuple((label, outcome.before[label], outcome.after.get(label, 0.0)) for label in LABELS
                   if label in outcome.before)  # fmt: skip
    return Proposal(outcome.version, tuple(rules), refused, scores, tuple(outcome.links), lines,
                    outcome.written is not None, outcome.used)  # fmt: skip
