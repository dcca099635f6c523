"""The tag layer of a model, carried on in numpy: the encoder stays as it is, so no torch is needed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class SourceWords:
    """Words of one source: the encoder's states, and the tags that each may have."""

    states: Floats
    allowed: NDArray[np.bool_]


@dataclass(frozen=True)
class HeadPace:
    """How a tag layer is carried on."""

    steps: int = 400
    check: int = 10
    patience: int = 10
    rate: float = 3e-4
    pull: float = 1e-3
    """How strongly the layer is held to what it was: this is what keeps it from forgetting, beside rehearsal."""


def with_one(states: Floats) -> Floats:
    """Add a column of ones, for the bias."""
    return np.concatenate([states, np.ones((len(states), 1), np.float32)], axis=1)


def chances(logits: Floats) -> Floats:
    """Turn logits to probabilities."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def slope(head: Floats, words: SourceWords) -> Floats:
    """Give the gradient of minus the log of the probability that a word's allowed tags have together."""
    states = with_one(words.states)
    given = chances(states @ head)
    right = given * words.allowed
    right /= np.maximum(right.sum(axis=1, keepdims=True), 1e-9)
    return np.asarray(states.T @ (given - right) / max(len(states), 1), dtype=np.float32)


def carry_on(
    head: Floats, sources: list[SourceWords], judge: Callable[[Floats], float], pace: HeadPace = HeadPace()
) -> tuple[Floats, int]:
    """Train a tag layer on (Adam, all words at each step); give the layer that `judge` likes best, and its step.

    What it was at first is in the choice: where nothing is gained, nothing changes.
    """
    first, now = head, head.copy()
    best, best_step, best_score, since = head, 0, judge(head), 0
    mean, square = np.zeros_like(head), np.zeros_like(head)
    for step in range(1, pace.steps + 1):
        way = sum(slope(now, words) for words in sources) + pace.pull * (now - first)
        mean, square = 0.9 * mean + 0.1 * way, 0.999 * square + 0.001 * way**2
        now = now - pace.rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        if step % pace.check:
            continue
        score, since = judge(now), since + 1
        if score > best_score:
            best, best_step, best_score, since = now, step, score, 0
        if since >= pace.patience:
            break
    return best.astype(np.float32), best_step
