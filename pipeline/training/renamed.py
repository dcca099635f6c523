"""Prepared articles with other names in the places of their names, so that a model learns the place, not the name."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from pipeline.extract.model.wordpiece import GAPS, Shaped
from pipeline.training.prepared import TAGS, Prepared

CHANCE = 0.6
"""How often a name is replaced; all its places in an article are, by the same one."""
Names = dict[tuple[str, int], list[tuple[Shaped, ...]]]
"""Names in pieces, by their label and how many words they have."""


def names_in(article: Prepared) -> Iterator[tuple[int, int, str]]:
    """Give the names of an article as first word, word after the last, label; none where tags are not known."""
    known = np.where(article.allowed.sum(axis=1) == 1, article.allowed.argmax(axis=1), 0)
    start = 0
    for at in np.flatnonzero(known):
        part, label = TAGS[known[at]].split("-")
        if part in "BS":
            start = int(at)
        if part in "ES" and label != "ROLE":
            yield start, int(at) + 1, label


def shaped(article: Prepared, start: int, end: int) -> tuple[Shaped, ...]:
    """Give the pieces and shapes of some words."""
    return tuple(zip(article.pieces[start:end], article.shapes[start:end], strict=True))


def collected(articles: Iterable[Prepared]) -> Names:
    """Collect the different names of articles: a rare one is to be met as often as one that every article names."""
    names: dict[tuple[str, int], dict[tuple[Shaped, ...], None]] = {}
    for article in articles:
        for start, end, label in names_in(article):
            names.setdefault((label, end - start), {})[shaped(article, start, end)] = None
    return {key: list(some) for key, some in names.items()}


def renamed(article: Prepared, names: Names, draw: random.Random) -> Prepared:
    """Put other names of the same label and number of words in the places of some of an article's names."""
    pieces, shapes = list(article.pieces), list(article.shapes)
    chosen: dict[tuple[str, tuple[tuple[int, ...], ...]], tuple[Shaped, ...] | None] = {}
    for start, end, label in names_in(article):
        key = label, article.pieces[start:end]
        if key not in chosen:
            chosen[key] = draw.choice(names[label, end - start]) if draw.random() < CHANCE else None
        for at, (ids, marks) in enumerate(chosen[key] or (), start):
            pieces[at] = ids
            shapes[at] = behind(article.shapes[at], marks) if at == start else marks
    return replace(article, pieces=tuple(pieces), shapes=tuple(shapes))


def behind(old: Sequence[int], new: Sequence[int]) -> tuple[int, ...]:
    """Give new shape ids with what stood before the old word: see `wordpiece.shape_id`."""
    gap = old[0] // 2 % len(GAPS)
    return tuple((mark // 2 // len(GAPS) * len(GAPS) + gap) * 2 + mark % 2 for mark in new)
