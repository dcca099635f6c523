"""A function that writes texts to one that writes each once: most cells of a table stand in many of its rows."""

from collections.abc import Callable
from functools import lru_cache

_KEPT, _SHORT = 4_096, 1_000
"""How many texts are kept as they were written, and how long one may be."""


def once_each(write: Callable[[str], str]) -> Callable[[str], str]:
    """Give a function that writes the same, and keeps what it wrote of short texts."""
    known = lru_cache(_KEPT)(write)
    return lambda text: known(text) if len(text) < _SHORT else write(text)
