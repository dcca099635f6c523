import pytest

from pipeline.records import InputError
from pipeline.runs import tables
from pipeline.settings import Settings
from pipeline.store import Store


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as store:
        store.keep_input("a", "f", [InputError(source="a", stage="ingest", error="empty", message="there is no text")])
        store.publish()
        yield store


def written(store, folder, workers):
    tables.write_files(store, folder, ["csv", "xlsx"], Settings(workers=workers), articles=tables.MANY)
    return {path.name: path.read_bytes() for path in folder.glob("*.*") if path.suffix in (".csv", ".xlsx")}


def test_a_workbook_written_apart_is_the_same(store, tmp_path, monkeypatch):
    here = written(store, tmp_path, 0)
    for name in here:
        (tmp_path / name).unlink()
    by_this = []
    monkeypatch.setattr(tables, "_write", lambda *given, write=tables._write: (by_this.append(given[2]), write(*given)))
    assert written(store, tmp_path, 2) == here and "pressfacts.xlsx" in here
    assert by_this == [["csv"]]


def test_a_workbook_that_another_could_not_write_is_written_here(store, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "_START", "raise SystemExit(3)")
    assert "pressfacts.xlsx" in written(store, tmp_path, 2)
