"""What the finders of values decided and dropped -> notes for whoever asks why a cell says so, or there is no row."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from spacy.tokens import Doc

from pipeline.extract.document.finds import text_of
from pipeline.extract.document.trace import is_traced, note
from pipeline.values.dropped import Dropped
from pipeline.values.told import ToldCell


class FoundValue(Protocol):
    """A value that a finder found, with what decided its cells."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def told(self) -> Sequence[ToldCell]: ...


def note_told(doc: Doc, table: str, found: FoundValue, *, by: str) -> None:
    """Note what decided each cell of a value; `by` is the component."""
    for one in found.told:
        note(doc, f"{table}.{one.column}", found.start, found.end, one.what, by="/".join(filter(None, (by, one.row))))


def note_dropped(doc: Doc, table: str, noun: str, dropped: Iterable[Dropped], *, by: str) -> None:
    """Note, on a Doc that is explained, why each stretch is no `noun`; `by` is the component."""
    for one in dropped if is_traced(doc) else ():
        what = f"{text_of(doc)[one.start : one.end]!r} is no {noun}: {one.why}"
        note(doc, table, one.start, one.end, what, by="/".join(filter(None, (by, one.rule))))
