"""Rows of a table to the XML that a sheet of a workbook has of them: a line at once, since tables have many cells."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pipeline.export.cells import CUT, begins_as_formula, cell, decimal_cell
from pipeline.export.repeated import once_each
from pipeline.plain import BETWEEN
from pipeline.tables import Table

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; earlier days are written as text."""
_DAY_0 = date(1899, 12, 30)
"""The day that Excel's days count from, those after that February."""

SHEET_CELL = 32_767
"""Letters that a cell of a sheet holds at most, in units of UTF-16."""

_MARKUP = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
"""What XML can't have as it stands, and what Excel would read as its own sign for that."""
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

Formats = dict[str, Format]
Tail = Callable[[Any], str]
"""Writes what follows the place in the XML of a cell with a plain value; nothing for an empty one."""


class RowSheet(Worksheet):  # type: ignore[misc]
    """A sheet that takes the XML of its rows; of a book with constant memory, which keeps it in a file."""

    def write_rows(self, lines: Iterable[str], columns: int) -> int:
        """Write all rows of the sheet, the first of so many columns, and give the number of the last."""
        last = 0
        for last, line in enumerate(lines, 1):  # noqa: B007 - the last one's is asked for
            self.fh.write(line)
        self._check_dimensions(0, columns - 1)
        self._check_dimensions(last - 1, 0)
        return last


class Lines:
    """Writes the rows of one table."""

    def __init__(self, table: Table, formats: Formats) -> None:
        self._table, self._formats = table, formats
        text = once_each(self._text)
        by_type: dict[type, Tail] = {
            bool: _truth, int: once_each(self._whole, int), Decimal: once_each(self._decimal),
            date: once_each(self._day), tuple: lambda parts: text(BETWEEN.join(parts)) if parts else "",
        }  # fmt: skip

        def of_text(value: Any) -> str:
            if isinstance(value, str):
                return self._text(value)
            return by_type.get(type(value), lambda other: text(str(cell(other))))(value)

        by_type[str] = once_each(of_text)
        self._begins = [f'<c r="{xl_col_to_name(at)}' for at in range(len(table.columns))]
        self._tails = [by_type[column.type] for column in table.columns]

    def head(self) -> str:
        """Write the row of the columns' names."""
        style = self._style("head")
        cells = (
            f'{begin}1"{style} t="inlineStr"><is><t>{column.name}</t></is></c>'
            for begin, column in zip(self._begins, self._table.columns, strict=True)
        )
        return f'<row r="1">{"".join(cells)}</row>'

    def line(self, number: int, row: Sequence[Any]) -> str:
        """Write a row of plain values."""
        parts = [f'<row r="{number}">']
        for begin, write, value in zip(self._begins, self._tails, row, strict=True):
            if value is not None and (tail := write(value)):
                parts.append(f"{begin}{number}{tail}")
        parts.append("</row>")
        return "".join(parts)

    def _style(self, name: str) -> str:
        return f' s="{self._formats[name]._get_xf_index()}"'

    def _text(self, text: str) -> str:
        """Write a text; one that begins like a formula is marked as text, also for who edits it."""
        if not text:
            return ""
        style = self._style("quoted") if begins_as_formula(text) else ""
        space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
        return f'"{style} t="inlineStr"><is><t{space}>{_escaped(_fitting(text))}</t></is></c>'

    def _whole(self, value: int) -> str:
        return self._number(value) if -(10**15) < value < 10**15 else self._text(str(value))

    def _decimal(self, plain: str) -> str:
        """Write a number that a workbook can hold to its last digit, and any other as text; it has 15."""
        value = Decimal(plain)
        digits = decimal_cell(value)
        return self._number(value) if len(digits.strip("-0.").replace(".", "")) <= 15 else self._text(digits)

    def _number(self, value: int | Decimal) -> str:
        style = self._style("whole" if value == int(value) else "part")
        return f'"{style}><v>{float(value):.16G}</v></c>'

    def _day(self, plain: str) -> str:
        day = date.fromisoformat(plain)
        if day < FIRST_DAY:
            return self._text(plain)
        return f'"{self._style("date")}><v>{(day - _DAY_0).days}</v></c>'


def _truth(value: int) -> str:
    return f'" t="b"><v>{1 if value else 0}</v></c>'


def _fitting(text: str) -> str:
    """Cut a text to what a cell holds, no letter in halves, and say so in the cell."""
    if 2 * len(text) <= SHEET_CELL or len(units := text.encode("utf-16-le", "surrogatepass")) <= 2 * SHEET_CELL:
        return text
    return units[: 2 * (SHEET_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _escaped(text: str) -> str:
    """Write a text so that XML has it.

    >>> _escaped("a & b\\x01, _x0041_")
    'a &amp; b_x0001_, _x005F_x0041_'
    """
    return _MARKUP.sub(_sign, text) if _MARKUP.search(text) else text


def _sign(found: re.Match[str]) -> str:
    text = found[0]
    if len(text) > 1:
        return f"_x005F{text}"
    return _NAMED.get(text) or f"_x{ord(text):04X}_"
