"""What several networks say of articles that nobody has read, in the mean, to what one network learns from them.

Trained alone, a network is surer than it is right; several of them disagree where nothing is certain, and say so in
their mean. One network that learns the mean has what they know at the price of one.
"""

from collections.abc import Sequence
from typing import Any

import torch

from pipeline.training.links.network import LinkNet, logsumexp_by

TAUGHT = "likely_answers"
"""Stands among what a network is to learn where other networks said it."""
Chances = dict[str, torch.Tensor]
"""How likely each answer is, as `Scores` has them; what isn't asked of is left out."""


def chances(networks: Sequence[LinkNet], one: dict[str, Any]) -> Chances:
    """Give how likely each answer about an article is, to several networks in the mean."""
    with torch.no_grad():
        said = [{name: torch.exp(rows) for name, rows in logs(network(one), one).items()} for network in networks]
    return {f"likely_{name}": torch.stack([each[name] for each in said]).mean(0).half() for name in said[0]}


def logs(out: dict[str, torch.Tensor], one: dict[str, Any]) -> Chances:
    """Give the logs of the chances that a network's scores stand for."""
    question = one["answers"]["question"]
    total = logsumexp_by(out["answers"], question, out["nobody"])
    stretches = torch.cat([out["no_measure"][:, None], out["spans"].flatten(1)], dim=1)
    rows = {name: torch.log_softmax(out[name], dim=1) for name in ("former", "role", "direction")}
    return {
        "answers": out["answers"] - total[question],
        "nobody": out["nobody"] - total,
        "stretches": torch.log_softmax(stretches, dim=1),
        **rows,
    }


def taught_loss(out: dict[str, torch.Tensor], one: dict[str, Any], want: Chances) -> torch.Tensor:
    """Give how far a network's chances are from those that it is taught."""
    loss = torch.zeros(())
    for name, rows in logs(out, one).items():
        aim = want[f"likely_{name}"].float()
        if name == "former":
            aim = aim * (one["kinds"] == 0)[:, None]
        share = 0.5 if name in ("role", "direction") else 1.0
        loss = loss - share * (aim * rows).sum()
    return loss
