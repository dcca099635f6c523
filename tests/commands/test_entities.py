"""Who is who in a run, on the command line: which folder is meant."""

from pathlib import Path

import pytest

from pipeline.commands.entities import entities
from pipeline.errors import UsageError
from pipeline.store import Store


def test_a_folder_is_named_bare_or_behind_an_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(tmp_path) as store:
        store.publish()
    entities(folder=tmp_path)
    bare = capsys.readouterr().out
    entities(output=tmp_path)
    assert capsys.readouterr().out == bare != ""


def test_two_folders_and_a_folder_without_a_run_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="two folders are named"):
        entities(folder=tmp_path, output=tmp_path / "other")
    with pytest.raises(UsageError, match="holds no run"):
        entities(folder=tmp_path)


def test_that_no_pair_is_doubtful_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(tmp_path) as store:
        store.publish()
    entities(folder=tmp_path, doubtful=True)
    assert capsys.readouterr().out == "no doubtful pairs\n"
