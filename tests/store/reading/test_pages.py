"""By which columns a table can be sorted at once."""

import re
import sqlite3

import pytest

from pipeline.store.reading.few_words import keep_words
from pipeline.store.reading.overview import SIZES, kept_size
from pipeline.store.reading.pages import SORTED, TableView, read_page, sortable
from pipeline.store.schema import create_indexes, create_table
from pipeline.tables import TABLES, Table


def begins_an_index(table: Table) -> set[str]:
    """Ask SQLite which columns the indexes of a table begin with, but for its key's."""
    connection = sqlite3.connect(":memory:")
    for statement in (create_table(table), *create_indexes(table)):
        connection.execute(statement)
    indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return {re.findall(r'\("(\w+)"', sql)[0] for (sql,) in connection.execute(indexes)}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_long_table_is_sorted_by_date_and_by_every_column_that_an_index_begins_with(table):
    assert sortable(table, SORTED + 1) - {"published"} == begins_an_index(table) - {"published"}


def test_a_long_table_of_mentions_is_sorted_by_who_is_named():
    assert {"entity_id", "label", "published"} <= sortable(TABLES["mentions"], SORTED + 1)
    assert "text" not in sortable(TABLES["mentions"], SORTED + 1)


def test_a_short_table_is_sorted_by_any_column():
    assert sortable(TABLES["mentions"], SORTED) == {column.name for column in TABLES["mentions"].columns}


@pytest.fixture
def errors():
    connection = sqlite3.connect(":memory:")
    connection.execute(create_table(TABLES["errors"]))
    rows = ((f"{number}.txt", "ingest", "unreadable", "") for number in range(1, 101))
    connection.executemany("INSERT INTO errors VALUES (?, ?, ?, ?)", rows)
    connection.execute(f"CREATE TABLE {SIZES} (name TEXT PRIMARY KEY, rows INTEGER)")
    connection.execute(f"INSERT INTO {SIZES} VALUES ('errors', 100)")
    return connection


def sources(connection, **how):
    return [row["source"] for row in read_page(connection, TableView(table=TABLES["errors"], **how)).rows]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("is_whole", [True, False])
def test_a_page_far_into_a_table_has_the_rows_that_stand_there(errors, descending, is_whole):
    if not is_whole:
        errors.execute("DELETE FROM errors WHERE rowid % 7 = 3")
        errors.execute(f"UPDATE {SIZES} SET rows = (SELECT count(*) FROM errors)")
    every = [row for (row,) in errors.execute("SELECT source FROM errors ORDER BY rowid")]
    every = every[::-1] if descending else every
    for offset in (0, 5, 80, len(every) - 2, 200):
        assert sources(errors, offset=offset, limit=5, descending=descending) == every[offset : offset + 5]


def test_a_run_of_an_older_version_has_no_sizes_and_its_pages_are_shown(errors):
    assert (kept_size(errors, "errors"), kept_size(errors, "money")) == (100, None)
    errors.execute(f"DROP TABLE {SIZES}")
    assert kept_size(errors, "errors") is None
    assert sources(errors, offset=90, limit=2) == ["91.txt", "92.txt"]


@pytest.fixture
def dates():
    """Two hundred rows in three zones, one of them rare."""
    connection = sqlite3.connect(":memory:")
    for table in TABLES.values():
        connection.execute(create_table(table))
    connection.execute("INSERT INTO articles (article_id, source) VALUES ('a', 'a.txt')")
    zones = ["body"] * 196 + ["caption", None, "about", "caption"]
    rows = (("a", at, at + 1, "May", zone) for at, zone in enumerate(zones))
    connection.executemany(
        "INSERT INTO dates (article_id, start_char, end_char, text, zone) VALUES (?, ?, ?, ?, ?)", rows
    )
    keep_words(connection)
    return connection


FILTERS = [("zone", "body", 196), ("zone", "=about", 1), ("zone", "nothing", 0), ("zone", "A", 3), ("zone", "-", 1),
           ("zone", "*", 199), ("text", "=May", 200)]  # fmt: skip


@pytest.mark.parametrize(("column", "given", "expected"), FILTERS)
@pytest.mark.parametrize("is_older", [False, True])
def test_a_filter_by_a_few_words_finds_its_rows_with_and_without_what_is_kept(dates, column, given, expected, is_older):
    if is_older:
        dates.execute("DROP TABLE _words")
    for offset in (0, 150, 250):
        page = read_page(dates, TableView(table=TABLES["dates"], filters={column: given}, offset=offset, limit=60))
        assert (page.total, len(page.rows)) == (expected, max(0, min(60, expected - offset)))


@pytest.mark.parametrize(("filters", "steps"), [({"zone": "nothing"}, 0), ({"zone": "about"}, 1)])
def test_a_filter_by_a_few_words_is_answered_without_counting_rows(dates, filters, steps):
    asked: list[str] = []
    dates.set_trace_callback(asked.append)
    read_page(dates, TableView(table=TABLES["dates"], filters=filters))
    assert sum('"dates" t' in query and "t.rowid" in query for query in asked) == steps
    assert not any("count(*) FROM (SELECT 1" in query for query in asked)


def test_an_empty_filter_is_none(dates):
    assert read_page(dates, TableView(table=TABLES["dates"], filters={"zone": " ", "start_char": "> 197"})).total == 2


def test_filters_by_several_columns_hold_all(dates):
    page = read_page(dates, TableView(table=TABLES["dates"], filters={"zone": "caption", "start_char": "> 197"}))
    assert (page.total, [row["start_char"] for row in page.rows]) == (1, [199])
