"""A folder of a links model to the network that it was written from."""

import json
from pathlib import Path

import numpy as np
import torch

from pipeline.extract.links.model import SETTINGS, WEIGHTS
from pipeline.training.links.network import LinkNet
from pipeline.training.network import WIDTH

RULES = "rules.weight"
"""Where a network has a row for each rule of the patterns, the first for rules that it doesn't know."""


def rules_known(folder: Path) -> list[str]:
    """List the rules of patterns that a links model knows, those that it doesn't know first."""
    return list(json.loads((folder / SETTINGS).read_text(encoding="utf-8"))["rules"])


def restored_links(folder: Path, rules: int) -> LinkNet:
    """Give the network of a links model with so many rules; to it, those that it doesn't have yet are unknown ones."""
    network = LinkNet(2 * WIDTH, rules)
    with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
        given = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored.files if name != "reaches"}
    known = given[RULES]
    given[RULES] = torch.cat([known, known[:1].expand(rules - len(known), -1)])
    network.load_state_dict(given, strict=False)  # what is a reader's own is not kept
    return network
