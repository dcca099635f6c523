"""A dataclass of rows to the columns of its rule file, and a file's cells to the fields."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pipeline.errors import RulesError

WORDS = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a rule file, in their order, and how a cell of each is read.

    `words` are the fields that hold lists of words, which stand one word a row: in the column `word`, and where there
    are several lists, the column `kind` says in which of them.
    """

    make: Callable[..., Any]
    names: tuple[str, ...]
    words: tuple[str, ...]
    optional: frozenset[str]
    readers: Mapping[str, tuple[str, Callable[[str], Any]]]

    @property
    def older(self) -> tuple[str, ...]:
        """Give the columns of the older form, with a record a row and `|` between words."""
        return tuple(self.readers)

    def fit(self, header: list[str], names: tuple[str, ...]) -> bool:
        """Say whether a file's header is that of some columns; optional ones may be missing."""
        return header == [name for name in names if name in header or name not in self.optional]

    def record(self, place: str, header: list[str], cells: list[str]) -> dict[str, Any]:
        """Read cells to the fields of a record."""
        return {field_name(name): self._read(place, name, cell) for name, cell in zip(header, cells, strict=True)}

    def _read(self, place: str, name: str, cell: str) -> Any:
        what, read = self.readers[name]
        try:
            return read(cell)
        except (ValueError, InvalidOperation):
            raise RulesError(f"{place}: {name} must be {what}, not {cell!r}") from None


@cache
def columns_of_rule_file(row: Any) -> Columns:
    """Give the columns of a dataclass's rule file; a generic one, `WordList[TitleKind]`, brings its kinds with it."""
    plain = get_origin(row) or row
    hints = get_type_hints(plain)
    given = dict(zip(getattr(plain, "__parameters__", ()), get_args(row), strict=False))
    words = tuple(field.name for field in fields(plain) if hints[field.name] == WORDS)
    readers = {
        column_name(field.name): _reader(given.get(hints[field.name], hints[field.name])) for field in fields(plain)
    }
    last = () if not words else ("word",) if len(words) == 1 else ("kind", "word")
    return Columns(
        make=plain,
        names=(*(name for name in readers if name not in words), *last),
        words=words,
        optional=frozenset(column_name(field.name) for field in fields(plain) if field.default is not MISSING),
        readers=readers,
    )


def column_name(field: str) -> str:
    """Give the column of a field: `not_` is called `not`, which Python keeps for itself."""
    return field.rstrip("_")


def field_name(column: str) -> str:
    """Give the field of a column."""
    return "not_" if column == "not" else column


def _yes_or_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError
    return cell == "yes"


_READERS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    Decimal: ("a number", Decimal),
    int: ("a whole number", int),
    bool: ("yes or no", _yes_or_no),
    WORDS: ("words with | between", lambda cell: tuple(part for part in cell.split("|") if part)),
    str: ("text", str),
}


def _reader(kind: Any) -> tuple[str, Callable[[str], Any]]:
    """Give what a cell of a type must be, and the function that reads it."""
    if get_origin(kind) is not Literal:
        return _READERS.get(kind, _READERS[str])
    every: tuple[str, ...] = get_args(kind)
    return f"one of {', '.join(every)}", lambda cell: every[every.index(cell)]
