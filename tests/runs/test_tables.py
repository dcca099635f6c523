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


def write(*given):
    with tables.files_written(*given):
        pass


def written(store, folder, workers):
    formats, settings = ["csv", "xlsx"], Settings(workers=workers)
    with tables.workbook_writer(folder, formats, settings, articles=tables.MANY) as writer:
        write(store, folder, formats, settings, writer)
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


def test_a_workbook_that_turns_out_too_long_is_written_by_nobody(store, tmp_path):
    with tables.workbook_writer(tmp_path, ["csv", "xlsx"], Settings(workers=2), articles=tables.MANY) as writer:
        assert writer and not list(tmp_path.glob("*.xlsx"))
        write(store, tmp_path, ["csv"], Settings(workers=2), writer)
    assert writer.returncode and not list(tmp_path.glob("*.xlsx"))


@pytest.mark.parametrize(
    ("formats", "workers", "articles"),
    [(["csv"], 2, tables.MANY), (["xlsx"], 2, tables.MANY), (["csv", "xlsx"], 1, tables.MANY), (["csv", "xlsx"], 2, 1)],
)
def test_no_process_is_started_that_makes_nothing_sooner(tmp_path, formats, workers, articles):
    with tables.workbook_writer(tmp_path, formats, Settings(workers=workers), articles=articles) as writer:
        assert writer is None
