"""Processes are started where there is enough to do, and not for a page."""

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from pipeline.engines import choice, suited
from pipeline.engines.choice import engine_for
from pipeline.engines.processes import Processes
from pipeline.engines.serial import Serial
from pipeline.engines.suited import Suited
from pipeline.engines.tasks import Batch, FoundRows, InputAsked, Part
from pipeline.records import Article, article_id
from pipeline.settings import Settings


class Seen:
    """Notes what it is given to do."""

    def __init__(self, *given: object, **named: object) -> None:
        self.read_of, self.worked_on = list[str](), list[str]()

    def read(self, inputs: Iterable[InputAsked]) -> Iterator[Part]:
        self.read_of += [asked.name for asked in inputs]
        yield from ()

    def extract(self, batches: Iterable[Batch], *, apart: bool = False) -> Iterator[FoundRows]:
        self.worked_on += [article.text for batch in batches for article in batch]
        yield from ()

    def close(self) -> None:
        pass


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Suited:
    monkeypatch.setattr(suited, "Serial", Seen)
    monkeypatch.setattr(suited, "Processes", Seen)
    return Suited(2, Settings(batch=50), maker="x", today=date(2026, 1, 1))


def batches(count: int) -> Iterator[Batch]:
    return ([Article(article_id=article_id(str(n)), source="a", text=str(n))] for n in range(count))


@pytest.mark.parametrize(
    ("sizes", "many"), [((100, 200), False), ((400_000, 99_999), False), ((400_000, 100_000, 1), True)]
)
def test_reading(engine: Suited, sizes: tuple[int, ...], many: bool) -> None:
    list(engine.read(InputAsked(name=str(at), path="", size=size) for at, size in enumerate(sizes)))
    used, unused = (engine._many, engine._serial) if many else (engine._serial, engine._many)
    assert used.read_of == [str(at) for at in range(len(sizes))] and unused.read_of == []  # type: ignore[union-attr]
    assert engine.in_process is not many


@pytest.mark.parametrize(("count", "many"), [(0, False), (1, False), (2, True), (5, True)])
def test_working(engine: Suited, count: int, many: bool) -> None:
    list(engine.extract(batches(count)))
    used = engine._many if many else engine._serial
    assert used.worked_on == [str(n) for n in range(count)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("workers", "cores", "kind"),
    [(0, 8, Serial), (1, 8, Serial), (2, 1, Processes), (None, 1, Serial), (None, 2, Suited)],
)
def test_the_settings_choose(monkeypatch: pytest.MonkeyPatch, workers: int | None, cores: int, kind: type) -> None:
    monkeypatch.setattr(choice, "usable_cores", lambda: cores)
    assert type(engine_for(Settings(workers=workers), maker="x", today=date(2026, 1, 1))) is kind
