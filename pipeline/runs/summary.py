"""What a run did, for the user and for run.json."""

import platform
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pipeline.settings import Settings

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

Report = Callable[[str, int, int | None], None]
"""Called with the stage (`read`, `extract`, `export`), how much of it is done, and how much there is, where known."""

_PACKAGES = ("pressfacts", "spacy", "trafilatura", "pandas", "numpy")


@dataclass(slots=True)
class RunSummary:
    """What a run did; filled while it runs."""

    started: float
    inputs: int = 0
    """Files of the given paths."""
    unchanged: int = 0
    """Of these, how many were read before."""
    documents: int = 0
    """Articles and errors that were read this time."""
    worked_on: int = 0
    words: int = 0
    failed: int = 0
    pruned: int = 0
    outdated: int = 0
    """Articles whose facts were found with other rules or another model; --refresh does them again."""
    interrupted: bool = False
    report: Path | None = None
    """Where the report was written."""
    workbook: bool = False
    """Whether a workbook was written."""
    rules: str = ""
    """Folder of the rule set in use."""
    other_rules: str = ""
    """Rules that the run before into the same folder had, where this one has none."""
    rows: dict[str, int] = field(default_factory=dict)
    """Rows of each public table."""
    reasons: dict[str, int] = field(default_factory=dict)
    """Errors of each kind."""
    only_error: str | None = None
    """What the one error is about, where there is one."""
    warnings: dict[str, int] = field(default_factory=dict)
    """Warnings of each kind."""

    @property
    def seconds(self) -> float:
        """Give the seconds since the start."""
        return time.monotonic() - self.started

    @property
    def errors(self) -> int:
        """Give the number of inputs that could not be used."""
        return self.rows.get("errors", 0)


def peak_memory_mb() -> float | None:
    """Give the most memory that this process, and the largest of its workers, have held, in MB."""
    if resource is None:
        return None
    scale = 1_000_000 if sys.platform == "darwin" else 1_000
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / scale


def facts_of_run(summary: RunSummary, settings: Settings, maker: str) -> dict[str, Any]:
    """Give what run.json says."""
    seconds = summary.seconds
    return {
        "versions": {"python": platform.python_version(), **_versions()},
        "settings": asdict(settings),
        "rules_and_model": maker,
        "inputs": summary.inputs,
        "inputs_unchanged": summary.unchanged,
        "articles_worked_on": summary.worked_on,
        "articles_failed": summary.failed,
        "articles_outdated": summary.outdated,
        "interrupted": summary.interrupted,
        "rows": summary.rows,
        "errors_by_kind": summary.reasons,
        "warnings_by_kind": summary.warnings,
        "seconds": round(seconds, 2),
        "words_a_second": round(summary.words / seconds) if seconds else None,
        "peak_memory_mb": round(peak_memory_mb() or 0) or None,
    }


def _versions() -> dict[str, str]:
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
