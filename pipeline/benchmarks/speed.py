"""Words a processor second and peak memory of contenders over the same texts, in processes of their own, in turns."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.benchmarks.contenders import CONTENDERS
from pipeline.benchmarks.whole import LIMITS
from pipeline.errors import UsageError

CHILD = "from pipeline.benchmarks.speed import child; child()"


@dataclass(frozen=True, slots=True)
class ContenderRun:
    """One contender's run: words, processor seconds to read them (loading apart), those to load, peak memory in MB."""

    contender: str
    words: int
    seconds: float
    load_seconds: float
    peak_mb: float

    @property
    def words_a_second(self) -> float:
        """Give the speed."""
        return self.words / self.seconds


def child() -> None:
    """Read texts, a JSON string a line of standard input, with the contender that is named by the first argument."""
    texts = [json.loads(line) for line in sys.stdin]
    started = time.process_time()
    nlp = CONTENDERS[sys.argv[1]]()
    loaded = time.process_time()
    for _ in nlp.pipe(texts, batch_size=16):
        pass
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = sum(len(text.split()) for text in texts)
    print(json.dumps([sys.argv[1], words, ended - loaded, loaded - started, peak]))


def measure(contender: str, texts: Sequence[str]) -> ContenderRun:
    """Run one contender in a process of its own, on one thread; raises UsageError where it ends with an error."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, contender],
        input="\n".join(map(json.dumps, texts)),
        env={**os.environ, **LIMITS},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        cwd=Path.cwd(),
    )
    if done.returncode:
        raise UsageError(f"{contender} can't be measured here: see above; leave it out by naming others (--contender)")
    return ContenderRun(*json.loads(done.stdout.splitlines()[-1]))


def compare(contenders: Sequence[str], texts: Sequence[str], *, rounds: int = 3) -> list[ContenderRun]:
    """Measure contenders in turns, and give the median reading of each by speed; the first is what others relate to."""
    readings: dict[str, list[ContenderRun]] = defaultdict(list)
    for _ in range(rounds):
        for contender in contenders:
            readings[contender].append(measure(contender, texts))
    return [_median(readings[contender]) for contender in contenders]


def _median(readings: list[ContenderRun]) -> ContenderRun:
    middle = statistics.median_low(reading.seconds for reading in readings)
    return next(reading for reading in readings if reading.seconds == middle)


def report(readings: Sequence[ContenderRun]) -> str:
    """Lay readings out as a table; ratios are to the first one.

    >>> print(report([ContenderRun("plain", 100, 2.0, 0.5, 300.0), ContenderRun("ours", 100, 1.0, 0.25, 150.0)]))
    contender        words a second  ratio  load s  peak MB  ratio
    plain                        50   1.00    0.50      300   1.00
    ours                        100   2.00    0.25      150   0.50
    """
    base = readings[0]
    head = f"{'contender':16} {'words a second':>14} {'ratio':>6} {'load s':>7} {'peak MB':>8} {'ratio':>6}"
    lines = (
        f"{r.contender:16} {r.words_a_second:14.0f} {r.words_a_second / base.words_a_second:6.2f}"
        f" {r.load_seconds:7.2f} {r.peak_mb:8.0f} {r.peak_mb / base.peak_mb:6.2f}"
        for r in readings
    )
    return "\n".join([head, *lines])
