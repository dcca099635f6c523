"""By which columns a table can be sorted at once."""

import re
import sqlite3

import pytest

from pipeline.store.reading.pages import SORTED, sortable
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
