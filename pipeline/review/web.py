"""What every page of the review is made with: templates, forms, links, and sentences for what went wrong."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pipeline.errors import PressfactsError
from pipeline.export.look.templates import environment
from pipeline.review.desk import Desk

HERE = Path(__file__).parent
TEMPLATES = environment(HERE / "templates")

NAVIGATION = (
    ("overview", "Overview"),
    ("tables", "Tables"),
    ("queue", "Queue"),
    ("decisions", "Decisions"),
    ("retrain", "Retrain"),
)


def desk_of(request: Request) -> Desk:
    """Give what the page works on."""
    found: Desk = request.app.state.desk
    return found


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Fill a template."""

    def url(name: str, query: Mapping[str, Any] | None = None, /, **path: Any) -> str:
        # No id of ours has a slash; one of a store that somebody else made leads to no page.
        address = request.app.url_path_for(name, **{key: str(part).replace("/", "%2F") for key, part in path.items()})
        kept = {key: value for key, value in (query or {}).items() if value not in ("", None)}
        return f"{request.scope['root_path']}{address}" + (f"?{urlencode(kept)}" if kept else "")

    given = {"url": url, "desk": desk_of(request), "navigation": NAVIGATION, "here": "", **values}
    return HTMLResponse(TEMPLATES.get_template(template).render(given), status)


async def form_of(request: Request) -> dict[str, str]:
    """Read a form that was sent; of a field that comes twice the last counts."""
    return dict(parse_qsl((await request.body()).decode("utf-8", errors="replace"), keep_blank_values=True))


def is_part(request: Request) -> bool:
    """Say whether only a part of the page is asked for, to be put in place of the old one."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"


def problem(request: Request, error: Exception) -> Response:
    """Say what went wrong, and what to do, in a sentence."""
    status = 404 if isinstance(error, Missing) else 409 if isinstance(error, DecidedMeanwhile) else 400
    template = "problem_part.html" if is_part(request) else "problem.html"
    return page(request, template, status=status, said=str(error))


class Missing(PressfactsError):
    """What an address names is not in the run (any more)."""


class DecidedMeanwhile(PressfactsError):
    """The same thing was decided in another tab, or by a spreadsheet, after the page was made."""


Handler = Callable[[Request], Any]
