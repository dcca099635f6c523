"""Other places of a run with the same words and the same label: what one judgement may hold for."""

import sqlite3
from typing import Any

from pipeline.store.searching import index_name
from pipeline.tables import TABLES

MOST = 2000
"""Cases that one judgement is made for at most."""


def same_cases(connection: sqlite3.Connection, words: str, label: str) -> list[dict[str, Any]]:
    """Find the mentions of a run that have the same words and label, up to a limit."""
    index = index_name(TABLES["mentions"])
    query = f"""SELECT article_id, start_char, end_char, text, label, found_by FROM mentions t
        WHERE t.rowid IN (SELECT rowid FROM "{index}" WHERE "{index}" MATCH ?) AND t.text = ? AND t.label = ?
        ORDER BY t.rowid LIMIT ?"""
    phrase = '{text} : "' + words.replace('"', " ") + '"'
    try:
        rows = connection.execute(query, (phrase, words, label, MOST))
    except sqlite3.OperationalError:  # words without a letter or digit are no phrase
        return []
    names = [column[0] for column in rows.description]
    return [dict(zip(names, row, strict=True)) for row in rows]


def count_cases(cases: list[dict[str, Any]]) -> tuple[int, int]:
    """Count the cases, and the articles that they stand in."""
    return len(cases), len({case["article_id"] for case in cases})
