"""An article's text to the stretches that a page shows: by zone, each with the mentions and quotations over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline.values.text.lines import unwrapped
from pipeline.values.zones.marks import Marks
from pipeline.values.zones.zones import find_zones

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention or a quotation of the text."""

    start: int
    end: int
    row: Row

    @property
    def place(self) -> str:
        """Name the mark as addresses do."""
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that the same marks cover."""

    start: int
    text: str
    mentions: tuple[Mark, ...]
    """The innermost last."""
    quote: Mark | None
    ends_quote: bool
    begins: bool
    """Whether the innermost mention begins here."""


@dataclass(slots=True)
class ZoneBlock:
    """A zone of the text."""

    zone: str
    stretches: list[Stretch] = field(default_factory=list)


def marked_blocks(text: str, mentions: Sequence[Row], quotes: Sequence[Row], zone_marks: Marks) -> list[ZoneBlock]:
    """Cut a text where a zone, a mention or a quotation begins or ends; `zone_marks` are those of the run's rules."""
    shown = unwrapped(text)
    marks, said = _marks(mentions), _marks(quotes)
    cuts = {place for mark in (*marks, *said) for place in (mark.start, mark.end)}
    blocks = []
    for zone in find_zones(text, zone_marks):
        block = ZoneBlock(zone.zone)
        inside = sorted({zone.start_char, zone.end_char} | {c for c in cuts if zone.start_char < c < zone.end_char})
        for start, end in pairwise(inside):
            block.stretches.append(_stretch(shown[start:end], start, end, marks, said))
        blocks.append(block)
    return blocks


def _marks(rows: Iterable[Row]) -> list[Mark]:
    return [Mark(row["start_char"], row["end_char"], row) for row in rows]


def _stretch(text: str, start: int, end: int, marks: Sequence[Mark], said: Sequence[Mark]) -> Stretch:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    over.sort(key=lambda mark: (mark.start - mark.end, mark.start))
    quote = next((mark for mark in said if mark.start <= start and end <= mark.end), None)
    begins = bool(over) and over[-1].start == start
    return Stretch(start, text, tuple(over), quote, quote is not None and quote.end == end, begins)
