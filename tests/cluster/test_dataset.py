"""A shard is there whole or not at all, in a folder and in an object store."""

import json
from datetime import timedelta
from pathlib import Path

import fsspec
import pytest
from fsspec import AbstractFileSystem

from pipeline.cluster import dataset as module
from pipeline.cluster.dataset import Dataset, Facts
from pipeline.errors import UsageError
from pipeline.store.lock import locked
from pipeline.tables import TABLES

ONE, HALF = "0123456789abcdef0123", "fedcba9876543210fedc"
NOTHING = Facts(inputs=(), rows={}, words=0)


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
    dataset.write(ONE, made(tmp_path / "made"), Facts(inputs=("a.txt",), rows={"money": 2}, words=3))
    assert Dataset(address).committed() == {ONE}
    assert dataset.facts_of(ONE) == Facts(inputs=("a.txt",), rows={"money": 2}, words=3)
    dataset.fetch_kept(ONE, tmp_path / "kept", most_mb=1)
    assert (tmp_path / "kept").read_bytes() == b"what is kept"
    assert fsspec.open(f"{address}/money/{ONE}.parquet").open().read() == b"rows of money"


def test_a_shard_that_unpacks_to_more_than_is_allowed_is_refused(address: str, tmp_path: Path) -> None:
    folder = made(tmp_path / "made")
    (folder / "kept.sqlite").write_bytes(bytes(1_000_001))
    dataset = Dataset(address)
    dataset.write(ONE, folder, Facts(inputs=("a.txt",), rows={}, words=3))
    with pytest.raises(UsageError, match=r"more than max_unpacked_mb \(1 MB\)"):
        dataset.fetch_kept(ONE, tmp_path / "kept", most_mb=1)
    assert (tmp_path / "kept").stat().st_size <= 1_000_000


def put(address: str, name: str, data: bytes) -> tuple[AbstractFileSystem, str]:
    """Write a file into a data set, as somebody else would."""
    system, root = fsspec.url_to_fs(address)
    path = f"{root}/{name}"
    system.makedirs(path.rpartition("/")[0], exist_ok=True)
    system.pipe_file(path, data)
    return system, path


@pytest.mark.parametrize("hours", [0, 1])
def test_what_was_left_unfinished_is_swept_away_and_what_is_being_written_is_not(
    address: str, tmp_path: Path, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LEFT", timedelta(hours=hours))
    dataset = Dataset(address)
    dataset.write(ONE, made(tmp_path / "made"), NOTHING)
    system, half = put(address, f"money/{HALF}.parquet", b"half")
    assert dataset.committed() == {ONE}
    dataset.remove_unfinished()
    assert system.exists(half) == (hours == 1)
    assert system.exists(half.replace(HALF, ONE))


def test_what_lies_there_of_others_is_left_alone(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LEFT", timedelta())
    dataset = Dataset(address)
    dataset.write(ONE, made(tmp_path / "made"), NOTHING)
    names = ("articles/a.txt", "money/mine.parquet", "_shards/notes.json", "quotes/b/c")
    theirs = [put(address, name, b"theirs") for name in names]
    dataset.remove_unfinished()
    dataset.remove(ONE)
    assert not dataset.committed()
    assert all(system.cat_file(path) == b"theirs" for system, path in theirs)


@pytest.mark.parametrize("manifest", [b"", b"[1]", b"{", b"5", b'{"name": "an app"}', b"\xff", b"[" * 10_000])
def test_a_manifest_of_somebody_else_is_a_sentence(address: str, manifest: bytes) -> None:
    system, path = put(address, "manifest.json", manifest)
    with pytest.raises(UsageError, match="manifest"), Dataset(address).held():
        pass
    assert system.cat_file(path) == manifest


@pytest.mark.parametrize("note", [b"", b"{}", b"[]", b'{"inputs": 5, "rows": {}, "words": 1}', b"\xff", b"[" * 10_000])
def test_a_damaged_note_is_a_sentence(address: str, note: bytes) -> None:
    put(address, f"_shards/{ONE}.json", note)
    with pytest.raises(UsageError, match=f"shard {ONE} is damaged"):
        Dataset(address).facts_of(ONE)


def test_a_folder_is_written_to_by_one_run_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(UsageError, match="another run"), Dataset(str(tmp_path)).held():
        pass


def test_a_removed_shard_leaves_nothing(address: str, tmp_path: Path) -> None:
    dataset = Dataset(address)
    dataset.write(ONE, made(tmp_path / "made"), NOTHING)
    dataset.remove(ONE)
    system, root = fsspec.url_to_fs(address)
    assert not dataset.committed()
    assert not [path for path in system.find(root) if ONE in path]


def test_the_manifest_is_read_as_it_was_written(address: str, tmp_path: Path) -> None:
    dataset = Dataset(address)
    assert dataset.manifest() == {}
    dataset.write_manifest({"shards": 2}, tmp_path)
    assert Dataset(address).manifest() == {"shards": 2}
    assert json.loads((tmp_path / "manifest.json").read_text()) == {"shards": 2}
