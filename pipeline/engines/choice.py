"""What every engine does, and the settings to the engine that they choose."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from pipeline.engines.cores import usable_cores
from pipeline.engines.processes import Processes
from pipeline.engines.serial import Serial
from pipeline.engines.suited import Suited
from pipeline.engines.tasks import Batch, FoundRows, InputAsked, Part
from pipeline.records import Article
from pipeline.settings import Settings


class Engine(Protocol):
    """Reads inputs, and finds the facts in articles."""

    @property
    def in_process(self) -> bool:
        """Say whether the work is done in the process of the run, so that what ends the one ends the other."""

    def read(self, inputs: Iterable[InputAsked]) -> Iterator[Part | FoundRows]:
        """Read inputs: their parts in order, and what was found meanwhile in the articles that were offered."""

    def offer(self, articles: Iterable[Article]) -> None:
        """Have articles worked on while others are read, where there is room."""

    def in_hand(self) -> set[str]:
        """Give the ids of the articles that were offered and are not done; `extract` gives what is found in them."""

    def extract(self, batches: Iterable[Batch], *, apart: bool = False) -> Iterator[FoundRows]:
        """Find the facts in batches of articles; `apart` are those that a run ended with."""

    def close(self) -> None:
        """End what was started."""


def engine_for(settings: Settings, *, maker: str, today: date) -> Engine:
    """Give the engine that the settings choose; `maker` names what is to find facts."""
    workers = settings.workers
    if workers is None and (cores := usable_cores()) > 1:
        return Suited(cores, settings, maker=maker, today=today)
    if workers and workers > 1:
        return Processes(workers, settings, maker=maker, today=today)
    return Serial(settings, maker=maker, today=today)
