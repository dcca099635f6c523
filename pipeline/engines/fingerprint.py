"""Program, rules and model to one short name that changes when any of them does."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pipeline.extract.assemble import OURS
from pipeline.extract.model_files import model_folder
from pipeline.extract.rule_set import FILES
from pipeline.extract.rule_versions import applied_rules

PACKAGE = Path(__file__).parents[1]


def made_by(model: str | None, rules: str | None = None) -> str:
    """Name what finds facts: components, rules and the model's files. Raises ModelError where the model is missing."""
    ours = _files(PACKAGE, ("extract/**/*.py", "values/**/*.py", "rules/*", "records.py", "rulebook.py"))
    applied = applied_rules(rules)
    users = _files(applied, FILES) if applied else []
    return _digest([*ours, *users, *_files(model_folder(model or OURS), ("**/*",))])


def read_by() -> str:
    """Name what reads files."""
    return _digest(_files(PACKAGE, ("ingest/**/*.py", "values/zones.py", "values/datelines.py", "values/opening.py")))


def _files(folder: Path, patterns: Iterable[str]) -> list[tuple[str, Path]]:
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return sorted((str(path.relative_to(folder)), path) for path in found if "__pycache__" not in path.parts)


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    digest = hashlib.sha256()
    for name, path in files:
        digest.update(f"{name}\0".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
