"""Annotated articles: one JSON object a line, as the annotation guide describes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.files import numbered_lines


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention that a person marked: offsets into the text, label, and the id of what it names."""

    start: int
    end: int
    label: str
    id: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; `facts` maps a kind of fact to what was annotated."""

    id: str
    text: str
    published: date | None = None
    kind: str | None = None
    mentions: tuple[GoldMention, ...] = ()
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
    for number, line in numbered_lines(path.read_text(encoding="utf-8")):
        try:
            record = json.loads(line)
            if "mentions" in record:
                articles.append(_article(record))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path.name}, line {number}: not an annotated article ({error})") from None
    return articles


def _article(record: dict[str, Any]) -> GoldArticle:
    mentions = (GoldMention(m["start"], m["end"], m["label"], m.get("id")) for m in record["mentions"])
    published = record.get("published")
    return GoldArticle(
        id=str(record["id"]),
        text=record["text"],
        published=date.fromisoformat(published[:10]) if published else None,
        kind=record.get("kind"),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        facts=record.get("facts", {}),
    )
