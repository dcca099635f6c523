"""How long the pages of a large run take: a store of many articles is made of a few, and each page is asked for."""

import hashlib
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipeline.engines.batch import extract_batch
from pipeline.records import Article, InputError, article_id
from pipeline.settings import Settings
from pipeline.store import Store

PAGES = {
    "overview": "",
    "table": "tables/facts",
    "table, page 1,000": "tables/facts?page=1000",
    "table, by value": "tables/facts?sort=value&order=down",
    "table, by value, page 1,000": "tables/money?sort=low&order=down&page=1000",
    "table, one currency": "tables/money?f.currency=%3DEUR",
    "table, a month": "tables/money?f.published=2021-03",
    "table, words searched": "tables/quotes?q=hospital",
    "articles, words searched": "tables/articles?q=%22lead+pipes%22",
    "mentions, last page": "tables/mentions?page=20000",
    "people, by title": "tables/people?sort=title",
}
"""Pages that are asked for."""

ROUNDS = 5
PART = 1_000
"""Articles that are kept at a time."""
FIRST = date(2000, 1, 1)


def make_store(folder: Path, articles: Sequence[Article], count: int) -> None:
    """Make the store of a run over so many articles, each with the facts of one of a few."""
    found = [facts for facts in extract_batch(articles, Settings()) if not isinstance(facts, InputError)]
    with Store(folder) as store:
        for first in range(0, count, PART):
            numbers = range(first, min(first + PART, count))
            made = [(_copy(articles[n % len(articles)], n), articles[n % len(articles)]) for n in numbers]
            # Signatures of their own, so that copies aren't taken for near-duplicates of each other.
            own = {copy.article_id: hashlib.shake_256(str(n).encode()).digest(_signature_length())
                   for n, (copy, _) in zip(numbers, made, strict=True)}  # fmt: skip
            store.keep_part("made", [copy for copy, _ in made], own, first=not first, ends=None)
            store.keep_facts("made", [
                (copy, {name: [_moved(row, article.article_id, copy.article_id) for row in rows]
                        for name, rows in found[n % len(found)].items()})
                for n, (copy, article) in zip(numbers, made, strict=True)
            ])  # fmt: skip
        store.keep_part("made", [], {}, first=False, ends=("made", ""))
        store.publish()


def _copy(article: Article, number: int) -> Article:
    text = f"{article.text}\n\nNumber {number}."
    day = FIRST + timedelta(days=number % 9000)
    return replace(article, article_id=article_id(text), text=text, source=f"made#{number}", published=day)


def _moved(row: list[Any], old: str, new: str) -> list[Any]:
    return [cell.replace(old, new) if isinstance(cell, str) and cell.startswith(old) else cell for cell in row]


def _signature_length() -> int:
    from pipeline.store.similarity import signature

    return len(signature("one two three four"))


def times_of(folder: Path) -> Iterator[tuple[str, float, int]]:
    """Give each page with the median time that it takes, in milliseconds, and its size."""
    from starlette.testclient import TestClient

    from pipeline.review.app import make_app
    from pipeline.review.desk import Desk

    desk = Desk(run=folder, log=folder / "decisions.jsonl", rules=folder / "rules")
    client = TestClient(make_app(desk, secret="s"), base_url="http://127.0.0.1:8000")
    for name, path in PAGES.items():
        times, size = [], 0
        for _ in range(ROUNDS):
            started = time.perf_counter()
            answer = client.get(f"/s/{path}")
            times.append(1000 * (time.perf_counter() - started))
            answer.raise_for_status()
            size = len(answer.content)
        yield name, statistics.median(times), size


def report(articles: Sequence[Article], count: int) -> Iterator[str]:
    """Make a store, ask for its pages, and give a line for each."""
    with tempfile.TemporaryDirectory(prefix="pressfacts-") as place:
        started = time.monotonic()
        make_store(Path(place), articles, count)
        with Store(Path(place)) as store:
            rows = store.counts()
        size = sum(path.stat().st_size for path in Path(place).iterdir()) / 1e6
        made = ", ".join(f"{rows[name]:,} {name}" for name in ("articles", "mentions", "facts"))
        yield f"{made}; {size:,.0f} MB, made in {time.monotonic() - started:.0f} s"
        for name, took, length in times_of(Path(place)):
            yield f"{name:30} {took:7.0f} ms {length / 1000:7.0f} kB"
