"""What a run folder remembers: which inputs were read into it, from where, with which settings."""

import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from os import PathLike
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.settings import STORE, Settings
from pipeline.store import Store

NOT_KEPT = ("output", "refresh", "force", "prune", "retry_failed")
"""Settings that say what one run is to do, and nothing about the next."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the runs of a folder were given: paths, the directory that they count from, and the last settings."""

    directory: Path
    paths: tuple[str, ...]
    settings: Settings


def remember(store: Store, paths: Iterable[str | PathLike[str]], settings: Settings) -> None:
    """Keep the inputs and the settings of a run, so that the next one needs neither them nor the right directory."""
    given, before = [str(path) for path in paths], store.remembered()
    if not given:
        return
    kept = {name: value for name, value in asdict(settings).items() if name not in NOT_KEPT}
    known = before.get("paths", []) if before.get("directory") == os.getcwd() else []
    paths = [*known, *(path for path in given if path not in known)]
    store.remember({"directory": os.getcwd(), "paths": paths, "settings": kept})


def remembered(folder: Path) -> Remembered:
    """Give what the runs of a folder were given; raises UsageError where there was none."""
    if not (folder / STORE).is_file():
        raise UsageError(f"{folder}: no run has written there yet; give the articles to read")
    with Store(folder) as store:
        kept = store.remembered()
    known = {field.name for field in fields(Settings)}
    given: dict[str, Any] = {name: value for name, value in kept.get("settings", {}).items() if name in known}
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    settings = replace(Settings(), **plain)
    return Remembered(Path(kept.get("directory", ".")), tuple(kept.get("paths", ())), settings)
