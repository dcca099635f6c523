"""How long the pages of a large run take: a store of many articles is made of a few, and each page is asked for."""

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.benchmarks.multiplied import make_store
from pipeline.engines.batch import extract_batch
from pipeline.records import Article, InputError
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.store.facts import Facts

PAGES = {
    "overview": "",
    "queue": "queue",
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


def with_facts(articles: Sequence[Article]) -> list[tuple[Article, Facts]]:
    """Give articles with what is found in them, without those that failed."""
    found = zip(articles, extract_batch(articles, Settings()), strict=True)
    return [(article, facts) for article, facts in found if not isinstance(facts, InputError)]


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
        make_store(Path(place), with_facts(articles), count)
        with Store(Path(place)) as store:
            store.publish()
            store.make_searchable()
            rows = store.counts()
        size = sum(path.stat().st_size for path in Path(place).iterdir()) / 1e6
        made = ", ".join(f"{rows[name]:,} {name}" for name in ("articles", "mentions", "facts"))
        yield f"{made}; {size:,.0f} MB, made in {time.monotonic() - started:.0f} s"
        for name, took, length in times_of(Path(place)):
            yield f"{name:30} {took:7.0f} ms {length / 1000:7.0f} kB"
