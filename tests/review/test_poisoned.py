"""Whatever stands in a column of a run, a page only shows it: nothing runs, and no text is turned around."""

import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.runs.report import write_report
from pipeline.tables import TABLES

EVIL = "<img src=x onerror=alert(1)>'\"><script>alert(2)</script>{{7*7}}\u202e/\x1b]52;c;x\x07"
KEPT = {"article_id", "entity_id", "person_id", "organisation_id", "speaker_id", "money_id", "label", "published",
        "date_from", "date_to", "kind"}  # fmt: skip
"""Columns by which pages find rows, and dates."""


class Harm(HTMLParser):
    """Finds what a page would run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        runs = any(name.startswith("on") or (value or "").startswith("javascript:") for name, value in attrs)
        if runs or (tag == "script" and not given.get("src")) or given.get("src") == "x":
            self.found.append((tag, attrs))


@pytest.fixture
def poisoned(desk) -> Path:
    with closing(sqlite3.connect(desk.run / "pressfacts.sqlite", isolation_level=None)) as store:
        store.execute("PRAGMA foreign_keys = OFF")
        for name, table in TABLES.items():
            for column in table.own:
                if column.type in (str, tuple) and column.name not in KEPT:
                    store.execute(f'UPDATE OR IGNORE "{name}" SET "{column.name}" = ? || rowid', (EVIL,))
    return desk.run


def assert_shown(page: str) -> None:
    assert not Harm(page).found
    assert not {"\u202e", "\x1b", "\x07"} & set(page)


def test_no_column_of_a_run_is_run_by_a_page(page, poisoned) -> None:
    with closing(sqlite3.connect(poisoned / "pressfacts.sqlite")) as store:
        article, start, end = store.execute("SELECT article_id, start_char, end_char FROM mentions").fetchone()
        entities = [row[0] for row in store.execute("SELECT entity_id FROM entities LIMIT 3")]
    columns = ["&".join(f"show={column.name}" for column in table.columns) for table in TABLES.values()]
    tables = [f"tables/{name}?{shown}" for name, shown in zip(TABLES, columns, strict=True)]
    paths = ["", "tables", "queue", f"article/{article}", f"article/{article}?at={start}-{end}", *tables,
             *(f"entity/{entity}" for entity in entities)]  # fmt: skip
    for path in paths:
        answer = page.client.get(f"/secret/{path}")
        assert answer.status_code == 200, path
        assert_shown(answer.text)


def test_no_column_of_a_run_is_run_by_its_report(poisoned, tmp_path) -> None:
    assert_shown(write_report(poisoned, tmp_path / "report.html").read_text("utf-8"))
