"""Annotated articles: one JSON object a line, as the annotation guide describes them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import UsageError
from pipeline.files import numbered_lines

MOST_MB = 200
"""A file of them is read whole, by this process: JSON lines need no other one."""


class Span(NamedTuple):
    """A labelled stretch of a text, as a person or a tool marked it; `id` is of what it names, where that is said."""

    start: int
    end: int
    label: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; `facts` maps a kind of fact to what was annotated."""

    id: str
    text: str
    published: date | None = None
    kind: str | None = None
    mentions: tuple[Span, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a JSONL file of annotated articles, or every `*.jsonl` with annotations in a folder.

    Raises UsageError that names the file and the line where one can't be read.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files or not all(file.is_file() for file in files):
        raise UsageError(f"no annotated articles at {path}: give a JSONL file, or a folder that holds some")
    return [article for file in files for article in _read_file(file)]


def _read_file(path: Path) -> list[GoldArticle]:
    articles = []
    if path.stat().st_size > MOST_MB * 1_000_000:
        raise UsageError(f"{path}: annotated articles of more than {MOST_MB} MB; split the file")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: annotated articles are UTF-8, which this is not ({error})") from None
    for number, line in numbered_lines(text):
        try:
            record = json.loads(line)
            if "mentions" in record:
                articles.append(_article(record))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ArithmeticError) as error:
            why = f"it has no {error}" if isinstance(error, KeyError) else str(error)
            raise UsageError(f"{path.name}, line {number}: not an annotated article ({why})") from None
    return articles


def _article(record: dict[str, Any]) -> GoldArticle:
    mentions = [Span(m["start"], m["end"], m["label"], m.get("id")) for m in record["mentions"]]
    published, facts = record.get("published"), record.get("facts", {})
    _check(record["text"], mentions, facts)
    return GoldArticle(
        id=str(record["id"]),
        text=record["text"],
        published=date.fromisoformat(published[:10]) if published else None,
        kind=record.get("kind"),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        facts=facts,
    )


_NEEDED: Mapping[str, Sequence[str]] = {
    "people": ("name",), "organisations": ("name",), "money": ("low", "high"), "percentages": ("low", "high", "unit"),
    "dates": ("start", "end"),
}  # fmt: skip
"""Facts that are annotated by an id, and what each says."""


def _check(text: str, mentions: Iterable[Span], facts: Mapping[str, Any]) -> None:
    """Raise ValueError, KeyError or TypeError where an article can't be scored."""
    if not isinstance(text, str):
        raise ValueError("its text is none")
    for one in mentions:
        if not 0 <= one.start < one.end <= len(text):
            raise ValueError(f"the mention {one.start}-{one.end} is outside of its text")
        if not isinstance(one.label, str):
            raise ValueError(f"{one.label!r} is no label")
    for kind, names in _NEEDED.items():
        for fact in facts.get(kind, {}).values():
            for name in names:
                _check_fact(name, fact[name])
    bodies, people = facts.get("organisations", {}), facts.get("people", {})
    for person in people.values():
        if key := person.get("organisation"):
            bodies[key]
    for quote in facts.get("quotes", ()):
        if speaker := quote.get("speaker"):
            {**bodies, **people}[speaker]
        text.find(quote["text"])


def _check_fact(name: str, value: object) -> None:
    """Raise ValueError or ArithmeticError where a fact says what can't be compared with a cell."""
    if name == "name" and not isinstance(value, str):
        raise ValueError(f"{value!r} is no name")
    if name in ("low", "high") and value is not None:
        Decimal(str(value))
