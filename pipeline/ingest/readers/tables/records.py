"""The text of a CSV file to its rows, also where quotation marks in it are not closed or not doubled."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LIKE_ROWS = 0.8
"""Share of the lines in a quoted cell that have as many cells as the header, where its mark was never closed."""
_LINES = 200
"""Lines that such a cell has at most; without a bound, many of them would each be searched to the end of the file."""

UNCLOSED, UNDOUBLED = "are not closed", "are not doubled"
"""What may be wrong with the quotation marks of a row."""


class Record(NamedTuple):
    """A row: its cells, what is wrong with its quotation marks, and the line that it ends on, or goes wrong on."""

    cells: list[str]
    wrong: str | None
    line: int


def records_of(text: str, delimiter: str) -> Iterator[Record]:
    r"""Give the cells of each row, and what is wrong with its marks: one that isn't closed takes in no other rows.

    >>> [row.cells for row in records_of('n,t\n1,a\n2,"b\n3,c\n4,"d"\n', ",")][2:]
    [['2', '"b'], ['3', 'c'], ['4', 'd']]
    >>> list(records_of('1,"a "b" c"\n', ","))
    [Record(cells=['1', 'a "b" c'], wrong='are not doubled', line=1)]
    """
    lines = list(io.StringIO(text, newline=""))
    at = width = 0
    while at < len(lines):
        rest = (lines[number] for number in range(at, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        done = at
        try:
            for cells in reader:
                done, width = at + reader.line_num, width or len(cells)
                yield Record(cells, None, done)
            return
        except csv.Error:
            cells, count, wrong = _despite(lines[done : done + _LINES], delimiter, width)
        yield Record(cells, wrong, done + 1)
        at, width = done + count, width or len(cells)


def _despite(lines: Sequence[str], delimiter: str, width: int) -> tuple[list[str], int, str]:
    """Read a row whose marks are wrong: its cells, how many lines it takes, and what is wrong."""
    found = _marks_inside("".join(lines), delimiter)
    if found is not None:
        cells, end = found
        count = len(list(io.StringIO("".join(lines)[:end], newline="")))
        if not _are_rows(lines[1:count], delimiter, width):
            return cells, count, UNDOUBLED
    line = lines[0].rstrip("\r\n")
    return next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), []), 1, UNCLOSED


def _marks_inside(text: str, delimiter: str) -> tuple[list[str], int] | None:
    """Read the first row of a text, where a mark ends a cell only before another cell or the end of the line.

    Gives the cells and where the row ends; None where a cell doesn't end.
    """
    mark = re.compile(rf'"(?={re.escape(delimiter)}|\r|\n|\Z)')
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    cells: list[str] = []
    at = 0
    while True:
        if text.startswith('"', at):
            end = mark.search(text, at + 1)
            if end is None:
                return None
            cells.append(text[at + 1 : end.start()].replace('""', '"'))
            at = end.end()
        else:
            cell = plain.match(text, at)
            cells.append(cell[0] if cell else "")
            at = cell.end() if cell else at
        if not text.startswith(delimiter, at):
            return cells, at + len(re.match(r"\r?\n|\r|", text[at:])[0])  # type: ignore[index]
        at += 1


def _are_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Say whether the lines inside a cell look like rows of the table that they stand in."""
    full = [line for line in lines if line.strip()]
    rows = sum(len(next(csv.reader([line], delimiter=delimiter), [])) == width for line in full)
    return bool(full) and width > 1 and rows >= _LIKE_ROWS * len(full)
