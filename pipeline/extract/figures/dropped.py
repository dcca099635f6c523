"""What the finders of values dropped -> notes for whoever asks why there is no row."""

from collections.abc import Iterable

from spacy.tokens import Doc

from pipeline.extract.document.finds import text_of
from pipeline.extract.document.trace import is_traced, note
from pipeline.values.dropped import Dropped


def note_dropped(doc: Doc, table: str, noun: str, dropped: Iterable[Dropped], *, by: str) -> None:
    """Note, on a Doc that is explained, why each stretch is no `noun`; `by` is the component."""
    for one in dropped if is_traced(doc) else ():
        what = f"{text_of(doc)[one.start : one.end]!r} is no {noun}: {one.why}"
        note(doc, table, one.start, one.end, what, by="/".join(filter(None, (by, one.rule))))
