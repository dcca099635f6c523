"""What the page works on: a run's folder, the log of decisions, the folder of rule sets, and who decides."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The folder of a run and what belongs to it."""

    run: Path
    log: Path
    rules: Path
    gold: Path | None = None
    model: str | None = None
    who: str = ""

    def now(self) -> str:
        """Give the time for a decision."""
        return datetime.now(UTC).isoformat(timespec="seconds")
