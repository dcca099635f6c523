"""An output folder that was copied from somewhere else decides nothing about what is read, loaded or reached."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.runs.remembered import continued, remembered_runs
from pipeline.settings import STORE, Settings
from pipeline.store import Store
from tests.small_runs import blank_model, run_on, write_articles


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = write_articles(tmp_path / "in", 1)
    run_on(folder, tmp_path / "made", blank_model(tmp_path / "model"), private_addresses=True, any_language=True)
    return tmp_path / "made"


def test_a_folder_goes_on_where_it_was_made(made: Path, tmp_path: Path) -> None:
    settings, paths, _ = continued(None, None, output=str(made))
    assert paths == [str(tmp_path / "in")] and settings.model == str(tmp_path / "model")
    assert settings.private_addresses


def test_a_copied_folder_names_its_paths_and_reads_none(made: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(made, copied)
    with pytest.raises(UsageError, match=f"copied here.*pressfacts run {tmp_path / 'in'} -o {copied}"):
        continued(None, None, output=str(copied))
    kept = remembered_runs(copied).settings
    assert (kept.model, kept.private_addresses, kept.rules) == (None, False, Settings().rules)
    assert kept.any_language, "what can do no harm stays"


def test_a_copied_folder_goes_on_once_its_paths_are_given(made: Path, tmp_path: Path) -> None:
    copied, model = tmp_path / "copied", str(tmp_path / "model")
    shutil.copytree(made, copied)
    folder = write_articles(tmp_path / "ours", 1)
    run_on(folder, copied, model)
    settings, paths, _ = continued(None, None, output=str(copied))
    assert paths == [str(folder)] and not settings.private_addresses


@pytest.mark.parametrize("what", ["", "[]", "5", "{", '{"settings": 5}', '{"settings": {"batch": 0}}', "[" * 10_000])
def test_what_is_remembered_wrongly_is_a_sentence_or_nothing(made: Path, what: str) -> None:
    with closing(sqlite3.connect(made / STORE)) as store, store:
        store.execute("UPDATE _remembered SET what = ?", (what,))
    try:
        assert remembered_runs(made).settings == Settings()
    except UsageError as error:
        assert "batch can't be less than 1" in str(error)


def test_what_is_remembered_of_a_store_in_memory_counts() -> None:
    with Store(None) as store:
        store.remember({"paths": ["a"]})
        assert store.remembered()["paths"] == ["a"]
        assert json.dumps(store.remembered())
