"""Worker processes: a worker that dies costs the article that killed it, and nothing else."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from pipeline.engines import processes
from pipeline.records import Article, InputError, article_id
from pipeline.settings import Settings


def deadly(articles: Sequence[Article], **settings: object) -> list[dict | InputError]:
    """Work on articles, and die on one."""
    for article in articles:
        if article.text == "deadly":
            os._exit(9)
    return [{"money": [[article.text]]} for article in articles]


def forked(workers: int) -> ProcessPoolExecutor:
    """Make workers that are there at once; they run nothing but `deadly`."""
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"))


def article(text: str) -> Article:
    """Make an article of a text."""
    return Article(article_id=article_id(text), source=f"{text}.txt", text=text)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs fork")
def test_a_worker_that_dies_costs_one_article(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(processes, "extract_batch", deadly)
    monkeypatch.setattr(processes, "_pool", forked)
    names = ["a", "b", "c", "deadly", "d", "e", "f", "g", "h"]
    batches = [[article(name) for name in names[at : at + 2]] for at in range(0, len(names), 2)]
    done = list(processes.extract_in_processes(batches, Settings(workers=2)))
    assert [[a.text for a in batch] for batch, _ in done] == [[a.text for a in batch] for batch in batches]
    facts = {a.text: found for batch, found_in in done for a, found in zip(batch, found_in, strict=True)}
    error = facts.pop("deadly")
    assert isinstance(error, InputError)
    assert (error.source, error.error) == ("deadly.txt", "worker died")
    assert facts == {name: {"money": [[name]]} for name in names if name != "deadly"}
