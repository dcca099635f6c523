"""Records to plain lists of str, int, bool and None, and back, so that spaCy, JSON and SQLite can carry them."""

from collections.abc import Callable, Hashable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

BETWEEN = "; "
"""What stands between the parts of a cell that holds several."""


def value_type(hint: Any) -> type:
    """Give the type of a field's values without None.

    >>> value_type(date | None)
    <class 'datetime.date'>
    """
    if get_origin(hint) in (Union, UnionType):
        return next(value_type(arg) for arg in get_args(hint) if arg is not type(None))
    return tuple if get_origin(hint) is tuple else hint  # type: ignore[no-any-return]


@cache
def field_types(record: type) -> dict[str, type]:
    """Give the value type of each field of a record class, in the order of its fields."""
    hints = get_type_hints(record)
    return {field.name: value_type(hints[field.name]) for field in fields(record)}


_TO_PLAIN: dict[type, Callable[[Any], Any]] = {Decimal: str, date: date.isoformat, tuple: list}
_FROM_PLAIN: dict[type, Callable[[Any], Any]] = {Decimal: Decimal, date: date.fromisoformat, tuple: tuple, bool: bool}


def reader(kind: type) -> Callable[[Any], Any]:
    """Give the function that reads a plain value of a type; None stays None."""
    read = _FROM_PLAIN.get(kind)
    return lambda value: value if value is None or read is None else read(value)


@cache
def _converters(record: Hashable, to: bool) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    table = _TO_PLAIN if to else _FROM_PLAIN
    return tuple((name, table.get(kind)) for name, kind in field_types(cast(type, record)).items())


def to_plain(record: Any) -> list[Any]:
    """Turn a record into a list of its fields' values, each a str, int, bool, list of str, or None."""
    cells = ((getattr(record, name), convert) for name, convert in _converters(cast(Hashable, type(record)), True))
    return [value if value is None or convert is None else convert(value) for value, convert in cells]


def from_plain(kind: type[Record], cells: list[Any]) -> Record:
    """Build a record from the list that `to_plain` made of it."""
    converters = _converters(cast(Hashable, kind), False)
    pairs = zip(cells, converters, strict=True)
    return kind(**{n: c if c is None or convert is None else convert(c) for c, (n, convert) in pairs})


_HARMFUL = dict.fromkeys(
    (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),
     *range(0xD800, 0xE000)), "\ufffd",
)  # fmt: skip
_HARMFUL |= {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
"""Signs that a terminal obeys or can't print, or that turn the order of text around, to signs that only show that they
are there."""


def harmless(text: str) -> str:
    """Give a text that can be printed in a terminal: of the same length, with signs in place of what it would obey.

    >>> harmless("Volta\\x1b[2J Foods")
    'Volta\u241b[2J Foods'
    """
    return text.translate(_HARMFUL)
