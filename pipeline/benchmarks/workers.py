"""Runs of one process beside runs of several, over the same articles in turns: how much sooner several are done."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.benchmarks.whole import LIMITS

CHILD = """
import atexit, resource, sys
from pipeline.cli import console

def say():
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(*(one.ru_utime + one.ru_stime for one in used), file=sys.stderr)

atexit.register(say)
console()
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of the clock, and processor seconds of the run's process and of those that it started."""

    seconds: float
    own: float
    others: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A run of one process, and one of several."""

    one: Run
    several: Run
    workers: int

    @property
    def ratio(self) -> float:
        """Give how many times as soon several were done."""
        return self.one.seconds / self.several.seconds

    @property
    def expected(self) -> float:
        """Give the same by processor time, where nobody else works: what the run's process does, nothing overlaps."""
        alone = self.one.own + self.one.others
        return alone / (self.several.own + self.several.others / self.workers)


def compare(texts: Sequence[str], *, workers: int, rounds: int) -> Iterator[Turn]:
    """Measure both in turns, starting included."""
    with tempfile.TemporaryDirectory(prefix="pressfacts-") as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        for number in range(rounds):
            one, several = (_run(path, Path(folder) / f"{number}-{count}", count) for count in (1, workers))
            yield Turn(one, several, workers)


def _run(path: Path, out: Path, workers: int) -> Run:
    command = [sys.executable, "-c", CHILD, "run", str(path), "-o", str(out), "--quiet", "--workers", str(workers)]
    started = time.monotonic()
    done = subprocess.run(command, env={**os.environ, **LIMITS}, capture_output=True, text=True, check=True)
    seconds = time.monotonic() - started
    own, others = map(float, done.stderr.split()[-2:])
    return Run(seconds, own, others)


def report(turns: Sequence[Turn]) -> str:
    """Lay turns out as a table, with the median ratio and its spread.

    >>> print(report([Turn(Run(20, 20, 0), Run(11, 2, 20), 2), Turn(Run(21, 20, 0), Run(10, 2, 18), 2)]))
    round   one, s   2, s  ratio   by processor time
    1         20.0   11.0   1.82                1.67
    2         21.0   10.0   2.10                1.82
    median ratio 1.96, from 1.82 to 2.10; by processor time 1.74
    """
    head = f"{'round':6} {'one, s':>7} {str(turns[0].workers) + ', s':>6} {'ratio':>6} {'by processor time':>19}"
    lines = (
        f"{at:<6} {turn.one.seconds:7.1f} {turn.several.seconds:6.1f} {turn.ratio:6.2f} {turn.expected:19.2f}"
        for at, turn in enumerate(turns, 1)
    )
    ratios = [turn.ratio for turn in turns]
    expected = statistics.median(turn.expected for turn in turns)
    last = f"median ratio {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}"
    return "\n".join([head, *lines, f"{last}; by processor time {expected:.2f}"])
