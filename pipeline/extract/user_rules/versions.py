"""Which rule set is in use: `CURRENT` in the folder of a user's rule sets names it."""

from pathlib import Path

from pipeline.errors import RulesError
from pipeline.extract.user_rules.rule_set import FILES

CURRENT = "CURRENT"


def applied_rules(folder: str | Path | None) -> Path | None:
    """Give the rule set to use: the one that `CURRENT` names, or the folder itself where it is one; None for no rules.

    Raises RulesError where `CURRENT` names a rule set that isn't there.
    """
    path = Path(folder) if folder else None
    if path is None or not path.is_dir():
        return None
    if not (path / CURRENT).is_file():
        return path if any((path / name).is_file() for name in FILES) else None
    version = (path / CURRENT).read_text(encoding="utf-8").strip()
    if version in ("", "none"):
        return None
    if not (path / version).is_dir():
        raise RulesError(
            f"{path / CURRENT} names the rule set {version!r}, which isn't there; `pressfacts rules use none`"
        )
    return path / version
