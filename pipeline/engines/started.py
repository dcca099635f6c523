"""A process of a run as the run sees it: started, given a task, heard, and found dead."""

import signal
import subprocess
import time
from datetime import date
from multiprocessing.connection import Pipe

from pipeline.engines.child import Answer, Started, Task
from pipeline.engines.deaths import Died
from pipeline.engines.interpreters import start_serving
from pipeline.engines.nursery import Nursery
from pipeline.settings import Settings
from pipeline.time_limits import WAITING

_LOADING = 60
"""Seconds of the clock that a task may take beyond its limit, for what is loaded first."""


class Child:
    """One process: born in a nursery, where there is one, with the pipeline or without; else a new Python."""

    def __init__(
        self, settings: Settings, today: date, nursery: Nursery | None = None, *, loaded: bool = False
    ) -> None:
        self.connection, theirs = Pipe()
        self.nursery = nursery
        self._process: subprocess.Popen[bytes] | None = None
        if nursery:
            nursery.bear(theirs.fileno(), loaded=loaded)
        else:
            self._process = start_serving("child", theirs.fileno())
        theirs.close()
        self.only_reads = nursery is not None and not nursery.loads
        """Whether another takes its place where articles are worked on, which has loaded the pipeline."""
        self.number = 0
        """The number that the system knows it by, as soon as it was heard."""
        self._limit = settings.seconds_an_article * WAITING + _LOADING if settings.seconds_an_article else 0
        self._heard = time.monotonic()
        self._stuck = False
        self._send((settings, today))

    def give(self, task: Task) -> None:
        """Hand it a task; where it is dead, that is heard later."""
        self._heard = time.monotonic()
        self._send(task)

    def _send(self, what: object) -> None:
        try:
            self.connection.send(what)
        except OSError:
            return

    def hear(self) -> Answer | Died:
        """Give what it says, or how it ended."""
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, OSError):
            return Died(self._why())
        self._heard = time.monotonic()
        if isinstance(answer, Started):
            self.number = answer.number
        return answer

    def _why(self) -> str:
        code = self.end()
        if self.nursery and not self.number:
            self.nursery.end(at_once=True)  # it is dead or as good as that: nobody is born there any more
        if self._stuck:
            return "stuck"
        if code == -signal.SIGXCPU:
            return "too slow"
        if code is None or code == -signal.SIGKILL:
            return "killed"
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def end_if_stuck(self) -> None:
        """End it where nothing was heard of it for too long: it waits for what never comes."""
        if self._limit and time.monotonic() - self._heard > self._limit:
            self._stuck = True
            if self._process:
                self._process.kill()
            elif self.nursery and self.number:
                self.nursery.ended(self.number)
            elif self.nursery:
                self.nursery.end(at_once=True)

    def end(self) -> int | None:
        """End it, whatever it does, and give its exit status; None where nobody can say."""
        self.connection.close()
        if self._process:
            self._process.kill()
            return self._process.wait()
        return self.nursery.ended(self.number) if self.nursery and self.number else None
