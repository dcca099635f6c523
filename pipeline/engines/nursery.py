"""The process that is forked into workers, as the run sees it."""

import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Pipe
from multiprocessing.reduction import send_handle
from typing import NamedTuple, TypeAlias

from pipeline.engines.interpreters import start_serving
from pipeline.settings import Settings

FORKS = sys.platform == "linux"
"""Whether processes are forked: elsewhere libraries of the system may not work in one that was."""

_PATIENCE = 5.0
"""Seconds that it gets to end those that were born in it."""


class Bear(NamedTuple):
    """Asks for a process that serves the connection which is sent after this; `loaded` with the pipeline."""

    loaded: bool


class End(NamedTuple):
    """Asks to end a process that was born there, whatever it does, and to say how it ended: its exit status."""

    number: int


Order: TypeAlias = Bear | End


class Nursery:
    """A process in which workers are born. What it dies of costs nobody's work: those who were born go on."""

    def __init__(self) -> None:
        self._connection, theirs = Pipe()
        self._process = start_serving("forking", theirs.fileno())
        theirs.close()
        self.loads = False
        """Whether it has loaded the pipeline before anything that is asked for from now on."""

    def begin(self, settings: Settings) -> None:
        """Say how the pipeline is loaded; comes before everything else."""
        self._send(settings)

    @property
    def is_alive(self) -> bool:
        """Say whether it is."""
        return self._process.poll() is None

    def bear(self, handle: int, *, loaded: bool) -> None:
        """Have a process born that serves a connection; where that fails, the connection closes."""
        self.loads = self.loads or loaded
        if self._send(Bear(loaded)):
            with suppress(OSError):
                send_handle(self._connection, handle, self._process.pid)

    def ended(self, number: int) -> int | None:
        """End a process that was born here, and give its exit status; None where nobody knows it any more."""
        if not self._send(End(number)):
            return None
        try:
            status: int | None = self._connection.recv()
        except (EOFError, OSError):
            return None
        return status

    def _send(self, what: Settings | Order) -> bool:
        try:
            self._connection.send(what)
        except OSError:
            return False
        return True

    def end(self, *, at_once: bool = False) -> None:
        """End it, and those that were born in it."""
        self._connection.close()
        try:
            self._process.wait(0 if at_once else _PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_begun: list[Nursery] = []
"""One at most, that nobody has asked for yet."""


def begin_early() -> None:
    """Start one before anybody asks for it, so that it imports what it needs while this process does."""
    if FORKS and not _begun:
        _begun.append(Nursery())


def nursery_for(settings: Settings) -> Nursery:
    """Give a process in which workers are born, who load by some settings: the one begun early, or a new one."""
    nursery = _begun.pop() if _begun else Nursery()
    nursery.begin(settings)
    return nursery
