"""The application: which address shows what."""

import secrets

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from pipeline.errors import PressfactsError
from pipeline.export.look.templates import HERE as LOOK
from pipeline.review import articles, decisions, entities, judging, overview, queue, retraining, tables
from pipeline.review.background import BackgroundWork
from pipeline.review.desk import Desk
from pipeline.review.guard import Guard
from pipeline.review.web import HERE, Missing, problem

ROUTES = [
    Route("/", overview.show, name="overview"),
    Route("/tables", tables.show_all, name="tables"),
    Route("/tables/{name}", tables.show, name="table"),
    Route("/tables/{name}/download/{kind}", tables.download, name="download"),
    Route("/article/{article_id}", articles.show, name="article"),
    Route("/article/{article_id}/mention", articles.show_mention, name="mention"),
    Route("/article/{article_id}/why", articles.show_why, name="why"),
    Route("/article/{article_id}/row", articles.show_row, name="row"),
    Route("/article/{article_id}/judge", judging.judge, name="judge", methods=["POST"]),
    Route("/article/{article_id}/correct", judging.correct, name="correct", methods=["POST"]),
    Route("/entity/{entity_id}", entities.show, name="entity"),
    Route("/entity/{entity_id}/candidates", entities.candidates, name="candidates"),
    Route("/entity/{entity_id}/merge", entities.decide_merge, name="merge", methods=["POST"]),
    Route("/entity/{entity_id}/split", entities.decide_split, name="split", methods=["POST"]),
    Route("/queue", queue.show, name="queue"),
    Route("/decisions", decisions.show, name="decisions"),
    Route("/decisions/undo", decisions.take_back, name="undo", methods=["POST"]),
    Route("/retrain", retraining.show, name="retrain"),
    Route("/retrain/state", retraining.state, name="retrain_state"),
    Route("/retrain/{step}", retraining.start, name="retrain_start", methods=["POST"]),
]


def make_app(desk: Desk, secret: str | None = None) -> Starlette:
    """Make the application of a desk, behind a secret that its address begins with."""
    secret = secret or secrets.token_urlsafe(18)
    inner = Starlette(
        routes=[*ROUTES, Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
                Mount("/look", StaticFiles(directory=LOOK), name="look")],
        exception_handlers={PressfactsError: _problem, 404: _missing},
    )  # fmt: skip
    inner.state.desk = desk
    inner.state.work = BackgroundWork()
    outer = Starlette(routes=[Mount(f"/{secret}", inner)], middleware=[Middleware(Guard, secret=secret)])
    outer.state.secret = secret
    return outer


async def _problem(request: Request, error: Exception) -> Response:
    return problem(request, error)


async def _missing(request: Request, error: Exception) -> Response:
    if "/static/" in request.url.path or "/look/" in request.url.path:
        return PlainTextResponse("Not found", 404)
    return problem(request, Missing("There is no such page; go back to the overview."))
