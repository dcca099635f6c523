"""Program, rules and model to one short name that changes when any of them does."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pipeline.extract.model.files import MODELS, OURS, model_folder
from pipeline.rulebook.versions import applied_rules
from pipeline.settings import ACCURATE
from pipeline.values.zones.marks import TABLES

PACKAGE = Path(__file__).parents[1]


def made_by(model: str | None, rules: str | None = None, *, least: float | None = None, package: Path = PACKAGE) -> str:
    """Name what finds facts: package, user's rules, model's files, least confidence, so that a change of one is seen.

    Raises ModelError where the model is missing.
    """
    applied = applied_rules(rules)
    users = _files(applied) if applied else []
    way = f"{ACCURATE}: " if model == ACCURATE else ""
    files = [(way + name, path) for name, path in _files(model_folder(model or OURS))]
    whole = _digest([*_program(package), *users, *files])
    return whole if least is None else f"{whole}-{least}"


def read_by(rules: str | None = None, *, package: Path = PACKAGE) -> str:
    """Name what reads files: the package, and the user's rows of the tables that reading asks for.

    Which parts of the package only find facts isn't told apart, so no list goes stale.
    """
    applied = applied_rules(rules)
    users = [(name, path) for name, path in _files(applied) if path.stem in TABLES] if applied else []
    return _digest([*_program(package), *users])


def _program(package: Path) -> list[tuple[str, Path]]:
    """Give every file of the package, code and rules alike; the models that come with it count where they are used."""
    models = MODELS.relative_to(PACKAGE).as_posix() + "/"
    return [(name, path) for name, path in _files(package) if not name.startswith(models)]


def _files(folder: Path) -> list[tuple[str, Path]]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    digest = hashlib.sha256()
    for name, path in files:
        digest.update(f"{name}\0".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
