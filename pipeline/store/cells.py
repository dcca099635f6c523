"""Plain values of records to what SQLite keeps, and back."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from pipeline.tables import Column

BETWEEN = "; "


def to_cells(row: Sequence[Any]) -> list[Any]:
    """Make a row of plain values one that SQLite keeps: lists as text with `; ` between."""
    return [BETWEEN.join(value) if isinstance(value, (list, tuple)) else value for value in row]


def from_cells(columns: Sequence[Column]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """Give the function that makes the cells of some columns plain values again."""
    reads = [_READERS.get(column.type) for column in columns]
    return lambda row: tuple(
        value if read is None or value is None else read(value) for read, value in zip(reads, row, strict=True)
    )


def _decimal(value: float | str) -> str:
    """Write what SQLite made of a decimal as its digits.

    >>> _decimal(39400000000), _decimal(2.3)
    ('39400000000', '2.3')
    """
    return format(Decimal(str(value)), "f")


def _parts(value: str) -> list[str]:
    return value.split(BETWEEN) if value else []


_READERS: dict[type, Callable[[Any], Any]] = {Decimal: _decimal, tuple: _parts, bool: bool}
