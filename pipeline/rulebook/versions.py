"""Which rule set is in use: `CURRENT` in the folder of a user's rule sets names it."""

import re
from pathlib import Path

from pipeline.errors import RulesError
from pipeline.rulebook.reading import Rulebook, row_kinds
from pipeline.rulebook.user_rows import rulebook_with

CURRENT = "CURRENT"

PARTS = ("patterns.jsonl", "contexts.jsonl", "edits.jsonl", "decided.jsonl", "decided_rows.jsonl")
"""Files of a rule set beside its rows: see `extract/user_rules/rule_set.py`."""

TAUGHT_LINKS = "links.npz"
"""What corrections taught the model of links: see `extract/links/taught.py`."""


def applied_rules(folder: str | Path | None) -> Path | None:
    """Give the rule set to use: the one that `CURRENT` names, or the folder itself where it is one; None for no rules.

    Raises RulesError where `CURRENT` names a rule set that isn't there.
    """
    path = Path(folder) if folder else None
    if path is None or not path.is_dir():
        return None
    if not (path / CURRENT).is_file():
        return path if any((path / name).is_file() for name in (*PARTS, TAUGHT_LINKS, *_row_files())) else None
    version = version_in(path)
    if version is None:
        return None
    if not (path / version).is_dir():
        raise RulesError(
            f"{path / CURRENT} names the rule set {version!r}, which isn't there; `pressfacts rules use none`"
        )
    return path / version


def version_in(folder: Path) -> str | None:
    """Give the version that `CURRENT` names; raises RulesError where it names no folder beside it."""
    version = (folder / CURRENT).read_text(encoding="utf-8", errors="replace").strip()
    if version in ("", "none"):
        return None
    if not re.fullmatch(r"[\w-][\w.-]*", version):
        raise RulesError(f"{folder / CURRENT} must name a folder beside it, not {version[:80]!r}")
    return version


def applied_rulebook(folder: str | Path | None) -> Rulebook:
    """Give the rulebook with the rows of the rule set to use."""
    applied = applied_rules(folder)
    return rulebook_with(str(applied) if applied else None)


def _row_files() -> tuple[str, ...]:
    return tuple(f"{name}.csv" for name in row_kinds())
