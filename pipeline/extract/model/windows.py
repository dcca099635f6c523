"""A text to words in pieces, and these to windows that the encoder takes, each word counted in one of them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.extract.document.finds import text_of
from pipeline.extract.model.wordpiece import Shaped, WordPiece
from pipeline.values.text.lines import lines_run_on


def texts_of(doc: Doc) -> list[tuple[str, bool]]:
    """Give the text of each token, and whether a space follows; an array is read, since Token objects take longer."""
    named = doc.vocab.strings
    known: dict[int, str] = {}
    rows = doc.to_array(["ORTH", "SPACY"]).tolist()
    for orth, _ in rows:
        if orth not in known:
            known[orth] = named[orth]
    return [(known[orth], bool(space)) for orth, space in rows]


def shaped_words(doc: Doc, texts: Sequence[tuple[str, bool]], wordpiece: WordPiece) -> tuple[list[int], list[Shaped]]:
    """Give the tokens of a Doc that are words, by their place, and the pieces and shapes of each; see `texts_of`."""
    words: list[int] = []
    shaped: list[Shaped] = []
    gap, lines, line_end = "paragraph", 0, "space" if lines_run_on(text_of(doc)) else "line"
    for at, (text, spaced) in enumerate(texts):
        if text.isspace():
            lines += text.count("\n")
            gap = "paragraph" if lines > 1 or not words else line_end if lines else "space"
            continue
        words.append(at)
        shaped.append(wordpiece.shaped(text, gap))
        gap, lines = "space" if spaced else "glued", 0
    return words, shaped


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


def feed(shaped: Sequence[Shaped], wordpiece: WordPiece) -> dict[str, NDArray[Any]]:
    """Give what the encoder takes for one window of words.

    These are the pieces and shapes, where words begin, and of each piece where its word begins.
    """
    pieces, shapes, firsts, owners = [wordpiece.start], [0], [], [0]
    for ids, marks in shaped:
        firsts.append(len(pieces))
        owners += [len(pieces)] * len(ids)
        pieces += ids
        shapes += marks
    pieces.append(wordpiece.stop)
    shapes.append(0)
    owners.append(len(owners))
    given = {"pieces": pieces, "shapes": shapes, "firsts": firsts, "owners": owners}
    return {name: np.array(values, dtype=np.int64) for name, values in given.items()}
