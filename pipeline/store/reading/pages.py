"""A page of a table, sorted, filtered and searched: only what is shown is read, however long the table is."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.store import joined
from pipeline.store.cells import from_cells
from pipeline.store.reading.few_words import rows_at_most
from pipeline.store.reading.filters import Condition, conditions
from pipeline.store.reading.overview import kept_size
from pipeline.store.schema import indexed_columns
from pipeline.tables import OF_ARTICLE, Table

COUNTED = 10_000
"""Rows up to which those that fit a filter are counted."""

SORTED = 200_000
"""Rows of a table up to which it is sorted by any column; longer ones by those that have an index."""

ROW = "_row"
"""Key of a row's number in its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """How a table is looked at."""

    table: Table
    search: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    offset: int = 0
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Rows of a view by column, and how many there are in all."""

    rows: list[dict[str, Any]]
    total: int
    is_more: bool
    """Whether there are more than `total`, which were not counted."""
    can_sort: frozenset[str]


def read_page(connection: sqlite3.Connection, view: TableView) -> Page:
    """Read a page; raises UsageError where a filter can't be read."""
    size = _size(connection, view.table)
    can_sort = sortable(view.table, size)
    if view.sort not in can_sort:
        view = replace(view, sort="")
    condition = conditions(view.table, view.filters, view.search)
    most = rows_at_most(connection, view.table, view.filters)
    if most == 0:
        return Page(rows=[], total=0, is_more=False, can_sort=can_sort)
    if most is not None and len(condition.terms) == 1:
        view = replace(view, limit=max(0, min(view.limit, most - view.offset)))  # no row is looked for behind the last
        total, is_more = min(most, COUNTED), most > COUNTED
    else:
        total, is_more = (size, False) if not condition.terms else _count(connection, view, condition)
    first = _first_number(connection, view, condition)
    view = replace(view, offset=0) if first is not None else view
    rows = list(rows_of_view(connection, view, condition, first=first))
    return Page(rows=rows, total=total, is_more=is_more, can_sort=can_sort)


def rows_of_view(
    connection: sqlite3.Connection,
    view: TableView,
    condition: Condition | None = None,
    *,
    first: int | None = None,
) -> Iterator[dict[str, Any]]:
    """Give the rows of a view; a limit below 0 gives all. They begin with the number `first`, where it is known."""
    table = view.table
    condition = condition or conditions(table, view.filters, view.search)
    if first is not None:
        condition += Condition((f"t.rowid {'<=' if view.descending else '>='} ?",), (first,))
    chosen, values = _chosen(view, condition)
    sql = joined.sql_of_columns(table)
    names = ", ".join(sql.values())
    rows = joined.source(table, chosen=" ON t.rowid = k.number")
    query = f"SELECT t.rowid, {names} FROM ({chosen}) k CROSS JOIN {rows}"
    read = from_cells(table.columns)
    for number, *cells in connection.execute(query, (*values, view.limit, view.offset)):
        yield {ROW: number, **dict(zip(sql, read(cells), strict=True))}


def _chosen(view: TableView, condition: Condition) -> tuple[str, tuple[Any, ...]]:
    """Write the query for the numbers of the rows of a page: it reads indexes alone where it can."""
    order = "DESC" if view.descending else "ASC"
    source = _source(view, condition)
    base = f"SELECT t.rowid AS number FROM {source} WHERE {condition.sql}"
    column = _order_column(view)
    if not column:
        return f"{base} ORDER BY t.rowid {order} LIMIT ? OFFSET ?", condition.values
    stated = f"SELECT number FROM ({base} AND {column} IS NOT NULL ORDER BY {column} {order}, t.rowid)"
    empty = f"SELECT number FROM ({base} AND {column} IS NULL ORDER BY t.rowid)"
    return f"{stated} UNION ALL {empty} LIMIT ? OFFSET ?", condition.values * 2


def _first_number(connection: sqlite3.Connection, view: TableView, condition: Condition) -> int | None:
    """Give the number of the first row of a page of a whole table, where no number in it is missing.

    Else the rows before it are stepped over one by one, which takes seconds where there are millions.
    """
    if condition.terms or _order_column(view) or not view.offset:
        return None
    (last,) = connection.execute(f'SELECT max(rowid) FROM "{view.table.name}"').fetchone()
    if not last or kept_size(connection, view.table.name) != last:
        return None
    return int(last) - view.offset if view.descending else view.offset + 1


def _order_column(view: TableView) -> str:
    """Give what a view is sorted by; rows are kept by date, so that by date is by their number."""
    if not view.sort or (view.sort == "published" and view.table.name != "articles"):
        return ""
    return joined.sql_of_columns(view.table)[view.sort]


def _source(view: TableView, condition: Condition) -> str:
    needs_article = view.sort in OF_ARTICLE or any('a."' in term for term in condition.terms)
    return joined.source(view.table, article=needs_article)


def _count(connection: sqlite3.Connection, view: TableView, condition: Condition) -> tuple[int, bool]:
    inner = f"SELECT 1 FROM {_source(view, condition)} WHERE {condition.sql} LIMIT {COUNTED + 1}"
    (count,) = connection.execute(f"SELECT count(*) FROM ({inner})", condition.values).fetchone()
    return min(count, COUNTED), count > COUNTED


def _size(connection: sqlite3.Connection, table: Table) -> int:
    (last,) = connection.execute(f'SELECT max(rowid) FROM "{table.name}"').fetchone()
    if (last or 0) > SORTED:
        return int(last)
    (count,) = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
    return int(count)


def sortable(table: Table, size: int) -> frozenset[str]:
    """List the columns by which a table of a size can be sorted at once."""
    if size <= SORTED:
        return frozenset(column.name for column in table.columns)
    by_date = ["published"] if "published" in joined.sql_of_columns(table) else []
    return frozenset([*indexed_columns(table), *by_date])
