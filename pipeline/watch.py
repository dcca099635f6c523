"""A folder that grows to tables that grow with it: a run each time that files have arrived and lie still."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import count

from pipeline.ingest import find_files
from pipeline.run import run
from pipeline.runs.summary import Report, RunSummary
from pipeline.settings import Settings

Seen = dict[str, tuple[int, int]]
"""Size and time of each file."""


def watch(
    paths: Iterable[str],
    settings: Settings,
    *,
    every: float = 2.0,
    rounds: int | None = None,
    clock: Callable[[], date] = date.today,
    sleep: Callable[[float], None] = time.sleep,
    report: Report = lambda *_: None,
) -> Iterator[RunSummary]:
    """Run once, then again whenever files are new or changed; give the summary of each run, until ctrl-C.

    A file counts when it has lain still from one look to the next, so that none is read while it is being written.
    """
    paths = list(paths)
    done: Seen = {}
    before: Seen = {}
    for number in count():
        now = _seen(paths)
        if (now == before and now != done) or number == 0:
            summary = run(paths, settings, today=clock(), report=report, awaits_files=True)
            yield summary
            if summary.interrupted:
                return
            done = now
        before = now
        if rounds is not None and number + 1 >= rounds:
            return
        sleep(every)


def _seen(paths: Iterable[str]) -> Seen:
    seen: Seen = {}
    for file in find_files(paths):
        try:
            facts = os.stat(file)
        except OSError:  # gone since it was listed
            continue
        seen[file] = (facts.st_size, facts.st_mtime_ns)
    return seen
