"""Words that are settled after some layers: which they are, and their last states guessed from the ones they have.

Most words of an article are plainly no part of a name, and the first layers know it. The encoder goes on with the
others alone, which still see what stands beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from pipeline.training.batches import Batch
from pipeline.training.network import Tagger

Floats = NDArray[np.float32]
PLAIN = 0.9
"""A word is plain where the whole network gives it at least this chance of being no part of a name."""
MISSED = 0.004
"""Share of the other words that may be taken for plain ones."""
UNITS = 32
"""Hidden units of what tells them: with none, two and a half times as many words go on after two layers."""
HELD = 0.15
"""Share of the words by which this share is measured."""


@dataclass(frozen=True)
class Settled:
    """What tells plain words after some layers: a small network of one layer, and guesses of states; biases last."""

    after: int
    units: Floats
    """From states to hidden units, of which those below nothing count as nothing."""
    open: Floats
    """From hidden units to a score: negative where a word is plain."""
    guess: Floats

    def scores(self, states: Tensor) -> Tensor:
        """Score words by their states."""
        units, score = torch.from_numpy(self.units), torch.from_numpy(self.open)
        return (states @ units[:-1] + units[-1]).relu() @ score[:-1] + score[-1]


def settled(network: Tagger, batches: Iterable[Batch], *, after: int, missed: float = MISSED) -> Settled:
    """Learn from batches which words are settled after so many layers."""
    early, late, names = observed(network, batches, after)
    seen = round(len(early) * (1 - HELD))
    units, scores = separating(early[:seen], names[:seen])
    held = ((early[seen:] @ units).relu() @ scores[:-1] + scores[-1])[names[seen:]].sort().values
    scores[-1] -= held[int(missed * len(held))]
    return Settled(after, units.numpy(), scores.numpy(), guessed(early, late, ~names).numpy())


def guessed_again(network: Tagger, batches: Iterable[Batch], words: Settled) -> Settled:
    """Settle the same words, and guess the last states that they have in another network with the same lower layers."""
    early, late, _ = observed(network, batches, words.after)
    return replace(words, guess=guessed(early, late, words.scores(early[:, :-1]) < 0).numpy())


def guessed(early: Tensor, late: Tensor, plain: Tensor) -> Tensor:
    """Give the weights that tell the last states of plain words from their early ones (least squares)."""
    first = early[plain]
    return torch.linalg.solve(first.T @ first + 0.1 * torch.eye(first.shape[1]), first.T @ late[plain])


def observed(network: Tagger, batches: Iterable[Batch], after: int) -> tuple[Tensor, Tensor, Tensor]:
    """Give words' states after so many layers (with a one behind) and at the end, and which are part of names."""
    network.eval()
    early, late = [], []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batches:
            states = network.encoder.steps(batch.pieces, batch.shapes, batch.mask)
            early.append(states[after][batch.firsts].float())
            late.append(states[-1][batch.firsts].float())
    first, last = torch.cat(early), torch.cat(late)
    with torch.no_grad():
        names = network.head(last).softmax(dim=1)[:, 0] < PLAIN
    return torch.cat([first, torch.ones(len(first), 1)], dim=1), last, names


def separating(states: Tensor, names: Tensor, *, units: int = UNITS, passes: int = 8) -> tuple[Tensor, Tensor]:
    """Give the weights, biases last, of hidden units and of their score, which tells the words of names from others.

    Words of names count five times.
    """
    far, wide = states[:, :-1].mean(dim=0), states[:, :-1].std(dim=0) + 1e-6
    first, second = nn.Linear(states.shape[1] - 1, units), nn.Linear(units, 1)
    steps = torch.optim.AdamW([*first.parameters(), *second.parameters()], lr=2e-3, weight_decay=0.05)
    for number in range(passes):
        for rows in torch.randperm(len(states)).split(512):
            scores = second(first((states[rows, :-1] - far) / wide).relu())[:, 0]
            times = torch.tensor(5.0)
            functional.binary_cross_entropy_with_logits(scores, names[rows].float(), pos_weight=times).backward()
            steps.step()
            steps.zero_grad()
        for group in steps.param_groups:
            group["lr"] = 2e-3 * (1 - (number + 1) / passes)
    with torch.no_grad():
        weights = (first.weight / wide).T
        bias = first.bias - far @ weights
        return torch.cat([weights, bias[None]]), torch.cat([second.weight[0], second.bias])
