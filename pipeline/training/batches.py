"""Prepared articles to batches of windows, in another order and with other edges in each pass."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.extract.model.wordpiece import MASK, WordPiece
from pipeline.training.prepared import Prepared


@dataclass(frozen=True)
class Batch:
    """Windows of articles, padded: pieces, shapes, mask, where words begin, and what each may be."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor | None
    firsts: tuple[Tensor, Tensor]
    allowed: Tensor


def cut(article: Prepared, size: int, draw: random.Random) -> Iterator[tuple[int, int]]:
    """Part an article into windows that begin elsewhere in each pass."""
    ends = np.cumsum([len(ids) for ids in article.pieces])
    start, room = 0, draw.randint(size // 3, size)
    while start < len(ends):
        before = int(ends[start - 1]) if start else 0
        end = max(int(np.searchsorted(ends, before + room, side="right")), start + 1)
        yield start, end
        start, room = end, size


def collate(
    parts: Sequence[tuple[Prepared, int, int]], wordpiece: WordPiece, draw: random.Random, masked: float
) -> Batch:
    """Put windows into one batch; some words are masked, so that the model learns to read around them."""
    rows = []
    for article, start, end in parts:
        ids, shapes, firsts = [wordpiece.start], [0], []
        for word in range(start, end):
            firsts.append(len(ids))
            hide = masked and draw.random() < masked
            ids += [wordpiece.ids[MASK]] * len(article.pieces[word]) if hide else article.pieces[word]
            shapes += article.shapes[word]
        rows.append(([*ids, wordpiece.stop], [*shapes, 0], firsts))
    longest = max(len(ids) for ids, _, _ in rows)
    pieces = torch.tensor([ids + [0] * (longest - len(ids)) for ids, _, _ in rows])
    marks = torch.tensor([shapes + [0] * (longest - len(shapes)) for _, shapes, _ in rows])
    mask = torch.tensor([[True] * len(ids) + [False] * (longest - len(ids)) for ids, _, _ in rows])
    where = (
        torch.tensor([row for row, (_, _, firsts) in enumerate(rows) for _ in firsts]),
        torch.tensor([first for _, _, firsts in rows for first in firsts]),
    )
    allowed = torch.from_numpy(np.concatenate([article.allowed[start:end] for article, start, end in parts]))
    return Batch(pieces, marks, None if bool(mask.all()) else mask, where, allowed)


def epoch(
    articles: Sequence[Prepared], wordpiece: WordPiece, *, size: int, pieces: int, masked: float, seed: int
) -> list[Batch]:
    """Give the batches of one pass, of about `pieces` pieces each, windows of like length together, in random order."""
    draw = random.Random(seed)
    parts = [(article, start, end) for article in articles for start, end in cut(article, size, draw)]
    draw.shuffle(parts)
    groups: list[list[tuple[Prepared, int, int]]] = []
    for at in range(0, len(parts), 512):
        pool = sorted(parts[at : at + 512], key=lambda p: sum(map(len, p[0].pieces[p[1] : p[2]])))
        group: list[tuple[Prepared, int, int]] = []
        for part in pool:
            long = sum(map(len, part[0].pieces[part[1] : part[2]])) + 2
            if group and long * (len(group) + 1) > pieces:
                groups.append(group)
                group = []
            group.append(part)
        groups.append(group)
    draw.shuffle(groups)
    return [collate(group, wordpiece, draw, masked) for group in groups]
