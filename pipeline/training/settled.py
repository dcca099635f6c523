"""Words that are settled after some layers: which they are, and their last states guessed from the ones they have.

Most words of an article are plainly no part of a name, and the first layers know it. The encoder goes on with the
others alone, which still see what stands beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from pipeline.training.batches import Batch
from pipeline.training.network import Tagger

Floats = NDArray[np.float32]
PLAIN = 0.98
"""A word is plain where the whole network gives it at least this chance of being no part of a name."""
MISSED = 0.002
"""Share of the other words that may be taken for plain ones."""
HELD = 0.15
"""Share of the words by which this share is measured."""


@dataclass(frozen=True)
class Settled:
    """What tells plain words after some layers: scores (negative: plain) and guesses of states, bias as last row."""

    after: int
    open: Floats
    guess: Floats


def settled(network: Tagger, batches: Iterable[Batch], *, after: int, missed: float = MISSED) -> Settled:
    """Learn from batches which words are settled after so many layers."""
    early, late, names = observed(network, batches, after)
    seen = round(len(early) * (1 - HELD))
    first, wanted = early[:seen], late[:seen]
    guess = torch.linalg.solve(first.T @ first + 0.1 * torch.eye(first.shape[1]), first.T @ wanted)
    scores = separating(first, names[:seen])
    held = (early[seen:] @ scores)[names[seen:]].sort().values
    scores[-1] -= held[int(missed * len(held))]
    return Settled(after, scores.numpy(), guess.numpy())


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


def separating(states: Tensor, names: Tensor, *, rounds: int = 60) -> Tensor:
    """Give the weights that tell the words of names from others (logistic regression); the former count five times."""
    weights = torch.zeros(states.shape[1], requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=rounds, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        steps.zero_grad()
        apart = functional.binary_cross_entropy_with_logits(
            states @ weights, names.float(), pos_weight=torch.tensor(5.0)
        )
        whole = apart + 1e-4 * weights.square().sum()
        whole.backward()
        return whole

    steps.step(loss)
    return weights.detach().clone()
