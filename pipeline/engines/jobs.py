"""What a process is at work on: an input that is read in its turn, or a batch of articles."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pipeline.engines.tasks import Batch, InputAsked, Part


@dataclass(slots=True, eq=False)
class InputTurn:
    """An input that is read, and what has come of it before it is its turn to be kept."""

    asked: InputAsked
    parts: deque[Part] = field(default_factory=deque)
    fingerprint: str | None = None
    """Of what is read, as its parts have it; None until one has come."""
    given: bool = False
    """Whether some of it was given already."""
    is_done: bool = False
    deaths: int = 0

    @property
    def task(self) -> InputAsked:
        """Give what a process is asked to do."""
        return self.asked

    def hear(self, part: Part) -> None:
        """Take a part that was read."""
        self.fingerprint, self.is_done = part.fingerprint, part.last
        self.parts.append(part)

    def ready(self) -> Iterator[Part]:
        """Give the parts that can be kept; one is held back, so that an input of one article is kept at once."""
        while len(self.parts) > 1 or (self.parts and self.parts[0].last):
            part = self.parts.popleft()
            if self.parts and self.parts[0].last and not self.parts[0].items:
                part = replace(part, last=self.parts.popleft().last)
            self.given = True
            yield part


@dataclass(slots=True, eq=False)
class Work:
    """A batch that is worked on."""

    batch: Batch
    deaths: int = 0

    @property
    def task(self) -> Batch:
        """Give what a process is asked to do."""
        return self.batch


Job: TypeAlias = InputTurn | Work
