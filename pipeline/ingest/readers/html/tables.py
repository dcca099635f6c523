"""A table of a page to rows of text, where it is a table of data and no layout."""

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import load_rulebook

_CELL = 160
"""Letters of the longest cell of a row of data; a longer one is prose."""
_VALUE = re.compile(r"[(\[+\-–—−]?\s*\.?\d|[–—-]$")
_BEHIND = re.compile(r"([\d)%])\s+([A-Z]{0,3}[$£€¥])$")
"""The sign of the next cell's amount, behind the amount of its own."""
_SPACED = re.compile(r"(?<=[$£€¥])\s+(?=[(\d.–-])|(?<=[\d)])\s+(?=%)")
"""Space inside a cell between an amount and its sign or unit."""
_YEAR = re.compile(r"(?:19|20)\d\d\*?$")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "article", "section", "blockquote")


@cache
def _sign() -> re.Pattern[str]:
    """Give what a cell holds that has nothing but the sign of the next one's amount: `$`, `(US$`, `RM`, `CHF`.

    A letter alone is none: more often it heads a column.
    """
    printed = {form.rstrip("?!") for row in load_rulebook().currencies for form in row.before}
    sign = any_of(form for form in printed if len(form) > 1)
    return re.compile(rf"[(+\-–—−]?\s*(?:[A-Z]{{0,3}}[$£€¥₹₩₽₦₺]|[A-Z]{{3}}|{sign})\s*\(?$")


@cache
def _unit() -> re.Pattern[str]:
    """Give what a cell holds that has nothing but the unit, or the bracket, behind the one before: `%`, `bps`, `)`."""
    unit = any_of(form for row in load_rulebook().percent_units for form in row.words)
    return re.compile(rf"\s*(?:\)?\s*{unit}\)?|\)|\]|x|pts?\.?|cents?|¢)\s*$")


def is_data(table: HtmlElement) -> bool:
    """Say whether a table is one of data: several rows of several short cells, and no table of prose inside."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [cells for row in table.iter("tr") if (cells := [text for cell in cells_of(row) if (text := _flat(cell))])]
    if not any(len(cells) > 1 for cells in rows):
        return False
    if table.find(".//th") is not None and max(len(cell) for cells in rows for cell in cells) < 2 * _CELL:
        return True
    several = [cells for cells in rows if len(cells) > 1]
    prose = sum(len(cell) > _CELL for cells in rows for cell in cells)
    return prose == 0 and len(several) >= 0.4 * len(rows) and (len(rows) > 1 or len(several[0]) > 2 or _short(several))


def _short(rows: list[list[str]]) -> bool:
    return all(len(cell) < 60 for cells in rows for cell in cells)


def cells_of(row: HtmlElement) -> Iterator[HtmlElement]:
    """Give the cells of a row."""
    return (cell for cell in row if cell.tag in ("td", "th"))


def joined_cells(texts: list[str]) -> str:
    """Join the cells of a row, with sign, number and unit in one: they often stand in cells of their own.

    >>> joined_cells(["Net loss", "$", "(4,118", ")", "12.5", "%"])
    'Net loss | $(4,118) | 12.5%'
    >>> joined_cells(["Sales", "RM", "41.2", "P", "3"])
    'Sales | RM41.2 | P | 3'
    """
    cells: list[str] = []
    sign = ""
    flat = (_BEHIND.sub("\\1\0\\2", " ".join(given.split())) for given in texts)
    for text in filter(None, (part.strip() for cell in flat for part in cell.split("\0"))):
        if sign:
            glued = bool(_VALUE.match(text))
            is_year = glued and bool(_YEAR.match(text))
            cells += [f"{text} ({sign})"] if is_year else [sign + text] if glued else [sign, text]
            sign = ""
        elif _sign().fullmatch(text) and len(text) < 6:
            sign = text
        elif cells and _unit().fullmatch(text) and re.search(r"[\d)]$", cells[-1]):
            cells[-1] += text.strip()
        else:
            cells.append(text)
    return " | ".join(_SPACED.sub("", cell) for cell in ([*cells, sign] if sign else cells))


def _flat(cell: HtmlElement) -> str:
    return " ".join("".join(map(str, cell.itertext())).split())
