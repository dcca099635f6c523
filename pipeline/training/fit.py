"""Trains the network: passes over the mixed sets, a running mean of the weights, scores after each pass."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.extract.model.tagging import Decoder
from pipeline.extract.model.windows import windows
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.batches import Batch, collate, epoch
from pipeline.training.measure import scores
from pipeline.training.network import Tagger
from pipeline.training.prepared import Prepared
from pipeline.training.sets import LABELS

ANNOTATED = (("press", 2), ("newswire", 1), ("ewt", 1), ("wikigold", 1))
"""The sets, and how often each is read in a pass."""


@dataclass(frozen=True)
class TrainingPlan:
    """How to train."""

    passes: int = 5
    """How many passes the rate takes to fall to nothing."""
    stop: int = 3
    """How many of them are made."""
    rate: float = 3e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    pieces: int = 4096
    size: int = 126
    masked: float = 0.05
    dropout: float = 0.1
    decay: float = 0.01
    mean: float = 0.998
    times: tuple[tuple[str, int], ...] = ANNOTATED
    seed: int = 0


SECOND = TrainingPlan(
    passes=1, stop=1, rate=1.5e-4, head_rate=3e-4, masked=0.08, mean=0.99, times=(*ANNOTATED, ("bulk", 1))
)  # fmt: skip
"""The second round: once more over all, with articles that the model of the first round has labelled."""


def loss_of(logits: Tensor, allowed: Tensor) -> Tensor:
    """Give the mean of minus the log of the probability that all allowed tags have together."""
    whole = logits.logsumexp(dim=1)
    right = logits.masked_fill(~allowed, -torch.inf).logsumexp(dim=1)
    return (whole - right).mean()


def optimiser(network: Tagger, plan: TrainingPlan) -> torch.optim.AdamW:
    """Make AdamW: new parts learn faster, norms and biases do not decay."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weights in network.named_parameters():
        rate = plan.head_rate if name.startswith("head") or "shapes" in name else plan.rate
        groups.setdefault((rate, plan.decay if weights.ndim > 1 else 0.0), []).append(weights)
    parts = [{"params": weights, "lr": rate, "weight_decay": decay} for (rate, decay), weights in groups.items()]
    return torch.optim.AdamW(parts, betas=(0.9, 0.98), eps=1e-6, fused=True)


def share(step: int, steps: int, warmup: float) -> float:
    """Give the share of the full rate at a step: up in a line, down in a cosine."""
    at = step / steps
    return at / warmup if at < warmup else 0.5 * (1 + math.cos(math.pi * (at - warmup) / (1 - warmup)))


def fit(
    network: Tagger,
    sets: dict[str, list[Prepared]],
    wordpiece: WordPiece,
    plan: TrainingPlan,
    *,
    after: Callable[[int, Tagger], None] = lambda _, __: None,
    log: Callable[[str], None] = print,
) -> Tagger:
    """Train a network, and give the running mean of its weights; `after` is called with that mean after each pass."""
    torch.manual_seed(plan.seed)
    articles = [article for source, times in plan.times for _ in range(times) for article in sets[source]]
    mean = Tagger(network.head.out_features, plan.dropout)
    mean.load_state_dict(network.state_dict())
    chosen, step = optimiser(network, plan), 0
    rates = [group["lr"] for group in chosen.param_groups]
    for number in range(plan.stop):
        batches = epoch(
            articles, wordpiece, size=plan.size, pieces=plan.pieces, masked=plan.masked, seed=plan.seed * 1000 + number
        )
        steps, total, began = len(batches) * plan.passes, 0.0, time.time()
        network.train()
        for batch in batches:
            for group, rate in zip(chosen.param_groups, rates, strict=True):
                group["lr"] = rate * share(step, steps, plan.warmup)
            total += train_on(network, batch, chosen)
            step += 1
            keep = min(plan.mean, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - keep)
            if step % 50 == 0:
                log(f"step {step} of {steps}, {(time.time() - began):.0f} s")
        log(f"pass {number + 1}: loss {total / len(batches):.4f}, {time.time() - began:.0f} s")
        after(number + 1, mean)
    return mean


def train_on(network: Tagger, batch: Batch, chosen: torch.optim.AdamW) -> float:
    """Take one step, and give its loss."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(batch.pieces, batch.shapes, batch.mask, batch.firsts)
    loss = loss_of(logits.float(), batch.allowed)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0, foreach=True)
    chosen.step()
    chosen.zero_grad(set_to_none=True)
    return float(loss.detach())


def logits_of(
    network: Tagger, article: Prepared, wordpiece: WordPiece, *, size: int = 126, overlap: int = 32
) -> np.ndarray:
    """Give the logits of all words of an article."""
    network.eval()
    rows = []
    for start, end, low, high in windows([len(ids) for ids in article.pieces], size=size, overlap=overlap):
        batch = collate([(article, start, end)], wordpiece, random.Random(0), 0.0)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(batch.pieces, batch.shapes, batch.mask, batch.firsts)
        rows.append(logits.float().numpy()[low - start : high - start])
    return np.concatenate(rows) if rows else np.zeros((0, network.head.out_features), dtype=np.float32)


def evaluate(
    logits: Iterator[np.ndarray] | Sequence[np.ndarray], articles: Sequence[Prepared]
) -> dict[str, dict[str, float]]:
    """Score the spans that logits give, by label."""
    decoder = Decoder(LABELS)
    pairs = []
    for article, rows in zip(articles, logits, strict=True):
        offsets = article.offsets
        found = [(offsets[s][0], offsets[e - 1][1], label) for s, e, label, _ in decoder.spans(rows)]
        pairs.append((article.gold, found))
    return scores(pairs, LABELS)
