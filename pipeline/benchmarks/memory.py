"""Peak memory of whole runs over few and over many articles: it should not grow with their number."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peak:
    """A run's number of articles, its peak memory in MB, and its speed in words a second."""

    articles: int
    peak_mb: float
    words_a_second: float


def peak_of_run(texts: Sequence[str]) -> Peak:
    """Run `pressfacts run` over texts in a process of its own, and read what it says in its run.json."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "articles.jsonl", Path(folder) / "out"
        lines = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
        source.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, "-m", "pipeline.cli", "run", "--quiet", str(source), "-o", str(out)]
        subprocess.run(command, check=False, capture_output=True)
        run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return Peak(run["rows"]["articles"], run["peak_memory_mb"], run["words_a_second"])


def report(few: Peak, many: Peak) -> str:
    """Lay two peaks out as a table.

    >>> print(report(Peak(500, 320, 5100), Peak(5000, 336, 5000)))
    articles  peak MB  ratio  words a second
         500      320   1.00            5100
        5000      336   1.05            5000
    """
    lines = (
        f"{p.articles:8} {p.peak_mb:8.0f} {p.peak_mb / few.peak_mb:6.2f} {p.words_a_second:15.0f}" for p in (few, many)
    )
    return "\n".join([f"{'articles':>8} {'peak MB':>8} {'ratio':>6} {'words a second':>15}", *lines])
