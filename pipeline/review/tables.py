"""Tables: sorted, filtered, searched, a page at a time; the view at hand as CSV or a workbook."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pipeline.export.look.templates import cell_in_words
from pipeline.export.workbook import write_workbook
from pipeline.export.writers import write_csv
from pipeline.review.web import Missing, desk_of, is_part, page
from pipeline.store.reading.opening import reading
from pipeline.store.reading.pages import TableView, read_page, rows_of_view
from pipeline.tables import TABLES, Column, Table

PER_PAGE = 50

HIDDEN = re.compile(
    r"_id$|^(start_char|end_char|found_by|same_as|source|other_sources|duplicate_of|extra|published_from|language"
    r"|aliases|zone|high|value_to|why|anchor|url|kind)$"
)
"""Columns that are left out until one asks for them; `kind` tells facts apart, so it stays there."""

NAMED = {"name": ("entity_id", "person_id", "organisation_id"), "organisation": ("organisation_id",),
         "entity": ("entity_id",), "speaker": ("speaker_id",)}  # fmt: skip
"""Columns that name a person or an organisation, and those that have its id."""


def show_all(request: Request) -> Response:
    """List the tables."""
    with reading(desk_of(request).run) as connection:
        counts = {name: read_page(connection, TableView(table=table, limit=0)).total for name, table in TABLES.items()}
    return page(request, "tables.html", here="tables", tables=TABLES, counts=counts)


def show(request: Request) -> Response:
    """Show a page of a table."""
    table = _table(request)
    view, asked = view_in_address(table, request.query_params)
    with reading(desk_of(request).run) as connection:
        found = read_page(connection, view)
    chosen = columns_shown(table, request.query_params.getlist("show"))
    return page(
        request, "table_part.html" if is_part(request) else "table.html", here="tables",
        table=table, tables=TABLES, view=view, found=found, columns=chosen, asked=asked,
        rows=[(_at(row), [_cell(row, column) for column in chosen]) for row in found.rows],
        has_article=table.columns[0].name == "article_id" or table.name == "facts",
        is_number=lambda column: column.type in (int, Decimal), with_query=lambda **new: _with(asked, new),
        at_number=view.offset // view.limit + 1, pages=max(1, -(-found.total // view.limit)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is shown: its text, its kind, the label of a mention, and whom it names."""

    text: str
    kind: str
    label: str = ""
    entity_id: str = ""


def _cell(row: Mapping[str, Any], column: Column) -> Cell:
    name, text = column.name, cell_in_words(row[column.name], column.type)
    kind = "n" if column.type in (int, Decimal) else "day" if column.type is date else _width(text)
    names = next((row[key] for key in NAMED.get(name, ()) if row.get(key)), "")
    return Cell(text, kind, str(row.get("label", "")) if name == "text" else "", names)


def _width(text: str) -> str:
    """Say how much room a text needs; a column gets that of its longest."""
    return "long" if len(text) > 40 else "some" if len(text) > 12 else ""


def _at(row: Mapping[str, Any]) -> dict[str, str]:
    """Give where a row stands: its article, the place in it, and its words for who can't see it."""
    start, end = row.get("start_char"), row.get("end_char")
    said = next((str(row[key]) for key in ("text", "name", "what", "who", "title") if row.get(key)), "")
    return {"article_id": str(row.get("article_id", "")), "at": f"{start}-{end}" if start is not None else "",
            "said": said}  # fmt: skip


def download(request: Request) -> Response:
    """Give the rows of a view as a file: all of them, with all columns."""
    table, kind = _table(request), request.path_params["kind"]
    if kind not in ("csv", "xlsx"):
        raise Missing("There are CSV and XLSX to download.")
    view, _ = view_in_address(table, request.query_params)
    folder = tempfile.TemporaryDirectory(prefix="pressfacts-")
    with reading(desk_of(request).run, seconds=600) as connection:
        path = _written(connection, replace(view, offset=0, limit=-1), kind, Path(folder.name))
    return FileResponse(path, filename=path.name, background=BackgroundTask(folder.cleanup))


def _written(connection: Any, view: TableView, kind: str, folder: Path) -> Path:
    def rows(_: str = "") -> Iterator[list[Any]]:
        for row in rows_of_view(connection, view):
            yield [row[column.name] for column in view.table.columns]

    if kind == "csv":
        return write_csv(view.table, rows(), folder)
    return write_workbook([view.table], rows, folder).rename(folder / f"{view.table.name}.xlsx")


def _table(request: Request) -> Table:
    table = TABLES.get(request.path_params["name"])
    if table is None:
        raise Missing(f"There is no such table; there are {', '.join(TABLES)}.")
    return table


def view_in_address(table: Table, query: Mapping[str, str]) -> tuple[TableView, dict[str, Any]]:
    """Read how a table is to be looked at from an address."""
    names = {column.name for column in table.columns}
    filters = {key[2:]: value for key, value in query.items() if key.startswith("f.") and key[2:] in names}
    sort = query.get("sort", "")
    view = TableView(
        table=table, search=query.get("q", ""), filters=filters, sort=sort if sort in names else "",
        descending=query.get("order") == "down", limit=PER_PAGE,
        offset=PER_PAGE * max(0, int(number[:9]) - 1 if (number := query.get("page", "1")).isdecimal() else 0),
    )  # fmt: skip
    asked = {"q": view.search, "sort": view.sort, "order": "down" if view.descending else ""}
    asked |= {f"f.{name}": value for name, value in filters.items()}
    shown = query.getlist("show") if hasattr(query, "getlist") else []
    return view, {key: value for key, value in asked.items() if value} | ({"show": shown} if shown else {})


def columns_shown(table: Table, asked: list[str]) -> list[Column]:
    """Give the columns to show: those asked for, else those that a reader needs."""
    if asked:
        return [column for column in table.columns if column.name in asked]
    usual = [c for c in table.columns if not HIDDEN.search(c.name) or (c.name == "kind" and table.name == "facts")]
    return usual or list(table.columns)


def _with(asked: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Write the query of a view with some of it changed."""
    return urlencode({key: value for key, value in {**asked, **new}.items() if value not in ("", None)}, doseq=True)
