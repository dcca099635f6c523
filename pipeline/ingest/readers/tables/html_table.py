"""A page to articles: of its rows, where it is a table of articles as databases export them, else as a page."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from lxml.html import HtmlElement

from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.html.blocks import blocks_of
from pipeline.ingest.readers.html.page import read_html
from pipeline.ingest.readers.html.tables import cells_of
from pipeline.ingest.readers.html.tree import letters, tree_of
from pipeline.ingest.readers.tables.columns import usual_name
from pipeline.ingest.readers.tables.sheets import Rows, read_sheets
from pipeline.ingest.rules import column_names
from pipeline.settings import Settings

_SHARE = 0.8
"""Share of the page's letters that such a table has at least."""
_FIRST_ROW = re.compile(r"<tr\b.{0,3000}?</tr>", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^<>]*>(.*?)</t[hd]>", re.IGNORECASE | re.DOTALL)


def read_page_or_table(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read the rows of a page whose first table has a header that names a headline and a text, else the page."""
    page = decode(blob.read(settings), blob.charset)
    rows = _rows_of_articles(page) if _names_articles(page) else None
    yield from read_sheets(blob, [("", rows)], settings) if rows is not None else read_html(blob, settings)


def _names_articles(page: str) -> bool:
    row = _FIRST_ROW.search(page)
    names = {usual_name(re.sub(r"<[^<>]*>", "", cell)) for cell in _CELL.findall(row[0])} if row else set()
    usual = column_names()
    return bool(names & set(usual["text"]) and names & set(usual["title"]))


def _rows_of_articles(page: str) -> Rows | None:
    """Give the rows of the first table, where the page holds little else and no other table."""
    tree = tree_of(page)
    table = next(tree.iter("table"), None)
    rows = list(table.iter("tr")) if table is not None else []
    if table is None or len(rows) < 2 or letters(table) < _SHARE * letters(tree):
        return None
    return partial(_texts, rows)


def _texts(rows: Sequence[HtmlElement]) -> Iterator[Sequence[str]]:
    return (["\n\n".join(block.text for block in blocks_of(cell)) for cell in cells_of(row)] for row in rows)
