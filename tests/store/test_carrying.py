"""What stores keep, taken together, is what one store would keep."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.run import run
from pipeline.settings import STORE, Settings
from pipeline.store import Store
from tests.small_runs import TODAY, blank_model, run_on, tables, write_articles


def kept_of(folder: Path, path: Path) -> Path:
    with Store(folder) as store:
        store.write_kept(path)
    return path


def test_two_halves_make_the_tables_of_the_whole(tmp_path: Path) -> None:
    model = blank_model(tmp_path / "model")
    first, second = write_articles(tmp_path / "a", 3), write_articles(tmp_path / "b", 3, first=3)
    run_on([first, second], tmp_path / "whole", model)
    for name, folder in (("one", first), ("two", second)):
        run_on(folder, tmp_path / name, model)
        kept_of(tmp_path / name, tmp_path / f"{name}.kept")
    (tmp_path / "both").mkdir()
    with Store(tmp_path / "both") as store:
        assert store.take_in(tmp_path / "one.kept") == 3
        assert store.take_in(tmp_path / "two.kept") == 3
        assert store.take_in(tmp_path / "two.kept") == 0
    run([], Settings(output=str(tmp_path / "both"), model=model, formats=("csv",)), today=TODAY)
    assert tables(tmp_path / "both") == tables(tmp_path / "whole")


def test_a_changed_input_takes_the_place_of_what_was_kept(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "a", 2)
    run_on(folder, tmp_path / "before", model)
    (folder / "000.txt").write_text("Orrin Foods sells a bakery\n\nLEEDS, 4 March 2025 – It got £9 million for it.\n")
    run_on(folder, tmp_path / "after", model)
    with Store(tmp_path / "before") as store:
        assert store.take_in(kept_of(tmp_path / "after", tmp_path / "kept")) == 1
        store.forget_unused()
        assert store.article_count() == 2


def test_another_version_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        other = tmp_path / "other.sqlite"
        other.write_bytes(b"")
        with pytest.raises(UsageError, match="another version"):
            store.take_in(other)
    assert (tmp_path / STORE).is_file()
