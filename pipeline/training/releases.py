"""Readings of real releases, which tell places alone, to articles with their names and links."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.training.sets import LABELS, Annotated, read_records

READINGS = Path(__file__).resolve().parents[2] / "corpus" / "releases" / "readings.jsonl"
"""What was read in releases of `../shared/articles/bulk.jsonl.gz`; a wheel hasn't it."""


def texts_beside(data: Path) -> Path:
    """Give the file that has the texts, by the folder of the annotated sets: both lie in `../shared`."""
    return data.resolve().parent / "articles" / "bulk.jsonl.gz"


def read_releases(texts: Path, readings: Path = READINGS) -> Iterator[dict[str, Any]]:
    """Give each reading with the text that it is of, and the words of its mentions, roles, values and quotations.

    The id of a reading is the digest of its text. Nothing is given where either file is missing; where a text is
    missing, it is another file than the one that was read.
    """
    if not (texts.exists() and readings.exists()):
        return
    wanted = {record["id"]: record for record in read_records(readings)}
    for record in read_records(texts):
        reading = wanted.pop(hashlib.sha256(record["text"].encode()).hexdigest()[:16], None)
        if reading:
            yield {"published": record.get("published"), "text": record["text"], **with_words(reading, record["text"])}
    if wanted:
        raise UsageError(f"{texts}: the texts of {len(wanted)} readings of corpus/releases are not in it")


def with_words(reading: dict[str, Any], text: str) -> dict[str, Any]:
    """Give a reading with the words that stand at its places."""
    told = dict(reading)
    for name in ("mentions", "roles", "values", "quotes"):
        told[name] = [{**row, "text": text[row["start"] : row["end"]]} for row in reading[name]]
    for value in told["values"]:
        value["measure"] = text[slice(*value["measure_at"])] if value["measure_at"] else None
    return told


def named(article: dict[str, Any]) -> Annotated:
    """Give an article with its names alone."""
    spans = tuple((row["start"], row["end"], row["label"]) for row in article["mentions"] if row["label"] in LABELS)
    return Annotated(article["id"], "releases", article["text"], spans, has_roles=True)
