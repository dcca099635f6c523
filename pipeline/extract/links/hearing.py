"""Items that hear each other: what else an article asks and names, near and far, weighed by numpy."""

import numpy as np

from pipeline.extract.links.items import BESIDE, HEARD, SAME, SENTENCES, Items
from pipeline.extract.links.layers import Layers
from pipeline.extract.links.weighing import NEVER, Weights
from pipeline.extract.links.words import Floats

BLOCK = 2 * HEARD
"""Items that are worked out at once, so that time grows with an article and not with its square."""


class Hearing(Layers):
    """The layers of `training/links` in which items hear each other."""

    def __init__(self, weights: Weights) -> None:
        """Sum the tables of what pairs of items are to each other into one a layer."""
        super().__init__(weights)
        self.layers = sorted({int(name.split(".")[1]) for name in weights if name.startswith("item_layers.")})
        at = np.arange(BESIDE)
        steps = (at // (SENTENCES * SAME), at // SAME % SENTENCES, at % SAME)
        self.tables = [
            np.sum([weights[f"item_layers.{layer}.beside.{n}.weight"][step] for n, step in enumerate(steps)], axis=0)
            for layer in self.layers
        ]

    def __call__(self, items: Items, stretches: Floats) -> Floats:
        """Add to each stretch of words what the others tell."""
        rows = self.linear("item", stretches) + self.weights["item_kind.weight"][items.kind]
        order = np.argsort(items.rank)
        blocks = [
            (order[start : start + BLOCK], order[max(0, start - HEARD) : start + BLOCK + HEARD])
            for start in range(0, len(order), BLOCK)
        ]
        beside = [items.beside(at, of) for at, of in blocks]
        for layer, table in zip(self.layers, self.tables, strict=True):
            name, heads = f"item_layers.{layer}", table.shape[1]
            asks, keys, says = np.split(self.linear(f"{name}.asks", self.norm(f"{name}.norm", rows)), 3, axis=1)
            heard = np.empty_like(rows)
            for (at, of), pairs in zip(blocks, beside, strict=True):
                near = np.where(pairs[..., None] < 0, NEVER, table[pairs]).transpose(2, 0, 1)
                wanted, found, told = (_by_head(part, heads) for part in (asks[at], keys[of], says[of]))
                heard[at] = _heard(wanted, found, told, near)
            rows = rows + self.linear(f"{name}.out", heard)
            mixed = np.maximum(self.linear(f"{name}.mix", self.norm(f"{name}.last", rows)), 0)
            rows = rows + self.linear(f"{name}.told", mixed)
        return stretches + self.linear("item_back", rows)


def _by_head(rows: Floats, heads: int) -> Floats:
    return rows.reshape(len(rows), heads, -1).transpose(1, 0, 2)


def _heard(asks: Floats, keys: Floats, says: Floats, near: Floats) -> Floats:
    """Give what each item hears: of the others, in shares, by each of several ways to listen."""
    share = asks @ keys.transpose(0, 2, 1) / np.float32(asks.shape[2] ** 0.5) + near
    np.exp(share - share.max(axis=2, keepdims=True), out=share)
    share /= share.sum(axis=2, keepdims=True)
    return np.asarray((share @ says).transpose(1, 0, 2).reshape(asks.shape[1], -1))
