"""Shards are the same for the same files, and a file more changes one of them."""

from pathlib import Path

import pytest

from pipeline.cluster.shards import LONGEST, list_inputs, shards_of
from pipeline.errors import UsageError
from pipeline.ingest.remote import Listed

FILES = [Listed(f"archive/{number:05}.txt", 1_000, "1") for number in range(2_000)]


def shards(files: list[Listed], made_by: str = "m") -> dict[str, tuple[str, ...]]:
    return {shard.name: shard.inputs for shard in shards_of(files, usual=20, made_by=made_by)}


def test_every_file_is_in_one_shard() -> None:
    inputs = [path for its in shards(FILES).values() for path in its]
    assert inputs == [file.path for file in FILES]
    assert max(map(len, shards(FILES).values())) <= LONGEST * 20


def test_shards_are_of_about_the_usual_size() -> None:
    assert 60 <= len(shards(FILES)) <= 150


@pytest.mark.parametrize("at", [0, 777, 1_999])
def test_a_file_more_changes_its_own_shard_alone(at: int) -> None:
    more = [*FILES[:at], Listed("archive/new.txt", 1_000, "1"), *FILES[at:]]
    assert len(shards(more).keys() - shards(FILES).keys()) <= 2


def test_a_changed_file_makes_another_shard() -> None:
    changed = [Listed(file.path, file.size, "2" if at == 500 else file.mark) for at, file in enumerate(FILES)]
    assert len(shards(changed).keys() - shards(FILES).keys()) == 1


def test_other_rules_make_other_shards() -> None:
    assert not shards(FILES).keys() & shards(FILES, made_by="other").keys()


def test_large_files_are_shards_of_their_own() -> None:
    large = [Listed(f"{number}.jsonl", 100_000_000, "") for number in range(5)]
    assert len(shards(large)) == 5


def test_files_of_overlapping_paths_are_listed_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    for paths in ([tmp_path, tmp_path / "a.txt"], [tmp_path / "a.txt", tmp_path], [tmp_path / "*.txt", tmp_path]):
        listed = list(list_inputs([str(path) for path in paths]))
        assert [file.path for file in listed] == [str(tmp_path / "a.txt")]
    assert listed[0].size == 1


def test_standard_input_is_refused() -> None:
    with pytest.raises(UsageError, match="standard input"):
        list(list_inputs(["-"]))
