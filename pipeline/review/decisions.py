"""What was decided: the newest first, each with a way back."""

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.errors import UsageError
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.decisions import undoing as taken_back
from pipeline.retrain.corrections.saying import decision_in_words, subject_of
from pipeline.review.links import keep_entity_links
from pipeline.review.standing import keep_decisions, read_log
from pipeline.review.web import desk_of, form_of, is_part, page

SHOWN = 200


def show(request: Request) -> Response:
    """List what stands decided."""
    log = read_log(desk_of(request))
    rows = [_said(decision) for decision in reversed(log.standing)]
    return page(request, "decisions.html", here="decisions", rows=rows[:SHOWN], total=len(rows), version=log.version)


async def take_back(request: Request) -> Response:
    """Take decisions back; what was decided before them stands again."""
    form = await form_of(request)
    desk = desk_of(request)
    ids = [one for one in form.get("ids", "").split(",") if one]
    by_id = {decision.decision_id: decision for decision in read_log(desk).standing}
    found = [by_id[one] for one in ids if one in by_id]
    if not found:
        raise UsageError("this was taken back already, or decided again since; load the page again")
    undone = [replace(taken_back(d, who=desk.who, when=desk.now(), origin="review page")) for d in found]
    keep_decisions(desk, undone, read_log(desk).version)
    if any(decision.table == "entities" for decision in found):
        await run_in_threadpool(keep_entity_links, desk)
    if is_part(request):
        return page(request, "undone.html", count=len(undone))
    root, back = request.scope["root_path"], form.get("back", "")
    return RedirectResponse(back if back.startswith(f"{root}/") else f"{root}/decisions", 303)


def _said(decision: Decision) -> dict[str, object]:
    """Say in words what was decided."""
    at = f"{decision.anchor.start}-{decision.anchor.end}" if decision.anchor else ""
    return {"id": decision.decision_id, "words": subject_of(decision), "what": decision_in_words(decision), "at": at,
            "table": decision.table, "who": decision.who, "when": decision.when[:16].replace("T", " "),
            "article_id": decision.article_id, "origin": decision.origin}  # fmt: skip
