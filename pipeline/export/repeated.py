"""A function that writes values to one that writes each once: most cells of a table stand in many of its rows."""

from collections.abc import Callable
from typing import Any

_KEPT, _SHORT = 4_096, 1_000
"""How many values are kept as they were written, and how long that may be."""


class _Written(dict[Any, str]):
    """Values as they were written; one that isn't there yet is written when it is looked up.

    A dictionary, because a look into one is far cheaper than a call, and tables have millions of cells.
    """

    def __init__(self, write: Callable[[Any], str], kind: type) -> None:
        super().__init__({None: ""})
        self._write, self._kind = write, kind

    def __missing__(self, value: Any) -> str:
        written = self._write(value)
        if len(written) < _SHORT and type(value) is self._kind:  # True is no 1 where both are written
            if len(self) > _KEPT:
                self.clear()
                self[None] = ""
            self[value] = written
        return written


def once_each(write: Callable[[Any], str], kind: type = str) -> Callable[[Any], str]:
    """Give a function that writes the same, nothing for None, and keeps what it wrote of short values of a type.

    >>> written = once_each(str.upper)
    >>> written("a"), written("a"), written(None)
    ('A', 'A', '')
    """
    return _Written(write, kind).__getitem__
