"""Retraining from the page: rules proposed from what was decided, shown with their evidence, applied, undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.retrain.corrections.merges import FILE as LINKS
from pipeline.retrain.versions.history import RuleSets
from pipeline.review.desk import Desk
from pipeline.review.links import link_again
from pipeline.review.proposals import Proposal, learned
from pipeline.review.standing import read_log
from pipeline.review.web import Missing, desk_of, is_part, page


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


def _run_again(desk: Desk) -> list[str]:
    """Run again with the rules in use, and give what changed in the tables."""
    from pipeline.retrain.runs.diff import compare_runs
    from pipeline.retrain.runs.exported import read_exported
    from pipeline.run import run
    from pipeline.runs.remembered import remembered_runs

    settings = remembered_runs(desk.run).settings
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
    "try": lambda desk: learned(desk, write=False),
    "apply": lambda desk: learned(desk, write=True),
    "run": _run_again,
    "link": link_again,
    "undo": _undo,
}
"""What the page's buttons start."""
