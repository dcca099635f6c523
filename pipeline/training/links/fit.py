"""Articles with the right answers to a trained network."""

import copy
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from pipeline.extract.links.asked import Asked
from pipeline.extract.links.features import GIVEN, HIDDEN, TOLD
from pipeline.extract.links.items import items_of
from pipeline.training.links.gold import SKIP, Targets
from pipeline.training.links.network import LinkNet, logsumexp_by
from pipeline.training.links.teach import TAUGHT, taught_loss

Example = tuple[dict[str, Any], dict[str, torch.Tensor]]
"""An article as the network takes it, and the right answers, or what other networks say."""


@dataclass(frozen=True)
class Plan:
    """How a network is trained."""

    seed: int = 0
    passes: int = 4
    rate: float = 2.5e-3
    decay: float = 0.05
    batch: int = 6
    hidden: float = 0.3
    """Share of the questions of which it isn't told what the patterns say, so that it learns to do without."""


def fit(examples: Sequence[Example], rules: int, plan: Plan, *, begin: LinkNet | None = None) -> LinkNet:
    """Train a network from nothing, or on from where another is; gives the mean of its weights over the last steps."""
    torch.manual_seed(plan.seed)
    order, shuffle = list(examples), random.Random(plan.seed)
    chance = torch.Generator().manual_seed(plan.seed)
    network = copy.deepcopy(begin) or LinkNet(examples[0][0]["words"]["states"].shape[1], rules)
    network.train()
    optimizer = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    mean = {name: rows.clone() for name, rows in network.state_dict().items()}
    steps = plan.passes * -(-len(order) // plan.batch)
    for step in range(steps):
        at = step * plan.batch % len(order)
        if at < plan.batch:
            shuffle.shuffle(order)
        for group in optimizer.param_groups:
            group["lr"] = plan.rate * min(1.0, (step + 1) / 50) * max(0.02, 1 - step / steps)
        for one, want in order[at : at + plan.batch]:
            one = blinded(one, chance, share=plan.hidden)
            loss = taught_loss if TAUGHT in want else loss_of
            (loss(network(one), one, want) / (10 * plan.batch)).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        for name, rows in network.state_dict().items():
            mean[name].lerp_(rows, 0.005)
    network.load_state_dict(mean)
    network.eval()
    return network


def rules_of(articles: Sequence[Asked]) -> list[str]:
    """List the rules of patterns that answer, those that are not known first."""
    counts: dict[str, int] = {}
    for one in articles:
        for _, rule in one.answers.rules:
            counts[rule] = counts.get(rule, 0) + 1
    return ["", *sorted(rule for rule, count in counts.items() if rule and count > 2)]


def tensors(one: Asked, rules: Sequence[str]) -> dict[str, Any]:
    """Give an article as the network takes it."""
    known = {rule: at for at, rule in enumerate(rules)}
    given = torch.zeros(len(one.answers.question), len(rules))
    for row, rule in one.answers.rules:
        given[row, known.get(rule, 0)] += 1

    items = items_of(one)
    everything = np.arange(len(items.low))
    beside = items.beside(everything, everything)

    def table(rows: Any, *names: str) -> dict[str, torch.Tensor]:
        return {name: torch.from_numpy(np.asarray(getattr(rows, name))) for name in names}

    states = torch.from_numpy(one.words.states).half()
    return {
        "words": {"states": states, **table(one.words, "label", "begins", "zone", "quoted", "spelling")},
        "pairs": table(one.pairs, *one.pairs._fields),
        "answers": {**table(one.answers, "question", "kind", "facts"), "rules": given},
        "windows": table(one.windows, *one.windows._fields),
        "places": table(one.places, "low", "high"),
        "mentions": table(one.entities, "low", "high"),
        "items": {"kind": torch.from_numpy(items.kind), "beside": torch.from_numpy(beside.astype(np.int16))},
        **table(one, "kinds", "first", "given"),
    }


def example(one: Asked, targets: Targets, rules: Sequence[str]) -> Example:
    """Give an article and its right answers as the network takes them."""
    return {**tensors(one, rules), "reader": targets.reader}, right(targets)


def right(targets: Targets) -> dict[str, torch.Tensor]:
    """Give the right answers as the network takes them."""
    return {name: torch.from_numpy(np.asarray(getattr(targets, name))) for name in Targets.__dataclass_fields__}


def loss_of(out: dict[str, torch.Tensor], one: dict[str, Any], want: dict[str, torch.Tensor]) -> torch.Tensor:
    """Give how unlikely the right answers are to a network."""
    question, known = one["answers"]["question"], want["nobody"] != SKIP
    total = logsumexp_by(out["answers"], question, out["nobody"])
    hits = torch.where(want["answers"] > 0, out["answers"], -1e4)
    none = torch.where(want["nobody"] == 1, out["nobody"], -1e4)
    likely = logsumexp_by(hits, question, none)
    loss = (total - likely)[known].sum()
    loss = (
        loss
        + F.cross_entropy(out["former"], want["former"].clamp(min=0), reduction="none")[
            (want["former"] >= 0) & (one["kinds"] == 0)
        ].sum()
    )
    if len(out["role"]):
        for name in ("role", "direction"):
            here = want[name] >= 0
            loss = loss + 0.5 * F.cross_entropy(out[name][here], want[name][here], reduction="sum")
        loss = loss + measure_loss(out, want)
    return loss


def measure_loss(out: dict[str, torch.Tensor], want: dict[str, torch.Tensor]) -> torch.Tensor:
    here = want["measure"] != SKIP
    spans, none = out["spans"][here].flatten(1), out["no_measure"][here]
    scores = torch.cat([none[:, None], spans], dim=1)
    at, length = want["measure"][here], want["length"][here]
    aim = torch.where(at < 0, 0, 1 + at * out["spans"].shape[2] + length - 1)
    loss = F.cross_entropy(scores, aim, reduction="none")
    # What goes over a line's end, or into the value, can't be chosen: there is nothing to learn from it.
    return loss[scores[torch.arange(len(aim)), aim] > -1e3].sum()


def blinded(one: dict[str, Any], generator: torch.Generator, *, share: float) -> dict[str, Any]:
    """Hide what the patterns say of some questions."""
    if share <= 0:
        return one
    hide = torch.rand(len(one["kinds"]), generator=generator) < share
    rows = hide[one["answers"]["question"]]
    facts = one["answers"]["facts"].clone()
    facts[rows, :TOLD] = 0
    rules = one["answers"]["rules"].clone()
    rules[rows] = 0
    windows = dict(one["windows"])
    value = torch.rand(len(windows["given"]), generator=generator) < share
    windows["mark"] = windows["mark"].masked_fill(value[:, None], 0)
    windows["given"] = torch.where(value, GIVEN + windows["given"] // (GIVEN // 2), windows["given"])
    return {
        **one,
        "given": one["given"].masked_fill(hide, HIDDEN),
        "answers": {**one["answers"], "facts": facts, "rules": rules},
        "windows": windows,
    }
