"""Judgements of a person to decisions in the log: the same ones that a corrected spreadsheet would give."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pipeline.errors import UsageError
from pipeline.evaluation.scoring import LABELS
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_row import Decided
from pipeline.retrain.corrections.edited_table import EditedRow, EditedTable
from pipeline.retrain.corrections.other_tables import row_decisions
from pipeline.retrain.runs.exported import Exported
from pipeline.review.articles import article_of_request, page_of_article, place_in_address
from pipeline.review.cases import same_cases
from pipeline.review.rows import row_at, written_row
from pipeline.review.standing import keep_decisions
from pipeline.review.web import desk_of, form_of, is_part, page
from pipeline.store.reading.article import ReadArticle
from pipeline.store.reading.opening import reading
from pipeline.values.text.anchors import anchor

ORIGIN = "review page"

DONE = {"keep": "Accepted", "reject": "Rejected", "relabel": "Relabelled", "move": "Moved", "add": "Added",
        "set": "Corrected"}  # fmt: skip


async def judge(request: Request) -> Response:
    """Accept, reject, relabel or move a mention, or add one; on request all that have the same words and label."""
    form = await form_of(request)
    article = article_of_request(request)
    at = form.get("at", "")
    decisions = [_mention_decision(article, form)]
    if form.get("all") == "yes" and form["action"] in ("keep", "reject", "relabel"):
        decisions = [*decisions, *_same(request, article, form)]
    kept = _keep(request, decisions, form)
    if form["action"] in ("add", "move"):
        at = f"{form['start']}-{form['end']}"
    return _answer(request, at, kept, DONE[form["action"]])


async def correct(request: Request) -> Response:
    """Take the cells of a row as a person corrected them, or reject the row."""
    form = await form_of(request)
    article = article_of_request(request)
    table, key = form.get("table", ""), form.get("key", "")
    row = written_row(table, row_at(article, table, key))
    cells = row | {name: value for name, value in form.items() if name in row}
    cells["reject"] = "x" if form.get("action") == "reject" else ""
    edited = EditedTable(table, ORIGIN, tuple(cells), (EditedRow(1, cells),))
    problems: list[str] = []
    decisions = list(row_decisions(edited, _exported(article, table), problems, [], Decided()))
    if problems:
        raise UsageError(problems[0].removeprefix(f"{ORIGIN}, row 1: "))
    kept = _keep(request, decisions, form)
    return _answer(request, form.get("at", ""), kept, "Rejected" if cells["reject"] else "Corrected")


def _exported(article: ReadArticle, table: str) -> Exported:
    """Give an article as a corrected table of it is compared with."""
    article_id = article.row["article_id"]
    rows = {name: [written_row(name, row) for row in article.found[name]] for name in {table, "organisations"}}
    return Exported({article_id: article.text}, {article_id: [article.row["source"]]}, rows)


def _keep(request: Request, decisions: Iterable[Decision], form: dict[str, str]) -> list[Decision]:
    desk = desk_of(request)
    signed = [replace(d, who=desk.who, when=desk.now(), origin=ORIGIN) for d in decisions]
    seen = form.get("version", "")
    return keep_decisions(desk, signed, int(seen[:9]) if seen.isdecimal() else 0)


def _answer(request: Request, at: str, kept: list[Decision], done: str) -> Response:
    """Show the article as it is decided now, and say what was done."""
    said = done if kept else "That was decided already"
    if len(kept) > 1:
        articles = len({decision.article_id for decision in kept})
        said = f"{done}: {len(kept)} places in {articles} articles"
    template = "article_part.html" if is_part(request) else "article.html"
    undo = ",".join(decision.decision_id for decision in kept)
    return page(request, template, **page_of_article(request, at) | {"said": said, "undo_ids": undo})


def _mention_decision(article: ReadArticle, form: dict[str, str]) -> Decision:
    action, label = form.get("action", ""), form.get("label", "")
    if action not in DONE or action == "set":
        raise UsageError(f"{action!r} is nothing that one can do to a mention")
    if action in ("relabel", "add", "move") and label not in LABELS:
        raise UsageError(f"choose one of the labels {', '.join(LABELS)}")
    article_id = article.row["article_id"]
    common: dict[str, Any] = {"article_id": article_id, "table": "mentions", "action": action}
    if action == "add":
        return Decision(**common, anchor=_selected(article, form), after={"label": label})
    start, end = place_in_address(form.get("at", ""))
    row = next((m for m in article.found["mentions"] if (m["start_char"], m["end_char"]) == (start, end)), None)
    if row is None:
        raise UsageError("this mention is not in the run any more; load the page again")
    common |= {"anchor": anchor(article.text, start, end),
               "before": {"label": row["label"], "found_by": row["found_by"]}}  # fmt: skip
    if action == "move":
        return Decision(**common, to=_selected(article, form), after={"label": label})
    return Decision(**common, after={} if action == "reject" else {"label": label or row["label"]})


def _selected(article: ReadArticle, form: dict[str, str]) -> Any:
    """Give the words that a person selected, without the spaces around them."""
    start, end = place_in_address(f"{form.get('start', '')}-{form.get('end', '')}")
    words = article.text[start:end]
    if not words.strip():
        raise UsageError("select the words in the text first")
    start += len(words) - len(words.lstrip())
    return anchor(article.text, start, start + len(words.strip()))


def _same(request: Request, article: ReadArticle, form: dict[str, str]) -> Iterable[Decision]:
    """Give the same judgement for every other mention with the same words and label."""
    start, end = place_in_address(form["at"])
    row = next(m for m in article.found["mentions"] if (m["start_char"], m["end_char"]) == (start, end))
    here = (article.row["article_id"], start)
    with reading(desk_of(request).run) as connection:
        cases = same_cases(connection, row["text"], row["label"])
        texts = dict(connection.execute(
            "SELECT article_id, text FROM articles WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps([case["article_id"] for case in cases]),)))  # fmt: skip
    for case in cases:
        if (case["article_id"], case["start_char"]) != here:
            yield Decision(
                article_id=case["article_id"], table="mentions", action=form["action"],
                anchor=anchor(texts[case["article_id"]], case["start_char"], case["end_char"]),
                before={"label": case["label"], "found_by": case["found_by"]},
                after={} if form["action"] == "reject" else {"label": form.get("label") or case["label"]},
            )  # fmt: skip
