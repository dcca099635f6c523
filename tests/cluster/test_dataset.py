"""A shard is there whole or not at all, in a folder and in an object store."""

import json
from pathlib import Path

import fsspec
import pytest

from pipeline.cluster.dataset import Dataset
from pipeline.tables import TABLES


@pytest.fixture(params=["folder", "memory"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "folder":
        return str(tmp_path / "set")
    fsspec.filesystem("memory").store.clear()
    return "memory://bucket/set"


def made(folder: Path) -> Path:
    folder.mkdir()
    for table in TABLES:
        (folder / f"{table}.parquet").write_bytes(b"rows of " + table.encode())
    (folder / "kept.sqlite").write_bytes(b"what is kept")
    return folder


def test_a_written_shard_is_committed_and_given_back(address: str, tmp_path: Path) -> None:
    dataset = Dataset(address)
    dataset.write("one", made(tmp_path / "made"), {"inputs": ["a.txt"], "rows": {}, "words": 3})
    assert Dataset(address).committed() == {"one"}
    assert dataset.facts_of("one")["inputs"] == ["a.txt"]
    dataset.fetch_kept("one", tmp_path / "kept")
    assert (tmp_path / "kept").read_bytes() == b"what is kept"
    assert fsspec.open(f"{address}/money/one.parquet").open().read() == b"rows of money"


def test_what_is_not_committed_is_not_there_and_is_swept_away(address: str, tmp_path: Path) -> None:
    dataset = Dataset(address)
    dataset.write("one", made(tmp_path / "made"), {"inputs": [], "rows": {}, "words": 0})
    system, root = fsspec.url_to_fs(address)
    system.pipe_file(f"{root}/money/half.parquet", b"half")
    assert dataset.committed() == {"one"}
    dataset.remove_unfinished()
    assert not system.exists(f"{root}/money/half.parquet")
    assert system.exists(f"{root}/money/one.parquet")


def test_a_removed_shard_leaves_nothing(address: str, tmp_path: Path) -> None:
    dataset = Dataset(address)
    dataset.write("one", made(tmp_path / "made"), {"inputs": [], "rows": {}, "words": 0})
    dataset.remove("one")
    system, root = fsspec.url_to_fs(address)
    assert not dataset.committed()
    assert not [path for path in system.find(root) if "one" in path]


def test_the_manifest_is_read_as_it_was_written(address: str, tmp_path: Path) -> None:
    dataset = Dataset(address)
    assert dataset.manifest() == {}
    dataset.write_manifest({"shards": 2}, tmp_path)
    assert Dataset(address).manifest() == {"shards": 2}
    assert json.loads((tmp_path / "manifest.json").read_text()) == {"shards": 2}
