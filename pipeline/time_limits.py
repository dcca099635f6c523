"""A block of work to the same block with limits on its time: its own processor time, and the clock far behind."""

import math
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

WAITING = 10
"""How often the limit of processor time fits into that of the clock, which ends what waits and computes nothing."""
_GRACE = 2.0
"""Seconds that Python gets to end a block by itself, before the process is ended."""

_hard = False


class OutOfTime(BaseException):
    """A block ran past its time; nothing in it can catch this by mistake."""


def end_with_the_block() -> None:
    """From now on, end this process where a block runs past its time in code that Python can't interrupt."""
    global _hard
    _hard = resource is not None
    if _hard:
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


@contextmanager
def time_limit(seconds: float) -> Iterator[Callable[[], None]]:
    """Raise OutOfTime in a block that takes more seconds of processor time, or `WAITING` times as many of the clock.

    The processor's seconds count, so that a busy machine changes nothing. The block is given what begins the time anew,
    for its next part. There is no limit off the main thread, nor where the system has no such timers.
    """
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread() or not seconds:
        yield lambda: None
        return

    def begin() -> None:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * WAITING)
        if _hard:
            _end_after(math.ceil(time.process_time() + seconds + _GRACE))

    before = {number: signal.signal(number, _out_of_time) for number in (signal.SIGPROF, signal.SIGALRM)}
    begin()
    try:
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        if _hard:
            _end_after(resource.RLIM_INFINITY)
        for number, handler in before.items():
            signal.signal(number, handler)


def _end_after(seconds: int) -> None:
    """Have the system end this process when it has had so much processor time; what a user set lower stays."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    if most != resource.RLIM_INFINITY:
        seconds = most if seconds == resource.RLIM_INFINITY else min(seconds, most)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))


def _out_of_time(number: int, frame: FrameType | None) -> None:
    raise OutOfTime
