"""How much processor time passes before anything is done: until the help is there, until an article is read."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

from pipeline.benchmarks.whole import LIMITS, seconds

TEXT = (
    "ACCRA, Ghana, 3 May 2024 - Volta Foods Ltd paid €5 million for a mill at Kasoa, its chairwoman, Ada Obi, said. "
    "Sales rose by 12 per cent to €40 million in the first quarter."
)
CHILD = "from pipeline.benchmarks.start import first_article; first_article()"


def first_article() -> None:
    """Read an article as a run of one process does, and print the processor seconds of this process since its start."""
    from pipeline import run  # noqa: F401 - a run has it loaded
    from pipeline.engines.tasks import find
    from pipeline.garbage import collect_seldom
    from pipeline.ingest import article_from_text
    from pipeline.settings import load_settings

    collect_seldom()
    settings = load_settings()
    article = article_from_text(TEXT, today=date.today())
    find([article], settings)
    print(time.process_time())


def _first() -> float:
    environment = {**os.environ, **LIMITS}
    done = subprocess.run([sys.executable, "-c", CHILD], env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


MEASURED: dict[str, Callable[[], float]] = {
    "pressfacts --help": lambda: seconds("pressfacts", ["--help"]),
    "until the first article is read": _first,
}


def report(rounds: int) -> str:
    """Measure each so often, and lay the medians out as a table."""
    lines = [f"{'processor seconds':34} median  least   most"]
    for name, measure in MEASURED.items():
        found = [measure() for _ in range(rounds)]
        lines.append(f"{name:34} {statistics.median(found):6.2f} {min(found):6.2f} {max(found):6.2f}")
    return "\n".join(lines)
