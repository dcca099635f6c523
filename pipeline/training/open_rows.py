"""The upper layers as they are read: of each window the pieces of open words alone, and those that stand near them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.training.batches import Batch
from pipeline.training.network import HEADS, WIDTH, EncoderLayer
from pipeline.training.quantise import NEAR
from pipeline.training.rounding import rounded_linear, rounded_rows

FAR = -1e4
"""What makes a row unseen."""


@dataclass(frozen=True)
class OpenRows:
    """The rows of a batch that upper layers read, those of a window side by side, filled up to the longest window."""

    states: Tensor
    """Windows x rows x width, as the lower layers leave them."""
    near: Tensor
    """Which rows (of all windows, one after another) are no filling."""
    open: Tensor
    """Which are pieces of open words."""
    firsts: Tensor
    """Which are first pieces of open words."""
    words: Tensor
    """Which words of the batch are open."""

    def windows(self, rows: Tensor) -> Tensor:
        """Give the window of each of some rows."""
        return rows // self.states.shape[1]


def open_rows(batch: Batch, states: Tensor, is_open: Callable[[Tensor], Tensor]) -> OpenRows:
    """Choose rows by what is said of the states of words; marks of begin and end are always open."""
    count, length, _ = states.shape
    valid = torch.ones(count, length, dtype=torch.bool) if batch.mask is None else batch.mask
    words = is_open(states[batch.firsts])
    open_pieces = (words[word_of(batch, count, length)] | (batch.shapes == 0)) & valid
    wide = functional.max_pool1d(open_pieces[:, None].float(), 2 * NEAR + 1, 1, NEAR)[:, 0] > 0
    near = wide & valid
    longest = int(near.sum(dim=1).max())
    order = torch.argsort((~near).to(torch.int8), dim=1, stable=True)[:, :longest]
    kept = torch.arange(longest) < near.sum(dim=1, keepdim=True)
    place = torch.zeros(count, length, dtype=torch.long).scatter(1, order, torch.arange(longest) * kept)
    rows, columns = (places[words] for places in batch.firsts)
    return OpenRows(
        states=states.gather(1, order[:, :, None].expand(-1, -1, WIDTH)) * kept[:, :, None],
        near=kept.flatten().nonzero()[:, 0],
        open=(open_pieces.gather(1, order) & kept).flatten().nonzero()[:, 0],
        firsts=rows * longest + place[rows, columns],
        words=words,
    )


def word_of(batch: Batch, count: int, length: int) -> Tensor:
    """Give the word (of the batch) that each piece belongs to; marks and filling have that of a piece beside them."""
    begins = torch.zeros(count, length, dtype=torch.long)
    begins[batch.firsts] = 1
    return (begins.flatten().cumsum(0) - 1).clamp_min(0).view(count, length)


def upper_states(layers: Iterable[EncoderLayer], rows: OpenRows, *, dropout: float = 0.0) -> Tensor:
    """Give the last states of the first pieces of open words, all rounded as in use."""
    count, length, _ = rows.states.shape
    filling = torch.full((count * length,), FAR).index_fill(0, rows.near, 0.0).view(count, 1, 1, length)
    x = rows.states.flatten(end_dim=1)
    *former, last = layers
    for layer in former:
        x = x.index_copy(0, rows.open, after_layer(layer, x, rows, rows.open, filling, dropout))
    return after_layer(last, x, rows, rows.firsts, filling, dropout)


def after_layer(
    layer: EncoderLayer, x: Tensor, rows: OpenRows, chosen: Tensor, filling: Tensor, dropout: float
) -> Tensor:
    """Give the states of chosen rows after a layer."""
    count, length, _ = rows.states.shape
    seen = rounded_linear(layer.seen, rounded_rows(x[rows.near], rows.windows(rows.near), count))
    seen = torch.zeros(len(x), 3 * WIDTH).index_copy(0, rows.near, seen).bfloat16()
    q, k, v = seen.view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
    near = q * (WIDTH // HEADS) ** -0.5 @ k.transpose(-1, -2) + filling.to(q.dtype)
    read = (near.softmax(dim=-1) @ v).transpose(1, 2).reshape(len(x), WIDTH)[chosen]
    windows = rows.windows(chosen)

    def through(part: torch.nn.Linear, values: Tensor) -> Tensor:
        return rounded_linear(part, rounded_rows(values, windows, count))

    dropped = functional.dropout(through(layer.out, read), dropout, dropout > 0)
    middle = layer.norm1(x[chosen] + dropped)
    down = through(layer.down, functional.gelu(through(layer.up, middle)))
    return layer.norm2(middle + functional.dropout(down, dropout, dropout > 0))
