"""Workers that are forked from one that has loaded: who reads, who works, how they end, and what is left of them."""

import os
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.engines import nursery
from pipeline.engines.child import read_a_first
from pipeline.engines.children import Children
from pipeline.engines.deaths import Died
from pipeline.engines.nursery import FORKS
from pipeline.engines.started import Child
from pipeline.engines.tasks import FoundRows, InputAsked, Part
from pipeline.records import Article, article_id
from pipeline.settings import Settings
from tests.small_runs import blank_model, write_articles

pytestmark = pytest.mark.skipif(not FORKS, reason="elsewhere each worker is a Python of its own")

ARTICLE = Article(article_id=article_id("£2 million"), source="a", text="£2 million", words=2)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return blank_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def children(model: str) -> Iterator[Children]:
    made = Children(2, Settings(model=model), date(2026, 1, 1))
    yield made
    made.close()


def done(children: Children, child: Child) -> list[object]:
    """Give what a process says until it has no task any more, or is dead."""
    said: list[object] = []
    while child in children._busy:
        said += [answer for one, answer in children.heard(but=[]) if one is child]
    return said


def read(children: Children, folder: Path) -> Child:
    path = write_articles(folder, 1) / "000.txt"
    return children.give(InputAsked(name="a", path=str(path), fingerprint="f"))


def test_who_works_has_loaded_and_who_only_read_makes_room(children: Children, tmp_path: Path) -> None:
    reader = read(children, tmp_path)
    assert reader.only_reads and isinstance(done(children, reader)[0], Part)
    worker = children.give([ARTICLE])
    assert worker is not reader and not worker.only_reads
    assert isinstance(done(children, worker)[0], FoundRows)
    assert not is_there(reader.number)
    assert read(children, tmp_path / "again") is worker, "one that has loaded reads, too"


def test_all_are_started_and_end_with_those_who_bore_them(children: Children) -> None:
    children.start_all()
    workers = [children.give([ARTICLE]) for _ in range(2)]
    for worker in workers:
        done(children, worker)
    assert len({worker.number for worker in workers}) == 2
    children.close()
    assert not any(is_there(worker.number) for worker in workers)


def test_a_first_text_is_read_where_the_pipeline_can_be_loaded(model: str, tmp_path: Path) -> None:
    assert read_a_first(Settings(model=model))
    assert not read_a_first(Settings(model=str(tmp_path / "none"))), "who works on articles says what is wrong"


def test_none_is_forked_from_a_process_of_several_threads(children: Children) -> None:
    done(children, children.give([ARTICLE]))
    assert children._nursery is not None
    assert len(os.listdir(f"/proc/{children._nursery._process.pid}/task")) == 1


@pytest.mark.parametrize(
    ("number", "why"), [(signal.SIGKILL, "killed"), (signal.SIGXCPU, "too slow"), (signal.SIGSEGV, "SIGSEGV")]
)
def test_how_one_ended_is_known(children: Children, number: signal.Signals, why: str) -> None:
    worker = children.give([ARTICLE])
    done(children, worker)
    os.kill(worker.number, number)
    assert children.give([ARTICLE]) is worker
    assert done(children, worker)[-1] == Died(why)
    other = children.give([ARTICLE])
    assert isinstance(done(children, other)[0], FoundRows)


def test_what_bears_them_may_die_and_another_takes_its_place(children: Children) -> None:
    worker = children.give([ARTICLE])
    done(children, worker)
    first = children._nursery
    assert first is not None
    first._process.kill()
    first._process.wait()
    assert children.give([ARTICLE]) is worker
    other = children.give([ARTICLE])
    for one in (worker, other):
        assert isinstance(done(children, one)[0], FoundRows)
    assert children._nursery is not first
    os.kill(worker.number, signal.SIGKILL)
    assert children.give([ARTICLE]) is other
    children.give([ARTICLE])
    assert done(children, worker) == [Died("killed")]


def test_one_that_was_begun_early_is_taken_first(children: Children, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nursery, "_begun", [])
    nursery.begin_early()
    nursery.begin_early()
    (early,) = nursery._begun
    done(children, children.give([ARTICLE]))
    assert children._nursery is early and not nursery._begun


def test_many_who_wait_in_one_that_dies_are_no_bug_of_ours(model: str) -> None:
    children = Children(5, Settings(model=model), date(2026, 1, 1))
    waiting = [children.give([ARTICLE]) for _ in range(5)]
    assert children._nursery is not None
    children._nursery._process.kill()
    said = dict[Child, object]()
    while children._busy:
        said.update(children.heard(but=[]))
    assert said == dict.fromkeys(waiting, Died("killed"))
    other = children.give([ARTICLE])
    assert isinstance(done(children, other)[0], FoundRows)
    children.close()


def test_one_that_waits_for_what_never_comes_is_ended(children: Children, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = children.give([ARTICLE])
    done(children, worker)
    os.kill(worker.number, signal.SIGSTOP)
    monkeypatch.setattr(worker, "_limit", 0.01)
    assert children.give([ARTICLE]) is worker
    assert done(children, worker) == [Died("stuck")]


def is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
