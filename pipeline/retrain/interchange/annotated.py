"""An annotated text, the one record that every annotation tool's format is read into and written from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import UsageError
from pipeline.evaluation.gold import Span
from pipeline.evaluation.scoring import LABELS

OTHER_NAMES = {"PER": "PERSON", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "GPE": "LOC", "LOCATION": "LOC"}
"""Labels that other conventions use for ours."""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with its labelled spans; `meta` is carried along: article_id, source.

    `reviewed` says that the tool knows that a person went through it; where it doesn't, a text that came back as it was
    given away is no decision.
    """

    text: str
    spans: tuple[Span, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    reviewed: bool = False


def checked_spans(spans: Iterable[tuple[Any, Any, Any]], text: str, place: str) -> tuple[Span, ...]:
    """Check labelled offsets against their text. Raises UsageError that names the place and the remedy."""
    return tuple(sorted(_checked(spans, text, place)))


def _checked(spans: Iterable[tuple[Any, Any, Any]], text: str, place: str) -> Iterator[Span]:
    for start, end, label in spans:
        name = OTHER_NAMES.get(str(label).upper(), str(label).upper())
        if name not in LABELS:
            raise UsageError(f"{place}: label {label!r} is none of {', '.join(LABELS)}; rename it in the tool's export")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            raise UsageError(f"{place}: span {start}-{end} is not inside the text of {len(text)} characters")
        yield Span(start, end, name)
