"""Retraining from the page: rules proposed from what was decided, shown with their evidence, applied, undone."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.errors import PressfactsError, UsageError
from pipeline.retrain.corrections.merges import FILE as LINKS
from pipeline.retrain.versions.history import RuleSets
from pipeline.review.desk import Desk
from pipeline.review.links import link_again
from pipeline.review.standing import read_log
from pipeline.review.web import Missing, desk_of, is_part, page


@dataclass(slots=True)
class BackgroundWork:
    """What the page works on in the background: one thing at a time, which the page asks after."""

    step: str = ""
    state: str = "idle"
    said: str = ""
    result: Any = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, step: str, do: Callable[[], Any]) -> None:
        """Begin; raises UsageError where something is being done already."""
        with self.lock:
            if self.state == "busy":
                raise UsageError("something is being done already; wait until it is finished")
            self.step, self.state, self.said = step, "busy", ""
        threading.Thread(target=self._run, args=(do,), daemon=True).start()

    def _run(self, do: Callable[[], Any]) -> None:
        try:
            self.result, self.said, self.state = do(), "", "done"
        except PressfactsError as error:
            self.said, self.state = str(error), "failed"
        except Exception as error:
            self.said, self.state = f"{type(error).__name__}: {error}", "failed"
            raise


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


def show(request: Request) -> Response:
    """Show what could be learned, what was, and what is in use."""
    return page(request, "retrain.html", **_about(request))


def state(request: Request) -> Response:
    """Show how far the work in the background is."""
    return page(request, "retrain_part.html" if is_part(request) else "retrain.html", **_about(request))


def start(request: Request) -> Response:
    """Begin a step: `try`, `apply`, `run`, `link` or `undo`."""
    desk, work = desk_of(request), request.app.state.work
    step = request.path_params["step"]
    if step not in STEPS:
        raise Missing("There is no such step.")
    work.start(step, lambda: STEPS[step](desk))
    if is_part(request):
        return page(request, "retrain_part.html", **_about(request))
    return RedirectResponse(str(request.url_for("retrain")), 303)


def _about(request: Request) -> dict[str, Any]:
    desk, work = desk_of(request), request.app.state.work
    sets, log = RuleSets(desk.rules), read_log(desk)
    current = sets.current()
    versions = [(version, sets.about(version), version == current) for version in reversed(sets.versions())]
    return {"here": "retrain", "work": work, "versions": versions, "decided": len(log.standing), "current": current,
            "proposal": work.result if isinstance(work.result, Proposal) else None,
            "ran": work.result if isinstance(work.result, list) else None}  # fmt: skip


def _learn(desk: Desk, *, write: bool) -> Proposal:
    from pipeline.retrain.learning.test_bed import Proof
    from pipeline.retrain.retraining import RetrainPlan, retrain

    plan = RetrainPlan(corrected=[], run=desk.run, log=desk.log, rules=desk.rules, who=desk.who, when=desk.now())
    outcome = retrain(plan, Proof(desk.gold, desk.rules, desk.model), write=write, apply=True if write else None)
    return _proposal(outcome)


def _proposal(outcome: Any) -> Proposal:
    from pipeline.evaluation.scoring import LABELS
    from pipeline.retrain.learning.wording import describe, describe_row
    from pipeline.retrain.report import lines_of

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
    lines = tuple(lines_of(outcome, examples=True))
    refused = tuple(line.removeprefix("refused: ") for line in lines if line.startswith("refused: "))
    scores = tuple((label, outcome.before[label], outcome.after.get(label, 0.0)) for label in LABELS
                   if label in outcome.before)  # fmt: skip
    return Proposal(outcome.version, tuple(rules), refused, scores, tuple(outcome.links), lines,
                    outcome.written is not None, outcome.used)  # fmt: skip


def _run_again(desk: Desk) -> list[str]:
    """Run again with the rules in use, and give what changed in the tables."""
    from pipeline.retrain.runs.diff import compare_runs
    from pipeline.retrain.runs.exported import read_exported
    from pipeline.run import run
    from pipeline.runs.remembered import remembered

    settings = remembered(desk.run).settings
    before = read_exported(desk.run)
    for table in ("mentions", "people", "organisations", "money", "percentages", "dates", "quotes"):
        before.rows(table)
    chosen = replace(
        settings, output=str(desk.run), rules=str(desk.rules), refresh=True, model=desk.model or settings.model,
        entity_decisions=str(desk.log.parent / LINKS),
    )  # fmt: skip
    run([], chosen, today=date.today())
    return list(compare_runs(before, read_exported(desk.run), limit=10))


def _undo(desk: Desk) -> list[str]:
    version = RuleSets(desk.rules).undo(when=desk.now())
    return [f"Rule set {version} is in use again." if version else "No rule set is in use any more."]


STEPS: dict[str, Callable[[Desk], Any]] = {
    "try": lambda desk: _learn(desk, write=False),
    "apply": lambda desk: _learn(desk, write=True),
    "run": _run_again,
    "link": link_again,
    "undo": _undo,
}
"""What the page's buttons start."""
