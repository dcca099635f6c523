"""A process of a run as the run sees it: started, given a task, heard, and found dead."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from multiprocessing.connection import Pipe

from pipeline.engines.child import Answer, Task
from pipeline.engines.deaths import Died
from pipeline.engines.fingerprint import PACKAGE
from pipeline.settings import Settings
from pipeline.threads import ONE_THREAD
from pipeline.time_limits import WAITING

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from pipeline.engines.child import serve_tasks; serve_tasks(int(sys.argv[1]))"
)
_LOADING = 60
"""Seconds of the clock that a task may take beyond its limit, for what is loaded first."""


class Child:
    """One process. It looks for modules where this one does, and never in the current folder."""

    def __init__(self, settings: Settings, today: date) -> None:
        self.connection, theirs = Pipe()
        path = [*filter(os.path.isabs, sys.path), str(PACKAGE.parent)]
        handle = theirs.fileno()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, str(handle), json.dumps(path)],
            pass_fds=[handle],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD},
            process_group=0,  # a terminal sends ctrl-C to the run alone
        )
        theirs.close()
        self.started = False
        self._limit = settings.seconds_an_article * WAITING + _LOADING if settings.seconds_an_article else 0
        self._heard = time.monotonic()
        self._stuck = False
        self._send((settings, today))

    @property
    def number(self) -> int:
        """Give the number that the system knows it by."""
        return self._process.pid

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
        return answer

    def _why(self) -> str:
        self.end()
        code = self._process.returncode
        if self._stuck:
            return "stuck"
        if code == -signal.SIGXCPU:
            return "too slow"
        if code == -signal.SIGKILL:
            return "killed"
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def end_if_stuck(self) -> None:
        """End it where nothing was heard of it for too long: it waits for what never comes."""
        if self._limit and time.monotonic() - self._heard > self._limit:
            self._stuck = True
            self._process.kill()

    def end(self) -> None:
        """End it, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self.connection.close()
