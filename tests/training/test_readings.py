"""Readings that tell places alone become articles again, with the text that they are of."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.training.links.gold import links_of
from pipeline.training.readings import named, with_texts

TEXT = "Kivu Tea said profit reached $4 million."
READING = {
    "id": "ae2223d9b18f6e2e",
    "mentions": [{"start": 0, "end": 8, "label": "ORG", "id": "o1"}],
    "roles": [],
    "values": [
        {"start": 29, "end": 39, "label": "MONEY", "measure_at": [14, 20], "role": "level", "direction": None}
        | {"organisation": "o1"}
    ],
    "quotes": [],
    "people": {},
}


def written(folder: Path, text: str) -> tuple[Path, Path]:
    """Write a text and its reading."""
    texts, readings = folder / "bulk.jsonl.gz", folder / "readings.jsonl"
    with gzip.open(texts, "wt", encoding="utf-8") as file:
        for one in ("Another.", text):
            file.write(json.dumps({"id": "any", "published": "2025-03-02", "text": one}) + "\n")
    readings.write_text(json.dumps(READING) + "\n", "utf-8")
    return readings, texts


def test_words_stand_at_their_places(tmp_path: Path) -> None:
    [article] = with_texts(*written(tmp_path, TEXT))
    assert (article["id"], article["published"]) == (READING["id"], "2025-03-02")
    value: dict[str, Any] = article["values"][0]
    assert (article["mentions"][0]["text"], value["text"], value["measure"]) == ("Kivu Tea", "$4 million", "profit")
    assert named(article, "news").spans == ((0, 8, "ORG"),)
    assert links_of(article, article, reader=2).names == [(0, 8, "o1")]


def test_another_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the texts of 1 readings"):
        list(with_texts(*written(tmp_path, TEXT + " Really.")))


def test_nothing_is_given_without_the_texts(tmp_path: Path) -> None:
    readings, texts = written(tmp_path, TEXT)
    texts.unlink()
    assert list(with_texts(readings, texts)) == []
