"""An article: its text with what was found in it, and beside it the mention, the value or the row at hand."""

from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pipeline.export.look.templates import days, value_in_words
from pipeline.extract.document.finds import make_doc
from pipeline.extract.explain import Step, explain
from pipeline.extract.opening import open_pipeline
from pipeline.ingest import article_from_text
from pipeline.review.cases import count_cases, same_cases
from pipeline.review.desk import Desk
from pipeline.review.marked_text import marked_blocks
from pipeline.review.of_run import rulebook_of_run
from pipeline.review.rows import CHANGEABLE, fields_of, key_of, row_at
from pipeline.review.standing import Log, read_log
from pipeline.review.web import Missing, desk_of, is_part, page
from pipeline.settings import Settings
from pipeline.store.reading.article import ReadArticle, read_article
from pipeline.store.reading.opening import reading as reading_run
from pipeline.values.zones.marks import Marks, marks_of

Row = dict[str, Any]


def show(request: Request) -> Response:
    """Show an article; `at=12-20` is the mention at hand."""
    return page(request, "article.html", **page_of_article(request))


def show_mention(request: Request) -> Response:
    """Show the mention at hand beside the text."""
    return page(request, "panel.html" if is_part(request) else "article.html", **page_of_article(request))


def show_row(request: Request) -> Response:
    """Show a row of a table as a form to correct it."""
    table, key = request.query_params.get("table", ""), request.query_params.get("key", "")
    given = page_of_article(request)
    row = row_at(given["article"], table, key)
    given["editing"] = {"table": table, "key": key, "fields": fields_of(table, row), "row": row}
    return page(request, "panel.html" if is_part(request) else "article.html", **given)


async def show_why(request: Request) -> Response:
    """Say which rule made a mention, what else was considered, and what spoke against it."""
    article = article_of_request(request)
    start, end = place_in_address(request.query_params.get("at", ""))
    steps = await run_in_threadpool(_steps, desk_of(request), article.text, article.row, start, end)
    return page(request, "why.html", steps=steps, words=article.text[start:end])


def _steps(desk: Desk, text: str, row: Row, start: int, end: int) -> list[Step]:
    settings = Settings(model=desk.model, rules=str(desk.rules))
    nlp = open_pipeline(settings)
    article = article_from_text(text, today=date.today(), published=row["published"])
    return explain(nlp, make_doc(nlp, article), start, end)


def page_of_article(request: Request, at: str | None = None) -> dict[str, Any]:
    """Give what a page of an article shows, with the mention at hand."""
    article, log = article_of_request(request), read_log(desk_of(request))
    marks = marks_of(rulebook_of_run(desk_of(request)))
    given = article_with_mention(article, log, request.query_params.get("at", "") if at is None else at, marks)
    cases = []
    if mention := given["at"]:
        with reading_run(desk_of(request).run) as connection:
            cases = same_cases(connection, mention["text"], mention["label"])
    return given | {"cases": count_cases(cases), "here": "tables"}


def article_of_request(request: Request) -> ReadArticle:
    """Read the article that an address names."""
    article_id = request.path_params["article_id"]
    with reading_run(desk_of(request).run) as connection:
        article = read_article(connection, article_id)
    if article is None:
        raise Missing("There is no such article in this run (any more); look for it in the table of articles.")
    return article


def place_in_address(at: str) -> tuple[int, int]:
    """Read a place as an address has it: `12-20`; (0, 0) where it is none."""
    start, _, end = at.partition("-")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() and len(at) < 20 else (0, 0)


def article_with_mention(article: ReadArticle, log: Log, at: str, zone_marks: Marks) -> dict[str, Any]:
    """Give what the pages of an article show."""
    decided = log.of_article(article.row["article_id"])
    mentions = [m | {"judged": decided.get((m["article_id"], "mentions", m["start_char"], m["text"]))}
                for m in article.found["mentions"]]  # fmt: skip
    added = [d for d in decided.values() if d.table == "mentions" and d.action == "add" and d.anchor]
    mentions += [_added(d) for d in added if not any(m["start_char"] == d.anchor.start for m in mentions if d.anchor)]
    mentions.sort(key=lambda m: (m["start_char"], m["end_char"]))
    start, end = place_in_address(at)
    here = next((m for m in mentions if (m["start_char"], m["end_char"]) == (start, end)), None)
    value = _value(article, here) if here else None
    return {
        "article": article, "mentions": mentions, "at": here,
        "blocks": marked_blocks(article.text, mentions, article.found["quotes"], zone_marks),
        "value": value, "version": log.version, "reading": value_in_words, "days": days, "editing": None,
        "decided_rows": {d.row: d for d in decided.values() if d.table != "mentions"}, "key_of": key_of,
        "entity": _entity(article, here), "changeable": CHANGEABLE,
    }  # fmt: skip


def _added(decision: Any) -> Row:
    place = decision.anchor
    return {"article_id": decision.article_id, "start_char": place.start, "end_char": place.end, "text": place.words,
            "label": decision.after["label"], "entity_id": None, "entity": None, "zone": "", "sentence": "",
            "found_by": "added by a person", "judged": decision}  # fmt: skip


def _value(article: ReadArticle, mention: Row) -> tuple[str, Row] | None:
    """Give the row of a table that a mention is the words of: an amount, a percentage, a date."""
    table = {"MONEY": "money", "PERCENT": "percentages", "DATE": "dates"}.get(mention["label"])
    same = [r for r in article.found.get(table or "", ()) if r["start_char"] == mention["start_char"]]
    return (table or "", same[0]) if same else None


def _entity(article: ReadArticle, mention: Row | None) -> Row | None:
    """Give the row of the person or organisation that a mention names."""
    if not mention or not mention["entity_id"]:
        return None
    for table, key in (("people", "person_id"), ("organisations", "organisation_id")):
        for row in article.found[table]:
            if row[key] == mention["entity_id"]:
                return row | {"table": table, "id": row[key]}
    return None
