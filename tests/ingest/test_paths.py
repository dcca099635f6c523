"""Paths, folders and globs to files."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.ingest import find_files, read_articles
from pipeline.records import Article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Orrin Foods said that it would buy the bakery.")
    return tmp_path


def test_folders_are_searched_in_order_without_hidden_files(folder: Path) -> None:
    assert find_files([folder]) == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/deep/c.txt"]


def test_what_runs_wrote_is_no_input(folder: Path) -> None:
    (folder / "out").mkdir()
    for name in ("pressfacts.sqlite", "people.csv"):
        (folder / "out" / name).write_text("x")
    assert find_files([folder]) == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/deep/c.txt"]
    assert find_files([folder / "out" / "people.csv"]) == [f"{folder}/out/people.csv"]


def test_globs_and_repeated_paths_give_each_file_once(folder: Path) -> None:
    assert find_files([f"{folder}/*.txt", folder / "a.txt", f"{folder}/./b.txt"]) == [
        f"{folder}/a.txt",
        f"{folder}/b.txt",
    ]


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/*.txt"])
def test_a_path_that_does_not_exist_is_said_at_once(folder: Path, path: str) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder"):
        read_articles([folder / "a.txt", folder / path], today=date(2026, 1, 1))


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO(b"Orrin Foods said that it would buy the bakery.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    (found,) = read_articles(["-"], today=date(2026, 1, 1))
    assert isinstance(found, Article) and found.source == "stdin-98b379e8"


def test_an_unreadable_file_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(folder / "gone")
    found = list(read_articles([folder], today=date(2026, 1, 1)))
    assert [type(item).__name__ for item in found] == ["InputError", "Article", "Article"]
