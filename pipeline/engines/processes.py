"""The engine that works in processes of its own: what one of them dies of costs one input or article, and no more."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.engines.child import Failure
from pipeline.engines.children import Children
from pipeline.engines.deaths import Died
from pipeline.engines.jobs import InputTurn, Job, Work
from pipeline.engines.mending import again, as_an_error, end_in_an_error
from pipeline.engines.started import Child
from pipeline.engines.tasks import Batch, FoundRows, InputAsked, Part
from pipeline.records import Article
from pipeline.settings import Settings

_AHEAD = 4
"""Inputs and batches a process that are begun before their turn, so that none waits for work."""
_LARGE = 500_000
"""Bytes of an input that makes work for all processes, soon."""
_BUFFERED = 8
"""Parts of an input that are held until its turn comes; its reader waits then."""


class Processes:
    """Reads and extracts in processes; inputs come back in order, so that the tables don't hang on who was faster."""

    def __init__(self, workers: int, settings: Settings, *, maker: str, today: date) -> None:
        self._settings, self._maker = settings, maker
        self._children = Children(workers, settings, today)
        self._jobs: dict[Child, Job] = {}
        self._again: deque[Job] = deque()
        self._turns: deque[InputTurn] = deque()
        self._offered: deque[Work] = deque()
        self._found: deque[FoundRows] = deque()
        self._more = False

    in_process = False

    def close(self) -> None:
        """End all processes."""
        self._children.close()

    def offer(self, articles: Iterable[Article]) -> None:
        """Have articles worked on while others are read; what doesn't fit is left for `extract`."""
        batch = list(articles)
        if batch and len(self._offered) < _AHEAD * self._children.most:
            self._offered.append(Work(batch))

    def in_hand(self) -> set[str]:
        """Give the ids of the articles that were offered and are not done: `extract` gives what is found in them."""
        works = (job for job in (*self._offered, *self._again, *self._jobs.values()) if isinstance(job, Work))
        return {article.article_id for work in works for article in work.batch}

    def read(self, inputs: Iterable[InputAsked]) -> Iterator[Part | FoundRows]:
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

    def extract(self, batches: Iterable[Batch], *, apart: bool = False) -> Iterator[FoundRows]:
        """Find the facts in batches of articles, in whatever order they are done; apart all of them are."""
        left = map(Work, batches)
        while True:
            while self._children.has_room and (job := self._waiting() or next(left, None)):
                self._start(job)
            yield from self._found_since()  # and kept, while the processes are at work on what comes next
            if not self._jobs:
                return
            self._listen()

    def _next(self, left: Iterator[InputAsked]) -> Job | None:
        """Choose what is begun next: half of the processes read, while there is anything else to do."""
        reading = sum(isinstance(job, InputTurn) for job in self._jobs.values())
        if 2 * reading >= self._children.most and (job := self._waiting()):
            return job
        if self._more and len(self._turns) < _AHEAD * self._children.most:
            if asked := next(left, None):
                self._turns.append(InputTurn(asked))
                return self._turns[-1]
            self._more = False
        return self._waiting()

    def _waiting(self) -> Job | None:
        for queue in (self._again, self._offered):
            if queue:
                return queue.popleft()
        return None

    def _start(self, job: Job) -> None:
        self._jobs[self._children.give(job.task)] = job
        if isinstance(job, InputTurn) and job.asked.size >= _LARGE:
            self._children.start_all()

    def _in_turn(self) -> Iterator[Part]:
        """Give the parts of the first input, and of those after it that have all come."""
        while self._turns:
            part = None
            for part in self._turns[0].ready():
                yield part
            if part is None or not part.last:
                return
            self._turns.popleft()

    def _found_since(self) -> Iterator[FoundRows]:
        while self._found:
            yield self._found.popleft()

    def _listen(self) -> None:
        """Take in what the processes say; those wait that are too far ahead of their turn."""
        now = self._turns[0] if self._turns else None
        turns = ((child, job) for child, job in self._jobs.items() if isinstance(job, InputTurn) and job is not now)
        ahead = [child for child, turn in turns if len(turn.parts) >= _BUFFERED]
        for child, answer in self._children.heard(but=ahead):
            job = self._jobs[child]
            if isinstance(answer, Failure):
                raise answer.kind(answer.text) if answer.kind else RuntimeError(answer.text)
            if isinstance(answer, Part) and isinstance(job, InputTurn):
                job.hear(answer)
            else:
                del self._jobs[child]
                if isinstance(answer, FoundRows):
                    self._found.append(answer)
                elif isinstance(answer, Died):
                    self._mend(job, answer)

    def _mend(self, job: Job, died: Died) -> None:
        """Try again what a process died of, or make it an error; what had all come needs neither."""
        job.deaths += 1
        if isinstance(job, InputTurn) and job.is_done:
            return
        if tried := again(job, died):
            self._again.extendleft(reversed(tried))
        elif isinstance(job, InputTurn):
            end_in_an_error(job, died, self._settings)
        else:
            self._found.append(as_an_error(job, died, self._settings, self._maker))
