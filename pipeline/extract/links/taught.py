"""What corrections taught a links model: changes of its last layers, in a rule set, and good for one model alone."""

import hashlib
import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.errors import RulesError
from pipeline.extract.links.model import WEIGHTS, LinksModel
from pipeline.extract.links.weighing import TAUGHT, Weights
from pipeline.rulebook.versions import TAUGHT_LINKS

_BASE = "base"


def base_of(folder: Path) -> str:
    """Name the weights of a links model, which what is taught belongs to."""
    return hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()


def write_taught(rules: Path, changes: Weights, folder: Path) -> None:
    """Write changes of the links model of a folder into a rule set."""
    parts: dict[str, Any] = {name: rows.astype(np.float16) for name, rows in changes.items()}
    np.savez_compressed(rules / TAUGHT_LINKS, **{**parts, _BASE: np.array(base_of(folder))})


def taught_model(model: LinksModel, folder: Path, rules: Path | None) -> LinksModel:
    """Give a links model with what a rule set taught it; as it is where it was taught nothing, or to another model.

    Raises RulesError where the file can't be read.
    """
    path = rules / TAUGHT_LINKS if rules else None
    if path is None or not path.is_file():
        return model
    try:
        with np.load(path, allow_pickle=False) as stored:
            parts = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise RulesError(f"{path} can't be read ({error}); take it away, and `pressfacts retrain` again") from None
    if str(parts.pop(_BASE, "")) != base_of(folder):
        warnings.warn(f"{path} was taught to another model and isn't used; `pressfacts retrain` again", stacklevel=2)
        return model
    weights = model.network.weights
    wrong = [name for name, rows in parts.items() if name not in TAUGHT or rows.shape != weights[name].shape]
    if wrong or not all(np.isfinite(rows).all() for rows in parts.values()):
        raise RulesError(f"{path} doesn't fit the model; take it away, and `pressfacts retrain` again")
    return model.changed({name: rows.astype(np.float32) for name, rows in parts.items()})
