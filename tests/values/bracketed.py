"""Texts of tests in which brackets mark the names: `[Obi], keeper at [Volta Foods]`."""

import re

Place = tuple[int, int]
_MARKED = re.compile(r"\[([^\]]*)\]")


def without_brackets(marked: str) -> tuple[str, list[Place]]:
    """Give a text without its brackets, and the places of what stands in them.

    >>> without_brackets("[Obi] met [Ada]")
    ('Obi met Ada', [(0, 3), (8, 11)])
    """
    places = [(found.start() - 2 * at, found.end() - 2 * at - 2) for at, found in enumerate(_MARKED.finditer(marked))]
    return _MARKED.sub(r"\1", marked), places


def words_at(text: str, place: Place | None) -> str | None:
    """Give the words of a place."""
    return text[slice(*place)] if place else None
