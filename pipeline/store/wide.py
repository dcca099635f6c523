"""The table `facts`: titles, amounts, percentages and quotations, one a row with all that it needs."""

import sqlite3

from pipeline.store.joined import BEST_MENTION, NAME_OF_OWNER

_ARTICLE = "a.published, t.sentence, a.title, coalesce(a.url, a.source)"

_SAID_BY = """(SELECT {column} FROM quotes q WHERE q.article_id = t.article_id
    AND q.start_char <= t.start_char AND t.end_char <= q.end_char LIMIT 1)"""
"""Who says the words that a value stands in."""

_IS_PERSON = "EXISTS (SELECT 1 FROM people p WHERE p.article_id = t.article_id AND p.person_id = t.speaker_id)"

_VALUE = """
    SELECT '{kind}', {who}, {title}, {owner}, t.measure,
        t.low, nullif(t.high, t.low), {unit}, t.qualifier, t.direction, {article}, t.zone,
        t.article_id, t.start_char, t.end_char, t.confidence
    FROM "{table}" t JOIN articles a USING (article_id)
"""


def _values(kind: str, table: str, unit: str) -> str:
    who, title = (_SAID_BY.format(column=column) for column in ("speaker", "speaker_title"))
    return _VALUE.format(kind=kind, table=table, unit=unit, who=who, title=title, owner=NAME_OF_OWNER, article=_ARTICLE)


_PEOPLE = f"""
    SELECT 'person', p.name, p.title, p.organisation, NULL, NULL, NULL, NULL, NULL, NULL, {_ARTICLE}, t.zone,
        t.article_id, t.start_char, t.end_char, p.confidence
    FROM people p JOIN articles a USING (article_id) 
    JOIN mentions t ON t.rowid = {BEST_MENTION.format(column="number", person="p")}
    WHERE p.title IS NOT NULL OR p.organisation IS NOT NULL
"""

_QUOTES = f"""
    SELECT 'quote', CASE WHEN {_IS_PERSON} THEN t.speaker END, t.speaker_title,
        CASE WHEN {_IS_PERSON} THEN t.speaker_organisation ELSE t.speaker END,
        t.text, NULL, NULL, NULL, NULL, NULL, {_ARTICLE}, 'quote', t.article_id, t.start_char, t.end_char,
        t.confidence
    FROM quotes t JOIN articles a USING (article_id)
"""

_PLACES = "(SELECT rowid FROM articles o WHERE o.article_id = f.article_id), f.start_char, f.end_char, f.kind"


def fill_facts(connection: sqlite3.Connection) -> None:
    """Fill the table `facts` from the tables that it is made of; who is who has to be known."""
    names = ", ".join(f'"{column}"' for column in _COLUMNS)
    unit = "t.currency || coalesce(' per ' || t.per, '')"
    parts = [_PEOPLE, _values("money", "money", unit), _values("percentage", "percentages", "t.unit"), _QUOTES]
    connection.execute("CREATE TEMP TABLE _wide AS SELECT * FROM facts LIMIT 0")
    for part in parts:
        connection.execute(f"INSERT INTO temp._wide ({names}) {part}")
    connection.execute(f"INSERT OR IGNORE INTO facts SELECT * FROM temp._wide f ORDER BY {_PLACES}")
    connection.execute("DROP TABLE temp._wide")


_COLUMNS = (
    "kind", "who", "title", "body", "what", "value", "value_to", "unit", "qualifier", "direction",
    "date", "sentence", "article", "url", "zone", "article_id", "start_char", "end_char", "confidence",
)  # fmt: skip
"""Columns of facts in the order in which the queries give them."""
