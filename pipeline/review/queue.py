"""What to look at first: where the program is least sure, contradicts itself, or met something new."""

import sqlite3
from collections import Counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pipeline.retrain.corrections.decisions import Decision
from pipeline.review.judging import ORIGIN
from pipeline.review.standing import read_log
from pipeline.review.web import desk_of, page
from pipeline.store.entities import doubts
from pipeline.store.reading.opening import reading

SHOWN = 12
RARE = 3
"""Finds of a rule up to which it counts as rare."""

_MENTION = """
    WITH recent AS MATERIALIZED (SELECT rowid AS number, text, label, entity_id, found_by FROM mentions
        WHERE rowid > (SELECT max(rowid) - 50000 FROM mentions))
    SELECT m.article_id, m.start_char, m.end_char, m.text, m.label, m.sentence, {why} AS why FROM {more} LIMIT 200"""
"""Of a large run the latest mentions alone are looked at, and those once, so that the queue is there at once; the order
of the joins is ours, as SQLite would go through all entities, or through the mentions again and again."""


def show(request: Request) -> Response:
    """Show the queue, without what was judged already, and the precision by kind so far."""
    log = read_log(desk_of(request))
    judged = {(d.article_id, d.anchor.start) for d in log.standing if d.anchor}
    with reading(desk_of(request).run) as connection:
        parts = [(title, note, _open(rows, judged)) for title, note, rows in _parts(connection)]
    return page(request, "queue.html", here="queue", parts=[part for part in parts if part[2]],
                precision=precision_so_far(log.standing))  # fmt: skip


def _parts(connection: sqlite3.Connection) -> list[tuple[str, str, list[dict[str, Any]]]]:
    unsure = _unsure(connection)
    return [
        ("Low confidence", "the program's own estimate is lowest here", unsure),
        ("Two names that may be one", "the linking of entities is in doubt here", _doubts(connection)),
        ("The same words, two labels", "the program takes these words for different things",
         _rows(connection, _MENTION.format(why="'also ' || n.label", more="""
            (SELECT r.number, r.text, o.label FROM recent r CROSS JOIN (SELECT DISTINCT text, label FROM recent) o
             ON o.text = r.text AND o.label <> r.label ORDER BY r.text, r.number, o.label LIMIT 200) n
            CROSS JOIN mentions m ON m.rowid = n.number ORDER BY n.text, n.number, n.label"""))),
        ("New names", "named in one article only, in the latest ones",
         _rows(connection, _MENTION.format(why="'new'", more="""
            (SELECT min(number) AS number FROM recent r CROSS JOIN entities e USING (entity_id)
             WHERE e.articles = 1 GROUP BY entity_id ORDER BY number DESC LIMIT 60) n
            CROSS JOIN mentions m ON m.rowid = n.number ORDER BY n.number DESC"""))),
        ("Rare rules", f"found by rules that found {RARE} things or fewer in this run",
         _rows(connection, _MENTION.format(why="m.found_by", more=f"""
            (SELECT number FROM recent WHERE found_by IN
                (SELECT found_by FROM recent GROUP BY found_by HAVING count(*) <= {RARE})) n
            CROSS JOIN mentions m ON m.rowid = n.number ORDER BY m.found_by, n.number"""))),
    ]  # fmt: skip


def _doubts(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Give the pairs of entities that may be one, each by the page of the first."""
    return [
        {"entity_id": one_id, "text": f"{one} / {other}", "label": label, "why": f"confidence {confidence:.2f}",
         "sentence": why, "article_id": one_id, "start_char": other_id}
        for label, one_id, one, other_id, other, why, confidence in doubts(connection, most=60)
    ]  # fmt: skip


def _unsure(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Give the facts of which the program is least sure."""
    return _rows(
        connection,
        """SELECT article_id, f.start_char, f.end_char, f.sentence,
            CASE WHEN label IS NULL THEN coalesce(who, what, body, kind)
                ELSE substr(text, start_char + 1, end_char - start_char) END AS text,
            coalesce(label, kind) AS label,
            coalesce(CASE WHEN label IS NULL THEN kind ELSE coalesce(what, body) END || ', ', '')
                || 'confidence ' || round(f.confidence, 2) AS why
            FROM (SELECT *, CASE kind WHEN 'money' THEN 'MONEY' WHEN 'percentage' THEN 'PERCENT' END AS label
                  FROM facts WHERE confidence IS NOT NULL ORDER BY confidence LIMIT 60) f
            JOIN articles USING (article_id) ORDER BY f.confidence""",
    )


def _rows(connection: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _open(rows: list[dict[str, Any]], judged: set[tuple[str, int]]) -> list[dict[str, Any]]:
    left = {(row["article_id"], row["start_char"], row["text"]): row for row in reversed(rows)
            if (row["article_id"], row["start_char"]) not in judged}  # fmt: skip
    return list(reversed(left.values()))[:SHOWN]


def precision_so_far(decisions: Any) -> list[tuple[str, int, int]]:
    """Count by label how many of the mentions that were judged are right: label, right, judged.

    What came back in tables isn't counted: a spreadsheet tells what is wrong alone.
    """
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for decision in decisions:
        if not isinstance(decision, Decision) or decision.origin != ORIGIN:
            continue
        if decision.table == "mentions" and decision.before.get("label"):
            label = str(decision.before["label"])
            judged[label] += 1
            right[label] += decision.action == "keep"
    return [(label, right[label], judged[label]) for label in sorted(judged)]
