"""Files of object stores are listed and opened like those of folders."""

from datetime import date

import fsspec
import pytest

from pipeline.errors import UsageError
from pipeline.ingest import find_files, read_articles
from pipeline.ingest.remote import list_remote
from pipeline.records import Article

TEXT = (
    "Orrin Foods buys bakery\n\nLEEDS, 3 March 2025 – Orrin Foods said that it would pay £2 million for the bakery.\n"
)


@pytest.fixture
def bucket() -> str:
    system = fsspec.filesystem("memory")
    system.store.clear()
    for name in (
        "2024/b.txt",
        "2024/a.txt",
        "2024/.hidden",
        "2024/deep/c.txt",
        "out/money/x.parquet",
        "out/_shards/x.json",
    ):
        system.pipe_file(f"/bucket/{name}", TEXT.encode())
    return "memory://bucket"


def test_files_are_listed_sorted_without_what_is_hidden_or_ours(bucket: str) -> None:
    names = [listed.path.rpartition("bucket/")[2] for listed in list_remote(bucket)]
    assert names == ["2024/a.txt", "2024/b.txt", "2024/deep/c.txt"]


def test_a_glob_is_listed(bucket: str) -> None:
    assert [path.rpartition("/")[2] for path in find_files([f"{bucket}/2024/*.txt"])] == ["a.txt", "b.txt"]


def test_an_address_with_nothing_is_said(bucket: str) -> None:
    with pytest.raises(UsageError, match="no such file"):
        find_files([f"{bucket}/2025"])


def test_an_unknown_kind_of_address_is_said() -> None:
    with pytest.raises(UsageError, match="nowhere"):
        find_files(["nowhere://bucket"])


def test_articles_are_read_from_it(bucket: str) -> None:
    items = list(read_articles([f"{bucket}/2024/a.txt"], today=date(2026, 1, 1)))
    assert [item.title for item in items if isinstance(item, Article)] == ["Orrin Foods buys bakery"]
