"""Worker processes: a worker that dies costs the article that killed it, and nothing else."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.engines import processes
from pipeline.identity import article_id
from pipeline.records import Article, InputError
from pipeline.settings import Settings


def deadly(articles: Sequence[Article], **settings: object) -> list[dict | InputError]:
    """Work on articles, and die on one."""
    for article in articles:
        if article.text == "deadly":
            os._exit(9)
    return [{"money": [[article.text]]} for article in articles]


def article(text: str) -> Article:
    """Make an article of a text."""
    return Article(article_id=article_id(text), source=f"{text}.txt", text=text)


def test_a_worker_that_dies_costs_one_article(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(processes, "extract_batch", deadly)
    names = ["a", "deadly", "b"]
    batches = [[article(name) for name in names[at : at + 2]] for at in range(0, len(names), 2)]
    done = list(processes.extract_in_processes(batches, Settings(workers=1)))
    assert [[a.text for a in batch] for batch, _ in done] == [[a.text for a in batch] for batch in batches]
    facts = {a.text: found for batch, found_in in done for a, found in zip(batch, found_in, strict=True)}
    error = facts.pop("deadly")
    assert isinstance(error, InputError)
    assert (error.source, error.error) == ("deadly.txt", "worker died")
    assert facts == {name: {"money": [[name]]} for name in names if name != "deadly"}
