"""Finds the folder of a spaCy model, and checks its files against the hashes that are known for it."""

import hashlib
import importlib.util
import json
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.settings import ACCURATE

MODELS = Path(__file__).parents[2] / "models"
KNOWN_HASHES = MODELS / "known_hashes.json"
OURS = MODELS / "press_en"
"""The model that comes with pressfacts."""


def model_folder(model: str | Path) -> Path:
    """Find the folder that holds a model's config.cfg: of a path, or of an installed package by its name.

    A package's own code isn't run. Raises ModelError where there is no such model.
    """
    path = OURS if model == ACCURATE else Path(model)
    if not path.is_dir():
        name = str(model).replace("-", "_")
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            raise ModelError(f"no model {str(model)!r}: give a folder of a spaCy pipeline, or an installed one's name")
        path = Path(next(iter(spec.submodule_search_locations)))
    folders = [path, *sorted(child for child in path.iterdir() if child.is_dir())]
    found = next((folder for folder in folders if (folder / "config.cfg").is_file()), None)
    if found is None:
        raise ModelError(f"{path} is no spaCy pipeline: it holds no config.cfg")
    return found


def is_installed(model: str) -> bool:
    """Say whether there is such a model."""
    try:
        return model_folder(model).is_dir()
    except ModelError:
        return False


def check_hashes(folder: Path, published: str) -> None:
    """Raise ModelError where a file of a model isn't the one that was published under a name of `known_hashes.json`."""
    known: dict[str, str] = json.loads(KNOWN_HASHES.read_text(encoding="utf-8"))[published]["sha256"]
    for name, digest in known.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelError(f"{path} is not the file that {published} was published with; install the model again")
