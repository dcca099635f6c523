"""Readings of real articles, which tell places alone, to articles with their names and links."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.training.sets import LABELS, Annotated, read_records

READINGS = Path(__file__).resolve().parents[2] / "corpus" / "readings"
"""What was read, a file a kind of article; a wheel hasn't it."""
TEXTS = {"releases": Path("..", "articles", "bulk.jsonl.gz"), "news": Path("worldwide_newswire.jsonl.gz")}
"""The kinds of articles, and the file that has their texts, from the folder of the annotated sets on."""


def readings_of(kind: str, data: Path) -> Iterator[dict[str, Any]]:
    """Give what was read in the articles of a kind, by the folder of the annotated sets."""
    return with_texts(READINGS / f"{kind}.jsonl", data.resolve() / TEXTS[kind])


def with_texts(readings: Path, texts: Path) -> Iterator[dict[str, Any]]:
    """Give each reading with the text that it is of, and the words of its mentions, roles, values and quotations.

    The id of a reading is the digest of its text. Nothing is given where either file is missing; where a text is
    missing, it is another file than the one that was read.
    """
    if not (texts.exists() and readings.exists()):
        return
    wanted = {record["id"]: record for record in read_records(readings)}
    for record in read_records(texts):
        text = plain(record["text"])
        if reading := wanted.pop(digest(text), None):
            yield {"published": record.get("published"), "text": text, **with_words(reading, text)}
    if wanted:
        raise UsageError(f"{texts}: the texts of {len(wanted)} readings of {readings.name} are not in it")


def plain(text: str) -> str:
    """Give a text as it was read: lines end as in a file that is opened as text."""
    return text.replace("\r\n", "\n")


def digest(text: str) -> str:
    """Name a text by what it says: its own id tells its headline, and is other people's words."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def with_words(reading: dict[str, Any], text: str) -> dict[str, Any]:
    """Give a reading with the words that stand at its places."""
    told = dict(reading)
    for name in ("mentions", "roles", "values", "quotes"):
        told[name] = [{**row, "text": text[row["start"] : row["end"]]} for row in reading[name]]
    for value in told["values"]:
        value["measure"] = text[slice(*value["measure_at"])] if value["measure_at"] else None
    return told


def named(article: dict[str, Any], source: str) -> Annotated:
    """Give an article with its names alone."""
    spans = tuple((row["start"], row["end"], row["label"]) for row in article["mentions"] if row["label"] in LABELS)
    return Annotated(article["id"], source, article["text"], spans, has_roles=True)
