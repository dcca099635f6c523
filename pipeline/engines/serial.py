"""The engine that works in this process; files that other people's parsers read are left to a process of its own."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.engines.processes import Processes
from pipeline.engines.tasks import Batch, FoundRows, InputAsked, Part, find, is_harmless, read_parts
from pipeline.records import Article
from pipeline.settings import Settings


class Serial:
    """Reads and extracts one input and one batch after the other."""

    def __init__(self, settings: Settings, *, maker: str, today: date) -> None:
        self._settings, self._maker, self._today = settings, maker, today
        self._apart = Processes(1, settings, maker=maker, today=today)

    in_process = True

    def close(self) -> None:
        """End the process that reads, if there was one."""
        self._apart.close()

    def offer(self, articles: Iterable[Article]) -> None:
        """Leave articles for `extract`."""

    def in_hand(self) -> set[str]:
        """Give nothing, for nothing that was offered was taken."""
        return set()

    def read(self, inputs: Iterable[InputAsked]) -> Iterator[Part | FoundRows]:
        """Read inputs, and give what came of them in order."""
        for asked in inputs:
            if asked.apart or not is_harmless(asked, self._settings):
                yield from self._apart.read([asked])
            else:
                yield from read_parts(asked, self._settings, today=self._today)

    def extract(self, batches: Iterable[Batch], *, apart: bool = False) -> Iterator[FoundRows]:
        """Find the facts in batches of articles; apart where a run ended while they were worked on."""
        if apart:
            yield from self._apart.extract(batches)
            return
        for batch in batches:
            yield find(batch, self._settings, as_of=self._maker)
