"""One name, one label: the places where an article prints the same capitalised word lend each other their view."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.model.tagging import Decoder, Scores

FLOOR = 1e-3
"""A place that is quite sure counts no more than this much against the others."""
APART = 0.2
"""Words that are this likely to be part of a role keep each their own reading: a president here is none there."""


def log_chances(logits: Scores) -> Scores:
    """Turn logits to log probabilities."""
    logs = logits - logits.max(axis=1, keepdims=True)
    return np.asarray(logs - np.log(np.exp(logs).sum(axis=1, keepdims=True)), dtype=np.float32)


def same_words(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Give the places of capitalised words that are printed more than once, and the number of places of each word."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if len(word) > 1 and word[0].isupper():
            places.setdefault(word, []).append(at)
    repeated = [found for found in places.values() if len(found) > 1]
    return [at for found in repeated for at in found], [len(found) for found in repeated]


def means(values: Scores, sizes: Sequence[int]) -> Scores:
    """Give each row the mean of its group, where groups of some sizes follow one another."""
    starts = np.cumsum([0, *sizes[:-1]])
    sums = np.add.reduceat(values, starts, axis=0)
    return np.asarray(np.repeat(sums / np.array(sizes, np.float32)[:, None], sizes, axis=0), dtype=np.float32)


def agree(logits: Scores, words: Sequence[str], decoder: Decoder, *, share: float) -> Scores:
    """Give log probabilities of tags, those of a repeated word moved towards what its places say together.

    What moves is how likely each label is, by `share` of the way to the (geometric) mean of all places; where a name
    begins and ends stays with the place.
    """
    logs = log_chances(logits)
    rows, sizes = same_words(words)
    if not rows or not share:
        return logs
    members: NDArray[np.float32] = np.equal.outer(np.unique(decoder.kinds), decoder.kinds).astype(np.float32)
    chances = np.exp(logs[rows]) @ members.T
    together = np.exp(means(np.log(chances + FLOOR), sizes))
    together /= together.sum(axis=1, keepdims=True)
    moved = share * (np.log(together + 1e-4) - np.log(chances + 1e-4))
    if decoder.role is not None:
        moved[means(chances, sizes)[:, decoder.role] > APART] = 0
    logs[rows] += moved @ members
    return logs
