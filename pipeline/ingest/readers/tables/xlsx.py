"""A workbook (XLSX) to its sheets and their cells, for whoever reads articles or a corrected table from them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import IO, Any

RowsOf = Callable[[int | None], Iterator[list[Any]]]
"""What gives the rows of a sheet, of as many columns as are wanted at most, each time that it is called."""


@contextmanager
def opened_xlsx(file: IO[bytes]) -> Iterator[Mapping[str, RowsOf]]:
    """Open a workbook: its sheets, by name. What openpyxl raises where the file is broken is of any kind."""
    from openpyxl import load_workbook  # here, since most runs read no workbook, and it takes a fifth of a second
    from openpyxl.utils.escape import unescape

    def rows_of(sheet: Any, most_columns: int | None) -> Iterator[list[Any]]:
        for row in sheet.iter_rows(max_col=most_columns, values_only=True):
            # Signs that XML can't hold are written as _x000D_.
            yield [unescape(value) if isinstance(value, str) and "_x" in value else value for value in row]

    book = load_workbook(file, read_only=True, data_only=True)
    try:
        yield {str(sheet.title): partial(rows_of, sheet) for sheet in book.worksheets}
    finally:
        book.close()


def printed_cell(value: Any) -> str:
    """Write the value of a cell as a CSV would have it.

    >>> printed_cell(3.0), printed_cell(True), printed_cell("GHS"), printed_cell(None)
    ('3', 'true', 'GHS', '')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
