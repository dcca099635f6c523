"""A trained links network to the folder that `press_links` reads, and what its scores are worth."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.extract.links.model import SETTINGS, WEIGHTS
from pipeline.training.links.network import REACHES, LinkNet


def write_links(folder: Path, network: LinkNet, settings: Mapping[str, Any]) -> None:
    """Write weights in half precision, and settings."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: rows.numpy().astype(np.float16) for name, rows in network.as_first_reader().items()}
    np.savez_compressed(folder / WEIGHTS, reaches=np.array(REACHES, dtype=np.float16), **weights)
    write_settings(folder, settings)


def write_settings(folder: Path, settings: Mapping[str, Any]) -> None:
    """Write the settings: rules, and curves and thresholds of what is filled in."""
    (folder / SETTINGS).write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
