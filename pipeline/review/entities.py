"""A person or an organisation across articles: what is known of it, and whether it is one or several."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.errors import UsageError
from pipeline.export.look.templates import value_in_words
from pipeline.plain import BETWEEN
from pipeline.retrain.corrections.edited_row import Unusable
from pipeline.retrain.corrections.merges import KEYS, LABELS, split_alias
from pipeline.retrain.corrections.merges import merge_decision as merged
from pipeline.retrain.corrections.merges import split_decision as parted
from pipeline.retrain.runs.exported import Exported
from pipeline.review.links import keep_entity_links
from pipeline.review.standing import keep_decisions, read_log
from pipeline.review.web import Missing, desk_of, form_of, page
from pipeline.store.reading.article import Row, rows_where
from pipeline.store.reading.opening import reading as reading_run
from pipeline.store.searching import as_query, index_name
from pipeline.tables import TABLES

ORIGIN = "review page"
SHOWN = 100
"""Rows of a kind that are shown of an entity."""


def show(request: Request) -> Response:
    """Show an entity."""
    entity_id = request.path_params["entity_id"]
    with reading_run(desk_of(request).run) as connection:
        entity = _entity(connection, entity_id)
        is_person = entity["label"] == "PERSON"
        key = "person_id" if is_person else "organisation_id"
        rows = rows_where(
            connection, "people" if is_person else "organisations", f"t.{key} = ?", entity_id, limit=SHOWN
        )
        staff = [] if is_person else rows_where(connection, "people", "t.organisation_id = ?", entity_id, limit=SHOWN)
        quotes = rows_where(connection, "quotes", "t.speaker_id = ?", entity_id, limit=SHOWN)
        figures = [] if is_person else [
            row for name in ("money", "percentages")
            for row in rows_where(connection, name, "t.organisation_id = ?", entity_id, limit=SHOWN)]  # fmt: skip
    log = read_log(desk_of(request))
    decided = [d for d in log.standing if d.table == "entities" and entity_id in (
        d.before.get("entity_id"), d.after.get("entity_id"))]  # fmt: skip
    return page(
        request, "entity.html", here="tables", entity=entity, rows=rows, staff=staff, quotes=quotes, figures=figures,
        reading=value_in_words, is_person=is_person, decided=decided, version=log.version,
        said=request.query_params.get("said", ""), later=request.query_params.get("later", ""),
    )  # fmt: skip


def candidates(request: Request) -> Response:
    """List entities of the same kind whose name or alias has the words that are typed."""
    words, entity_id = request.query_params.get("q", ""), request.path_params["entity_id"]
    query, index = as_query(words), index_name(TABLES["entities"])
    found: list[Row] = []
    with reading_run(desk_of(request).run) as connection:
        entity = _entity(connection, entity_id)
        if query:
            condition = (f't.rowid IN (SELECT rowid FROM "{index}" WHERE "{index}" MATCH ?)'
                         " AND t.label = ? AND t.entity_id <> ?")  # fmt: skip
            named = "{name aliases} : (" + query + ")"
            found = rows_where(connection, "entities", condition, named, entity["label"], entity_id, limit=12)
    return page(
        request, "candidates.html", entity=entity, found=found, asked=words, version=read_log(desk_of(request)).version
    )


async def decide_merge(request: Request) -> Response:
    """Decide that two entities are one."""
    form = await form_of(request)
    with reading_run(desk_of(request).run) as connection:
        entity = _entity(connection, request.path_params["entity_id"])
        other = _entity(connection, form.get("other", ""))
    if entity["entity_id"] == other["entity_id"]:
        raise UsageError("an entity can't be merged with itself")
    both = [{key: str(row[key]) for key in ("entity_id", "name", "label")} for row in (entity, other)]
    decision = merged(Exported({}, {}, {"entities": both}), other["entity_id"], entity["entity_id"], ORIGIN)
    return await _kept(request, decision, form, (entity, other), "merged")


async def decide_split(request: Request) -> Response:
    """Decide that a name in one article, or an alias, is somebody else."""
    form = await form_of(request)
    alias, article_id = form.get("alias", ""), form.get("article_id", "")
    if not alias and not article_id:
        raise UsageError("choose the article, or the other name, that is somebody else")
    with reading_run(desk_of(request).run) as connection:
        entity = _entity(connection, request.path_params["entity_id"])
        forms = _forms(connection, entity) if alias else Exported({}, {}, {})
    named = {key: str(entity[key]) for key in ("entity_id", "name", "label")}
    try:
        decision = split_alias(forms, named, alias, ORIGIN) if alias else parted(named, ORIGIN, article_id=article_id)
    except Unusable as problem:
        raise UsageError(str(problem)) from None
    return await _kept(request, decision, form, (entity,), "split")


def _forms(connection: sqlite3.Connection, entity: Row) -> Exported:
    """Give the rows of an entity's articles, as they are exported."""
    table = next(name for name, label in LABELS.items() if label == entity["label"])
    rows = rows_where(connection, table, f"t.{KEYS[table]} = ?", entity["entity_id"])
    cells = ("article_id", KEYS[table], "name")
    plain = [{cell: str(row[cell]) for cell in cells} | {"aliases": BETWEEN.join(row["aliases"])} for row in rows]
    return Exported({}, {}, {table: plain})


async def _kept(request: Request, decision: Any, form: dict[str, str], about: Sequence[Row], said: str) -> Response:
    """Keep a decision about entities, and show the one of them that is there now."""
    desk = desk_of(request)
    seen = form.get("version", "")
    signed = replace(decision, who=desk.who, when=desk.now())
    keep_decisions(desk, [signed], int(seen[:9]) if seen.isdecimal() else 0)
    is_shown = await run_in_threadpool(keep_entity_links, desk)
    with reading_run(desk.run) as connection:
        there = [row["entity_id"] for row in about for condition, value in (
            ("t.entity_id = ?", [row["entity_id"]]), ("t.label = ? AND t.name = ?", [row["label"], row["name"]]))
            for row in rows_where(connection, "entities", condition, *value)]  # fmt: skip
    root, query = request.scope["root_path"], urlencode({"said": said, "later": "" if is_shown else "yes"})
    address = request.app.url_path_for("entity", entity_id=there[0] if there else about[0]["entity_id"])
    return RedirectResponse(f"{root}{address}?{query}", 303)


def _entity(connection: Any, entity_id: str) -> Row:
    found = rows_where(connection, "entities", "t.entity_id = ?", entity_id)
    if not found:
        raise Missing("This person or organisation is not in the run any more; it may be merged with another.")
    return found[0]
