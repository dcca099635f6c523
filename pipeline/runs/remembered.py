"""What a run folder remembers: which inputs were read into it, from where, with which settings."""

import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from os import PathLike
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.rulebook.versions import applied_rules
from pipeline.settings import STORE, Settings, checked, load_settings
from pipeline.store import Store
from pipeline.store.reading.remembered import ELSEWHERE

NOT_KEPT = ("output", "refresh", "force", "prune", "retry_failed")
"""Settings that say what one run is to do, and nothing about the next."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the runs of a folder were given: paths, the directory that they count from, and the last settings."""

    directory: Path
    paths: tuple[str, ...]
    settings: Settings
    elsewhere: Sequence[str] | None = None
    """The paths that the folder names, where it was made elsewhere: nobody may have read them here."""


def remember(store: Store, paths: Iterable[str | PathLike[str]], settings: Settings) -> None:
    """Keep the inputs and the settings of a run, so that the next one needs neither them nor the right directory."""
    given, before = [str(path) for path in paths], store.remembered()
    if not given:
        return
    known = before.get("paths", []) if before.get("directory") == os.getcwd() else []
    paths = [*known, *(path for path in given if path not in known)]
    store.remember({"directory": os.getcwd(), "paths": paths, "settings": kept_settings(settings)})


def kept_settings(settings: Settings) -> dict[str, Any]:
    """Give the settings that the next run should know, as plain values."""
    return {name: value for name, value in asdict(settings).items() if name not in NOT_KEPT}


def settings_of(kept: Mapping[str, Any], place: str) -> Settings:
    """Give the settings of what `kept_settings` gave, also where another version gave it.

    Raises UsageError that names the place where they are none.
    """
    known = {field.name for field in fields(Settings)}
    values = {name: value for name, value in kept.items() if name in known and value is not None}
    return checked(Settings(), values, place)


def rules_left_out(store: Store, settings: Settings) -> str:
    """Name the rules that the last run into a folder had, where the next one has none; else nothing."""
    before = str(store.remembered().get("settings", {}).get("rules", ""))
    has_rules = applied_rules(settings.rules) is not None
    return before if before != settings.rules and applied_rules(before) is not None and not has_rules else ""


def continued(paths: Sequence[str] | None, file: Path | None, **given: Any) -> tuple[Settings, list[str], Path]:
    """Give the settings, the inputs and the directory of a run: where no paths are given, those of the runs before.

    Paths in `given` count from here, also where the run goes on in another directory. Raises UsageError where the
    directory was copied here, or there is nothing to go on with.
    """
    chosen = load_settings(file, **given)
    kept = remembered_runs(Path(chosen.output)) if not paths and (Path(chosen.output) / STORE).is_file() else None
    if kept and kept.elsewhere:
        raise UsageError(
            f"{chosen.output} was copied here, or is somebody else's, and its runs read {', '.join(kept.elsewhere)}; "
            f"if that is what you want, say so: pressfacts run {shlex.join(kept.elsewhere)} -o {chosen.output}"
        )
    if kept is None or not kept.paths:
        return chosen, list(paths or [chosen.articles]), Path.cwd()
    here = {name: os.path.abspath(value) for name in ("output", "rules", "model") if (value := given.get(name))
            and os.path.exists(value)}  # fmt: skip
    output = os.path.abspath(chosen.output)
    settings = load_settings(file, base=kept.settings, **{**given, **here, "output": output})
    directory = kept.directory if kept.directory.is_dir() else Path.cwd()
    there = [path for path in kept.paths if path != "-" and ("://" in path or (directory / path).exists())]
    return settings, there, directory


def remembered_runs(folder: Path) -> Remembered:
    """Give what the runs of a folder were given; raises UsageError where there was none."""
    if not (folder / STORE).is_file():
        raise UsageError(f"{folder}: no run has written there yet; give the articles to read")
    with Store(folder) as store:
        kept = store.remembered()
    settings = settings_of(kept.get("settings", {}), str(folder / STORE))
    return Remembered(Path(kept.get("directory", ".")), tuple(kept.get("paths", ())), settings, kept.get(ELSEWHERE))
