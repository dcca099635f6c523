"""How far a retraining is: told to whoever waits for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Stages:
    """Tells each stage of a retraining, and how many of how many pieces are done; None where that isn't known."""

    tell: Callable[[str, int, int | None], None]

    def begin(self, stage: str) -> None:
        """Tell that a stage begins."""
        self.tell(stage, 0, None)

    def each(self, stage: str, items: Iterable[Item], total: int | None = None) -> Iterator[Item]:
        """Give the pieces of a stage, and tell each that is begun."""
        count = len(items) if isinstance(items, Sequence) else total
        for done, item in enumerate(items):
            self.tell(stage, done, count)
            yield item


QUIET = Stages(lambda stage, done, total: None)
