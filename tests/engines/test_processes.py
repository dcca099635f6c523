"""The engine of processes, on processes that are made up: what one dies of costs that alone, and the order stays."""

import signal
from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from pipeline.engines import processes
from pipeline.engines.child import Answer, Ended, Failure, Task
from pipeline.engines.deaths import Died, reason
from pipeline.engines.processes import Processes
from pipeline.engines.tasks import FoundRows, InputAsked, Part, error_of
from pipeline.errors import RulesError
from pipeline.records import Article, InputError, article_id
from pipeline.settings import Settings
from pipeline.store.facts import kept_row, unpacked


def article(text: str) -> Article:
    return Article(article_id=article_id(text), source=f"{text}.txt", text=text, words=1)


class Invented:
    """Processes that answer by what their task says: words in it are orders. The last that was asked answers first."""

    def __init__(self, most: int, settings: Settings, today: date) -> None:
        self.most, self.busy, self.tries = most, list[tuple[object, list[Answer | Died]]](), dict[str, int]()
        self.all_started = False

    @property
    def has_room(self) -> bool:
        return len(self.busy) < self.most

    def give(self, task: Task) -> object:
        child = object()
        answers = self.reading(task) if isinstance(task, InputAsked) else self.work(task)
        self.busy.append((child, list(answers)))
        return child

    def start_all(self) -> None:
        self.all_started = True

    def heard(self, but: Iterable[object]) -> Iterator[tuple[object, Answer | Died]]:
        left = list(but)
        child, answers = next(one for one in reversed(self.busy) if one[0] not in left)
        answer = answers.pop(0)
        if isinstance(answer, Ended | Died | FoundRows):
            self.busy.remove((child, answers))
        yield child, answer

    def work(self, batch: list[Article]) -> Iterator[Answer | Died]:
        for one in batch:
            if died := self.death(one.text):
                yield died
                return
        yield FoundRows(
            made_by="them", rows=[kept_row(one, {"money": [[one.text]]}, limits=1) for one in batch], words=1
        )

    def reading(self, asked: InputAsked) -> Iterator[Answer | Died]:
        names, said, first = asked.path.split(), 0, True
        for at, name in enumerate(names):
            if died := self.death(name):
                yield died
                return
            if asked.chunk == 1 or at == 0:  # more are said once all were read
                yield Part(name=asked.name, fingerprint="f", items=[article(name)], first=first)
                said, first = at + 1, False
        yield Part(name=asked.name, fingerprint="f", items=[article(name) for name in names[said:]], last=True)
        yield Ended()

    def death(self, word: str) -> Died | None:
        self.tries[word] = self.tries.get(word, 0) + 1
        if word.startswith("deadly"):
            return Died(signal.Signals.SIGSEGV.name)
        return Died("killed") if word.startswith("unlucky") and self.tries[word] < 3 else None

    def close(self) -> None:
        self.busy.clear()


@pytest.fixture(params=[1, 2, 4])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Processes:
    monkeypatch.setattr(processes, "Children", Invented)
    return Processes(request.param, Settings(), maker="ours", today=date(2026, 1, 1))


def facts(found: Iterable[FoundRows]) -> dict[str, object]:
    return {key: unpacked(data) for one in found for key, _, _, data in one.rows}


def test_a_worker_that_dies_costs_one_article(engine: Processes) -> None:
    names = ["a", "b", "c", "deadly", "unlucky", "e", "f", "g", "h"]
    batches = [[article(name) for name in names[at : at + 2]] for at in range(0, len(names), 2)]
    found = facts(engine.extract(batches))
    source, stage, kind, message = found.pop(article_id("deadly"))
    assert (source, stage, kind) == ("deadly.txt", "extract", "worker died")
    assert "SIGSEGV" in message and "max_memory_mb" in message
    assert found == {article_id(name): {"money": [[name]]} for name in names if name != "deadly"}


def test_each_has_its_next_batch_before_what_was_found_is_kept(engine: Processes) -> None:
    assert isinstance(engine._children, Invented)
    for left, _ in enumerate(engine.extract([article(name)] for name in "abcdefgh"), 1):
        assert len(engine._children.busy) == min(engine._children.most, 8 - left)


def read(engine: Processes, *paths: str) -> tuple[list[tuple[str, str]], list[Part]]:
    parts = list(engine.read(InputAsked(name=path, path=path, fingerprint="f") for path in paths))
    assert all(isinstance(part, Part) for part in parts)
    kept: dict[str, list] = {}
    for part in parts:
        kept[part.name] = [*([] if part.first else kept[part.name]), *part.items]
    return [(name, getattr(item, "text", None) or item.error) for name in kept for item in kept[name]], parts


def test_inputs_come_in_their_order_whoever_is_faster(engine: Processes) -> None:
    kept, parts = read(engine, *["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"], "l m n o p q")
    assert [text for _, text in kept] == list("abcdefghijklmnopq")
    assert parts[0].first and parts[0].last, "an input of one article is kept at once"


@pytest.mark.parametrize(("size", "started"), [(50_000, False), (5_000_000, True)])
def test_a_large_input_starts_all_processes_while_it_is_read(engine: Processes, size: int, started: bool) -> None:
    list(engine.read([InputAsked(name="a", path="a b c", fingerprint="f", size=size)]))
    assert isinstance(engine._children, Invented)
    assert engine._children.all_started is started


def test_what_was_read_before_a_death_is_kept(engine: Processes) -> None:
    kept, parts = read(engine, "a", "b c d deadly e", "f unlucky g", "deadly2", "h")
    assert [text for _, text in kept] == ["a", "b", "c", "d", "worker died", "f", "unlucky", "g", "worker died", "h"]
    assert [part.name for part in parts if part.last] == ["a", "b c d deadly e", "f unlucky g", "deadly2", "h"]


def test_articles_that_are_offered_are_found_once(engine: Processes) -> None:
    found: list[FoundRows] = []
    for event in engine.read(
        InputAsked(name=path, path=path, fingerprint="f") for path in ["a", "b", "c", "d", "e", "f"]
    ):
        if isinstance(event, Part):
            engine.offer(item for item in event.items if isinstance(item, Article))
        else:
            found.append(event)
    left = engine.in_hand()
    found_later = list(engine.extract([]))
    assert left == set(facts(found_later))
    assert not set(facts(found)) & left


def test_what_is_wrong_with_all_ends_the_run(engine: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Invented, "work", lambda self, batch: iter([Failure(RulesError, "titles.csv, line 2: no")]))
    with pytest.raises(RulesError, match="line 2: no"):
        list(engine.extract([[article("a")]]))


@pytest.mark.parametrize(
    ("why", "kind", "remedy"),
    [
        ("too slow", "too slow", "raise seconds_an_article"),
        ("stuck", "too slow", "--retry-failed"),
        ("killed", "worker died", "--retry-failed"),
        ("SIGABRT", "worker died", "raise max_memory_mb (2,000)"),
    ],
)
def test_reasons_say_what_to_do(why: str, kind: str, remedy: str) -> None:
    assert reason(Died(why), Settings(), "reading it")[0] == kind
    assert remedy in reason(Died(why), Settings(), "reading it")[1]


def test_errors_are_text_that_a_file_can_hold() -> None:
    error = error_of("a.txt", "failed", "\ud800\n" + "x" * 400)
    assert isinstance(error, InputError) and error.message.encode() and len(error.message) == 300
