"""Processes of a run as it sees them: started, given a task, heard, and found dead."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from multiprocessing.connection import Pipe, wait

from pipeline.engines.child import Answer, Ended, Task
from pipeline.engines.deaths import Died
from pipeline.engines.fingerprint import PACKAGE
from pipeline.settings import Settings
from pipeline.threads import ONE_THREAD
from pipeline.time_limits import WAITING

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from pipeline.engines.child import serve; serve(int(sys.argv[1]))"
)
_LOADING = 60
"""Seconds of the clock that a task may take beyond its limit, for what is loaded first."""
_LOOK = 1.0
"""Seconds from one look for processes that are stuck to the next."""
_STARTS = 3
"""How often in a row a process may end before it has started, until that is taken for a bug."""


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


class Children:
    """So many processes at once, each started when it is first needed, and again where it died."""

    def __init__(self, most: int, settings: Settings, today: date) -> None:
        self.most = most
        self._settings, self._today = settings, today
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._failed_starts = 0

    @property
    def has_room(self) -> bool:
        """Say whether a task can be given now."""
        return len(self._busy) < self.most

    def give(self, task: Task) -> Child:
        """Give a task to a process that has none."""
        child = self._idle.pop() if self._idle else Child(self._settings, self._today)
        self._busy.add(child)
        child.give(task)
        return child

    def heard(self, but: Iterable[Child]) -> Iterator[tuple[Child, Answer | Died]]:
        """Wait until some of those at work say something, and give it; those left out wait on their side."""
        left = set(but)
        listened = {child.connection: child for child in self._busy if child not in left}
        ready = wait(list(listened), timeout=_LOOK)
        if not ready:
            for child in listened.values():
                child.end_if_stuck()
        for child in [listened[connection] for connection in ready]:  # type: ignore[index]
            answer = child.hear()
            if isinstance(answer, Ended) and not child.started:
                child.started, self._failed_starts = True, 0
                continue
            if isinstance(answer, Died):
                self._busy.remove(child)
                self._count_start(child, answer)
            elif isinstance(answer, Ended):
                self._busy.remove(child)
                self._idle.append(child)
            yield child, answer

    def _count_start(self, child: Child, died: Died) -> None:
        self._failed_starts = 0 if child.started else self._failed_starts + 1
        if self._failed_starts >= _STARTS:
            raise RuntimeError(f"worker processes can't be started: {died.why}")

    def close(self) -> None:
        """End all of them."""
        for child in (*self._idle, *self._busy):
            child.end()
        self._idle.clear()
        self._busy.clear()
