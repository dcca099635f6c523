"""Scores of tags, one row a word, to the best sequence of spans."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Tagged = tuple[int, int, str, float]
"""First word, word after the last, label, mean probability."""


def tags_of(labels: Sequence[str]) -> list[str]:
    """Give the BIOES tags of labels, `O` first.

    >>> tags_of(["ORG"])
    ['O', 'B-ORG', 'I-ORG', 'E-ORG', 'S-ORG']
    """
    return ["O", *(f"{part}-{label}" for label in labels for part in "BIES")]


def may_follow(tags: Sequence[str]) -> NDArray[np.bool_]:
    """Say which tag may follow which: row the tag before, column the tag after."""

    def fits(before: str, after: str) -> bool:
        if before[0] in "BI":
            return after[0] in "IE" and after[2:] == before[2:]
        return after[0] in "OBS"

    return np.array([[fits(before, after) for after in tags] for before in tags])


class Decoder:
    """Finds the spans of the most probable sequence of tags that is well formed."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.tags = tags_of(labels)
        self.follows = may_follow(self.tags)
        self.barred = np.where(self.follows, 0.0, -1e4).astype(np.float32)
        self.first = np.array([tag[0] in "OBS" for tag in self.tags])
        self.last = np.array([tag[0] in "OES" for tag in self.tags])
        self.kinds = np.array([0, *(1 + at // 4 for at in range(len(self.tags) - 1))])
        self.role = 1 + list(labels).index("ROLE") if "ROLE" in labels else None

    def spans(self, logits: Scores) -> list[Tagged]:
        """Give the spans of one text from its logits, one row a word."""
        if not len(logits):
            return []
        scores = logits - logits.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        path = self.path(scores)
        chances = np.exp(scores[np.arange(len(path)), path])
        return self._read(path, chances)

    def path(self, scores: Scores) -> NDArray[np.intp]:
        """Give the most probable well-formed sequence of tags from their log probabilities.

        It is the best tag of each word but around steps that are barred: there, a stretch is solved by itself.
        """
        path: NDArray[np.intp] = scores.argmax(axis=1)
        solved, outside = path.copy(), np.flatnonzero(path == 0).tolist()
        first, high = 0, -1
        for place in self._barred_steps(path):
            if place > high:
                first, low, part = self._stretch(scores, outside, bisect_left(outside, place), first, high)
                high = low + len(part) - 1
                solved[low : high + 1] = part
        return solved

    def _barred_steps(self, path: NDArray[np.intp]) -> list[int]:
        """List the words that may not follow the one before; the text's length, where its last word may not end it."""
        steps = 1 + np.flatnonzero(~self.follows[path[:-1], path[1:]])
        return [*([] if self.first[path[0]] else [0]), *steps.tolist(), *([] if self.last[path[-1]] else [len(path)])]

    def _stretch(
        self, scores: Scores, outside: list[int], after: int, first: int, high: int
    ) -> tuple[int, int, NDArray[np.intp]]:
        """Solve the stretch up to a word outside of names: give where among these it begins, its first word, its path.

        Any tag is allowed at its ends. Where they come out as outside of names again, no better whole exists, since
        what was solved is a bound for it. Where not, the stretch is made longer; one that meets the stretch that was
        solved before it, from `first` to word `high`, takes that one in.
        """
        before = after - 1
        while True:
            if before >= 0 and outside[before] <= high:
                before = min(before, first)
            begins, ends = before < 0, after >= len(outside)
            low, end = 0 if begins else outside[before], len(scores) if ends else outside[after] + 1
            part = self._best_path(scores[low:end], begins=begins, ends=ends)
            if (begins or part[0] == 0) and (ends or part[-1] == 0):
                return before, low, part
            before, after = before - 1, after + 1

    def _best_path(self, scores: Scores, *, begins: bool, ends: bool) -> NDArray[np.intp]:
        """Give the best sequence of a stretch, whose ends have to be fit for a text's begin and end where they are."""
        back = np.zeros(scores.shape, dtype=np.intp)
        best = np.where(self.first, scores[0], -1e4) if begins else scores[0]
        for at in range(1, len(scores)):
            paths = best[:, None] + self.barred
            back[at] = paths.argmax(axis=0)
            best = paths.max(axis=0) + scores[at]
        path = np.zeros(len(scores), dtype=np.intp)
        path[-1] = (np.where(self.last, best, -1e9) if ends else best).argmax()
        for at in range(len(scores) - 1, 0, -1):
            path[at - 1] = back[at, path[at]]
        return path

    def _read(self, path: NDArray[np.intp], chances: Scores) -> list[Tagged]:
        found, start, named = [], 0, np.flatnonzero(path)
        for at, tag in zip(named.tolist(), path[named].tolist(), strict=True):
            part, label = self.tags[tag].split("-")
            if part in "BS":
                start = at
            if part in "ES":
                # What `mean` does, which takes five times as long over a few numbers.
                mean = np.add.reduce(chances[start : at + 1]) / np.float32(at + 1 - start)
                found.append((start, at + 1, label, float(mean)))
        return found
