"""What a run may write over: what runs wrote, never an input, and never a file that somebody else put there."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.settings import STORE
from pipeline.tables import TABLES

OTHERS = ("datapackage.json", "metadata.json", "run.json", "report.html", "pressfacts.xlsx")
"""Files that runs write beside the tables."""


def refuse_to_overwrite(folder: Path, inputs: Iterable[str], formats: Sequence[str]) -> None:
    """Raise UsageError where a run into a folder would write over one of its inputs, or over what is not a run's."""
    written = {*OTHERS, *(f"{name}.{ending}" for name in TABLES for ending in formats)}
    there = {os.path.realpath(folder / name): name for name in written if (folder / name).exists()}
    for path in inputs:
        if name := there.get(os.path.realpath(path)):
            raise UsageError(f"{path} is an input, and {name} would be written over it; choose another folder by -o")
    if there and not _is_runs(folder):
        names = ", ".join(sorted(there.values()))
        raise UsageError(f"{folder} has {names}, but no run of ours wrote there; choose another folder by -o")


def _is_runs(folder: Path) -> bool:
    """Say whether a run wrote into a folder: its store is there, or what it said of itself."""
    if (folder / STORE).exists():
        return True
    try:
        return "rules_and_model" in json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False
