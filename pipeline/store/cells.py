"""Plain values of records to what SQLite keeps, and back."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pipeline.plain import BETWEEN
from pipeline.tables import Column


def to_cells(columns: Sequence[Column]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Give the function that makes plain values of some columns what SQLite keeps: lists as text with `; ` between."""
    return _changed([(at, BETWEEN.join) for at, column in enumerate(columns) if column.type is tuple])


def from_cells(columns: Sequence[Column]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """Give the function that makes the cells of some columns plain values again."""
    return _changed([(at, _READERS[column.type]) for at, column in enumerate(columns) if column.type in _READERS])


def _changed(changes: Sequence[tuple[int, Callable[[Any], Any]]]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """Give the function that changes the cells of a row at some places; most tables have few such, or none."""

    def change(row: Sequence[Any]) -> tuple[Any, ...]:
        cells = list(row)
        for at, to in changes:
            if cells[at] is not None:
                cells[at] = to(cells[at])
        return tuple(cells)

    return change if changes else tuple


@lru_cache(maxsize=4096, typed=True)
def _decimal(value: float | str) -> str:
    """Write what SQLite made of a decimal as its digits.

    >>> _decimal(39400000000), _decimal(2.3)
    ('39400000000', '2.3')
    """
    return format(Decimal(str(value)), "f")


def _parts(value: str) -> list[str]:
    return value.split(BETWEEN) if value else []


_READERS: dict[type, Callable[[Any], Any]] = {Decimal: _decimal, tuple: _parts, bool: bool}
