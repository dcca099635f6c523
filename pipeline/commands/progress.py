"""Progress of long work on standard error, with rate and time left: a bar in a terminal, lines in a log."""

import time
from collections.abc import Callable
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

SECONDS_BETWEEN_LINES = 10
WHAT = {"read": "inputs", "extract": "articles"}
"""What there is of in each stage."""


class ShownProgress:
    """Shows how far each stage of a run is; quiet where asked."""

    def __init__(
        self, *, quiet: bool, console: Console | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._console = console or Console(stderr=True, quiet=quiet)
        self._lines = not self._console.is_terminal and not quiet
        self._clock, self._said = clock, clock()
        columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        more = (TimeRemainingColumn(), TextColumn("{task.fields[rate]}"))
        self._bars = Progress(*columns, *more, console=self._console, disable=self._lines or quiet)
        self._tasks: dict[str, object] = {}
        self._begun: dict[str, tuple[float, int]] = {}

    def __enter__(self) -> "ShownProgress":
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show that `done` of `total` pieces of a stage are done."""
        now = self._clock()
        if stage not in self._tasks:
            self._begun[stage] = (now, done)
            self._tasks[stage] = self._bars.add_task(stage, total=total, rate="")
        began, before = self._begun[stage]
        rate = (done - before) / (now - began) if now > began else 0.0
        said = f"{rate:,.1f} {WHAT[stage]} a second" if rate and stage in WHAT else ""
        self._bars.update(self._tasks[stage], completed=done, total=total, rate=said)  # type: ignore[arg-type]
        if self._lines and now - self._said > SECONDS_BETWEEN_LINES:
            self._said = now
            left = f", {duration((total - done) / rate)} left" if rate and total is not None and done < total else ""
            known = f"{total:,}" if total is not None else "?"
            self._console.print(f"{stage}: {done:,} of {known}{f', {said}' if said else ''}{left}", highlight=False)


class ShownStages:
    """Shows the stage that long work is at: beside a spinner in a terminal, in lines in a log."""

    def __init__(self, *, console: Console | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console or Console(stderr=True)
        self._clock, self._said, self._stage = clock, clock(), ""
        self._status = self._console.status("")

    def __enter__(self) -> "ShownStages":
        if self._console.is_terminal:
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._status.stop()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show a stage, and that `done` of its `total` pieces are done; in a log each stage once, and then seldom."""
        line = f"{stage}: {done:,} of {total:,}" if total else stage
        now, is_new = self._clock(), stage != self._stage
        if self._console.is_terminal:
            self._status.update(f"{line} ...")
        elif is_new or now - self._said > SECONDS_BETWEEN_LINES:
            self._console.print(line, highlight=False)
            self._said, self._stage = now, stage


def duration(seconds: float) -> str:
    """Say how long something takes, as exactly as one can know.

    >>> duration(42), duration(200), duration(9000)
    ('42 s', '3 min', '2.5 h')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
