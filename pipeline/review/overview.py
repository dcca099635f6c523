"""The first page: the run at a glance, or the part of it that filters leave."""

from dataclasses import fields
from types import SimpleNamespace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from pipeline.review.web import desk_of, page
from pipeline.store.reading.opening import reading
from pipeline.store.reading.overview import Choice, read_overview


def show(request: Request) -> Response:
    """Show the overview."""
    given = {one.name: request.query_params.get(one.name, "").strip() for one in fields(Choice)}
    choice = Choice(**given)
    with reading(desk_of(request).run) as connection:
        overview = read_overview(connection, choice)
    return page(
        request, "overview.html", here="overview", overview=overview, choice=given, is_chosen=bool(choice),
        links=_links(request),
    )  # fmt: skip


def _links(request: Request) -> SimpleNamespace:
    """Give the links of the lines of charts to the rows behind them."""

    def table(name: str, column: str, value: str) -> str:
        address = request.app.url_path_for("table", name=name)
        return f"{request.scope['root_path']}{address}?{urlencode({f'f.{column}': f'={value}'})}"

    root = request.scope["root_path"]
    return SimpleNamespace(
        entity=lambda row: f"{root}{request.app.url_path_for('entity', entity_id=row[0])}",
        currency=lambda row: table("facts", "unit", row[0]),
        measure=lambda row: table("facts", "what", row[0]),
        error=lambda row: table("errors", "error", row[0]),
        warning=lambda row: table("warnings", "warning", row[0]),
    )
