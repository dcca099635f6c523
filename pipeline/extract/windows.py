"""The words of a text to windows that the encoder takes, each word counted in one of them."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.wordpiece import Shaped, WordPiece


def windows(lengths: Sequence[int], *, size: int, overlap: int) -> list[tuple[int, int, int, int]]:
    """Part a text into windows of at most `size` pieces: first word, end, and the same of the words that count.

    Neighbours share about `overlap` pieces, and each word counts in the one where it stands further from the edge.
    """
    ends = np.cumsum(lengths)
    parts: list[tuple[int, int]] = []
    start = 0
    while start < len(lengths):
        before = int(ends[start - 1]) if start else 0
        end = max(int(np.searchsorted(ends, before + size, side="right")), start + 1)
        parts.append((start, end))
        if end >= len(lengths):
            break
        back = int(np.searchsorted(ends, int(ends[end - 1]) - overlap, side="left"))
        start = max(back, start + 1)
    cuts = [0, *((end + start) // 2 for (_, end), (start, _) in pairwise(parts)), len(lengths)]
    return [(start, end, cuts[at], cuts[at + 1]) for at, (start, end) in enumerate(parts)]


def feed(shaped: Sequence[Shaped], wordpiece: WordPiece) -> dict[str, NDArray[np.int64]]:
    """Give what the encoder takes for one window of words."""
    pieces, shapes, firsts = [wordpiece.start], [0], []
    for ids, marks in shaped:
        firsts.append(len(pieces))
        pieces += ids
        shapes += marks
    pieces.append(wordpiece.stop)
    shapes.append(0)
    given = {"pieces": pieces, "shapes": shapes, "firsts": firsts}
    return {name: np.array(values, dtype=np.int64) for name, values in given.items()}
