"""A date expression at a place of a text, as the patterns find it and the readers read it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at a place of a text: its pattern, the words in its slots, and the expressions in it.

    Months, weekdays, counts and ordinals are numbers in the slots.
    """

    start: int
    end: int
    rule: str
    kind: str
    reads: str
    check: str
    slots: dict[str, str]
    parts: tuple["Expression", ...] = ()

    def has(self, *slots: str) -> bool:
        """Whether a slot is filled, here or in an expression inside."""
        return any(slot in self.slots for slot in slots) or any(part.has(*slots) for part in self.parts)

    def is_read(self, *readings: str) -> bool:
        """Whether it, or an expression inside, is read in one of these ways."""
        return self.reads in readings or any(part.is_read(*readings) for part in self.parts)


Accepts = Callable[[str, Expression], bool]
