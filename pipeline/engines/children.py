"""The processes of a run: so many at once, each started when it is needed, and again where it died."""

from collections.abc import Iterable, Iterator
from datetime import date
from multiprocessing.connection import wait

from pipeline.engines.child import Answer, Ended, Started, Task
from pipeline.engines.deaths import Died
from pipeline.engines.nursery import FORKS, Nursery, nursery_for
from pipeline.engines.started import Child
from pipeline.engines.tasks import FoundRows, InputAsked
from pipeline.settings import Settings

_LOOK = 1.0
"""Seconds from one look for processes that are stuck to the next."""
_STARTS = 3
"""How often in a row a process may end before it has started, until that is taken for a bug."""


class Children:
    """So many processes at once, each started when it is first needed, and again where it died."""

    def __init__(self, most: int, settings: Settings, today: date) -> None:
        self.most = most
        self._settings, self._today = settings, today
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._failed_starts = 0
        self._nursery: Nursery | None = None

    @property
    def has_room(self) -> bool:
        """Say whether a task can be given now."""
        return len(self._busy) < self.most

    def give(self, task: Task) -> Child:
        """Give a task to a process that has none."""
        child = self._free(task) or self._made(loaded=not isinstance(task, InputAsked))
        self._busy.add(child)
        child.give(task)
        return child

    def _free(self, task: Task) -> Child | None:
        """Take a process without a task out: one that only reads is for inputs, before those that have the pipeline."""
        self._idle.sort(key=lambda child: child.only_reads == isinstance(task, InputAsked))
        child = self._idle.pop() if self._idle else None
        if child and child.only_reads and not isinstance(task, InputAsked):
            child.end()
            return None
        return child

    def _made(self, *, loaded: bool) -> Child:
        if self.most > 1 and FORKS and not (self._nursery and self._nursery.is_alive):
            self._nursery = nursery_for(self._settings)
        return Child(self._settings, self._today, self._nursery, loaded=loaded)

    def start_all(self) -> None:
        """Start those that are not yet needed, but will be: they load while others are at work."""
        while len(self._idle) + len(self._busy) < self.most:
            self._idle.append(self._made(loaded=True))

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
            if isinstance(answer, Started):
                self._failed_starts = 0
                continue
            if isinstance(answer, Died):
                self._busy.remove(child)
                self._count_start(child, answer)
            elif isinstance(answer, Ended | FoundRows):
                self._busy.remove(child)
                self._idle.append(child)
            yield child, answer

    def _count_start(self, child: Child, died: Died) -> None:
        if child.number:
            self._failed_starts = 0
        elif child.nursery is self._nursery:  # of those who waited in one that died, the first counts
            self._failed_starts += 1
            self._nursery = None
        if self._failed_starts >= _STARTS:
            raise RuntimeError(f"worker processes can't be started: {died.why}")

    def close(self) -> None:
        """End all of them, those together that were born together."""
        if self._nursery:
            self._nursery.end()
        for child in (*self._idle, *self._busy):
            child.end()
        self._idle.clear()
        self._busy.clear()
