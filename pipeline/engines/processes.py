"""The engine that works in processes of its own: what one of them dies of costs one input or article, and no more."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from pipeline.engines.child import Failure
from pipeline.engines.children import Child, Children
from pipeline.engines.deaths import Died, reason
from pipeline.engines.tasks import Asked, Batch, Found, Part, error_of
from pipeline.records import Article
from pipeline.settings import Settings
from pipeline.store.facts import kept_row

_AHEAD = 4
"""Inputs and batches a process that are begun before their turn, so that none waits for work."""
_BUFFERED = 8
"""Parts of an input that are held until its turn comes; its reader waits then."""
_TRIES = 3
"""How often what is read or worked on alone may be killed from outside, until that is taken for its own doing."""


@dataclass(slots=True, eq=False)
class _Turn:
    """An input that is read, and what has come of it before it is its turn to be kept."""

    asked: Asked
    parts: deque[Part] = field(default_factory=deque)
    fingerprint: str = ""
    given: bool = False
    """Whether some of it was given already."""
    is_read: bool = False
    deaths: int = 0


@dataclass(slots=True, eq=False)
class _Work:
    """A batch that is worked on; nothing is left of it when its facts have come."""

    batch: Batch
    deaths: int = 0


_Job: TypeAlias = _Turn | _Work


class Processes:
    """Reads and extracts in processes; inputs come back in order, so that the tables don't hang on who was faster."""

    def __init__(self, workers: int, settings: Settings, *, maker: str, today: date) -> None:
        self._settings, self._maker = settings, maker
        self._children = Children(workers, settings, today)
        self._jobs: dict[Child, _Job] = {}
        self._again: deque[_Job] = deque()
        self._turns: deque[_Turn] = deque()
        self._offered: deque[_Work] = deque()
        self._found: deque[Found] = deque()
        self._more = False

    in_process = False

    def close(self) -> None:
        """End all processes."""
        self._children.close()

    def offer(self, articles: Iterable[Article]) -> None:
        """Have articles worked on while others are read; what doesn't fit is left for `extract`."""
        batch = list(articles)
        if batch and len(self._offered) < _AHEAD * self._children.most:
            self._offered.append(_Work(batch))

    def in_hand(self) -> set[str]:
        """Give the ids of the articles that were offered and are not done: `extract` gives what is found in them."""
        works = (job for job in (*self._offered, *self._again, *self._jobs.values()) if isinstance(job, _Work))
        return {article.article_id for work in works for article in work.batch}

    def read(self, inputs: Iterable[Asked]) -> Iterator[Part | Found]:
        """Read inputs, and give what came of them in order; and what was found meanwhile in the articles offered."""
        left = iter(inputs)
        self._more = True
        while self._more or self._turns:
            while self._children.has_room and (job := self._next(left)):
                self._start(job)
            if self._jobs:
                self._listen()
            yield from self._in_turn()
            yield from self._found_since()

    def extract(self, batches: Iterable[Batch], *, apart: bool = False) -> Iterator[Found]:
        """Find the facts in batches of articles, in whatever order they are done; apart all of them are."""
        left = map(_Work, batches)
        while True:
            while self._children.has_room and (job := self._waiting() or next(left, None)):
                self._start(job)
            if not self._jobs:
                return
            self._listen()
            yield from self._found_since()

    def _next(self, left: Iterator[Asked]) -> _Job | None:
        """Choose what is begun next: half of the processes read, while there is anything else to do."""
        reading = sum(isinstance(job, _Turn) for job in self._jobs.values())
        if 2 * reading >= self._children.most and (job := self._waiting()):
            return job
        if self._more and len(self._turns) < _AHEAD * self._children.most:
            if asked := next(left, None):
                self._turns.append(_Turn(asked))
                return self._turns[-1]
            self._more = False
        return self._waiting()

    def _waiting(self) -> _Job | None:
        for queue in (self._again, self._offered):
            if queue:
                return queue.popleft()
        return None

    def _start(self, job: _Job) -> None:
        self._jobs[self._children.give(job.asked if isinstance(job, _Turn) else job.batch)] = job

    def _in_turn(self) -> Iterator[Part]:
        """Give the parts of the first input; one is held back, so that an input of one article is kept at once."""
        while self._turns:
            turn = self._turns[0]
            while len(turn.parts) > 1 or (turn.parts and turn.parts[0].last):
                part = turn.parts.popleft()
                if turn.parts and turn.parts[0].last and not turn.parts[0].items:
                    part = replace(part, last=turn.parts.popleft().last)
                turn.given = True
                yield part
                if part.last:
                    self._turns.popleft()
                    break
            else:
                return

    def _found_since(self) -> Iterator[Found]:
        while self._found:
            yield self._found.popleft()

    def _listen(self) -> None:
        """Take in what the processes say; those wait that are too far ahead of their turn."""
        now = self._turns[0] if self._turns else None
        turns = ((child, job) for child, job in self._jobs.items() if isinstance(job, _Turn) and job is not now)
        ahead = [child for child, turn in turns if len(turn.parts) >= _BUFFERED]
        for child, answer in self._children.heard(but=ahead):
            job = self._jobs[child]
            if isinstance(answer, Failure):
                raise answer.kind(answer.text) if answer.kind else RuntimeError(answer.text)
            if isinstance(answer, Part) and isinstance(job, _Turn):
                job.fingerprint, job.is_read = answer.fingerprint, answer.last
                job.parts.append(answer)
            elif isinstance(answer, Found):
                self._found.append(answer)
                if isinstance(job, _Work):
                    job.batch = []
            else:
                del self._jobs[child]
                if isinstance(answer, Died):
                    self._mend(job, answer)

    def _mend(self, job: _Job, died: Died) -> None:
        """Try again what a process died of, by one article at a time; what it dies of alone is an error."""
        job.deaths += 1
        if job.is_read if isinstance(job, _Turn) else not job.batch:
            return
        if isinstance(job, _Work) and len(job.batch) > 1:
            self._again.extendleft(_Work([article]) for article in reversed(job.batch))
        elif died.is_foreign and job.deaths < _TRIES:
            self._again.appendleft(job)
        elif isinstance(job, _Work):
            (article,) = job.batch
            error = error_of(article.source, *reason(died, self._settings, "working on it"), stage="extract")
            row = kept_row(article, error, limits=self._settings.limits)
            self._found.append(Found(made_by=self._maker, rows=[row], words=article.words))
        else:
            self._mend_reading(job, died)

    def _mend_reading(self, turn: _Turn, died: Died) -> None:
        if turn.asked.chunk > 1 and turn.fingerprint:
            # What it had read and not yet said is lost: again, saying each article at once.
            turn.asked = replace(turn.asked, chunk=1)
            turn.parts.clear()
            self._again.appendleft(turn)
            return
        error = error_of(turn.asked.name, *reason(died, self._settings, "reading it"))
        fingerprint = turn.fingerprint or turn.asked.fingerprint or ""
        is_first = not turn.given and not turn.parts
        turn.parts.append(Part(name=turn.asked.name, fingerprint=fingerprint, items=[error], first=is_first, last=True))
