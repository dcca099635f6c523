"""What stores keep, taken together, is what one store would keep."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.run import run
from pipeline.settings import STORE, Settings
from pipeline.store import Store
from pipeline.store.carrying import NotOurs
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


def packed(facts: bytes) -> str:
    """Write the SQL that puts facts in the place of what was found."""
    return f"UPDATE _facts SET facts = x'{zlib.compress(facts).hex()}'"


DAMAGES = {
    "no table": "DROP TABLE _facts",
    "a view in its place": "DROP TABLE _warnings; CREATE VIEW _warnings AS SELECT 1 AS source",
    "other columns": "ALTER TABLE _texts ADD COLUMN more TEXT",
    "no value": "UPDATE _texts SET text = NULL",
    "facts that are no facts": "UPDATE _facts SET facts = 'x'",
    "facts of no table": packed(b'{"x": [[1]]}'),
    "facts that unpack to more than any article has": packed(b" " * 100_000_001),
    "facts of other columns": packed(b'{"money": [[1]]}'),
    "an article that is none": "UPDATE _documents SET article = '[1]'",
    "an article in words": "UPDATE _documents SET article = 'x'",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_of_what_is_not_ours_nothing_is_taken(damage: str, tmp_path: Path) -> None:
    run_on(write_articles(tmp_path / "a", 2), tmp_path / "one", blank_model(tmp_path / "model"))
    kept = kept_of(tmp_path / "one", tmp_path / "kept")
    with closing(sqlite3.connect(kept)) as other:
        other.executescript(damage)
    (tmp_path / "out").mkdir()
    with Store(tmp_path / "out") as store:
        with pytest.raises(NotOurs):
            store.take_in(kept)
        assert (store.article_count(), store.input_names()) == (0, [])


@pytest.mark.parametrize("data", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_what_is_no_database_is_not_ours(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(data)
    with Store(tmp_path) as store, pytest.raises(NotOurs):
        store.take_in(tmp_path / "kept")
