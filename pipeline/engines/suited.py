"""The engine that starts processes where there is enough to do, and else works in this one."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from pipeline.engines.processes import Processes
from pipeline.engines.serial import Serial
from pipeline.engines.tasks import Batch, FoundRows, InputAsked, Part
from pipeline.records import Article
from pipeline.settings import Settings

ENOUGH_BYTES = 500_000
ENOUGH_ARTICLES = 100
"""How much there must be to read, or to work on, for processes to be worth their start."""


class Suited:
    """Begins as `Serial`, and goes on as `Processes` when it sees that there is enough to do."""

    def __init__(self, workers: int, settings: Settings, *, maker: str, today: date) -> None:
        self._serial = Serial(settings, maker=maker, today=today)
        self._many = Processes(workers, settings, maker=maker, today=today)
        self._is_much = False
        self._batches = -(-ENOUGH_ARTICLES // max(settings.batch, 1))

    @property
    def in_process(self) -> bool:
        """Say whether the work is done in this process, as far as is known."""
        return not self._is_much

    def read(self, inputs: Iterable[InputAsked]) -> Iterator[Part | FoundRows]:
        """Read inputs, after a look at how much they are."""
        left, ahead, size = iter(inputs), list[InputAsked](), 0
        while size < ENOUGH_BYTES and (asked := next(left, None)):
            ahead.append(asked)
            size += asked.size
        self._is_much = size >= ENOUGH_BYTES
        yield from self._engine.read(chain(ahead, left))

    def offer(self, articles: Iterable[Article]) -> None:
        """Have articles worked on while others are read, where processes do."""
        self._engine.offer(articles)

    def in_hand(self) -> set[str]:
        """Give the ids of the articles that were offered and are not done."""
        return self._engine.in_hand()

    def extract(self, batches: Iterable[Batch], *, apart: bool = False) -> Iterator[FoundRows]:
        """Find the facts in batches of articles, after a look at how many there are."""
        left = iter(batches)
        ahead = list(islice(left, 0 if apart or self._is_much else self._batches))
        self._is_much = self._is_much or (not apart and len(ahead) == self._batches)
        yield from self._engine.extract(chain(ahead, left), apart=apart)

    def close(self) -> None:
        """End what was started."""
        self._serial.close()
        self._many.close()

    @property
    def _engine(self) -> Serial | Processes:
        return self._many if self._is_much else self._serial
