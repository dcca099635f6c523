"""Real files in their own formats: the title and date that are known of them, or an error that is right."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article

FLOOR = 0.9


@pytest.fixture(scope="module")
def read(shared: Path) -> list[tuple[dict, Article | None]]:
    """Read the first article of each file of the manifest."""
    rows = [json.loads(line) for line in (shared / "native/manifest.jsonl").read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        items = list(read_articles([shared / "native" / row["file"]], today=date(2026, 11, 25)))
        assert items, row["file"]
        found.append((row, next((item for item in items if isinstance(item, Article)), None)))
    return found


def letters(text: str) -> str:
    """Give what must be equal for two headlines to be one."""
    return re.sub(r"\W+", "", text).casefold()


def test_titles(read: list[tuple[dict, Article | None]]) -> None:
    stated = [(row["expected_title"], article) for row, article in read if row["expected_title"]]
    right = sum(
        bool(article and article.title) and letters(want).startswith(letters(article.title)[:40])
        for want, article in stated
    )
    assert right >= FLOOR * len(stated)


def test_dates(read: list[tuple[dict, Article | None]]) -> None:
    stated = [(row["expected_date"], article) for row, article in read if row["expected_date"]]
    right = sum(bool(article) and str(article.published).startswith(want[:10]) for want, article in stated)
    assert right >= FLOOR * len(stated)
