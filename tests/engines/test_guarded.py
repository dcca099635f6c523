"""Real processes and hostile files: what hangs, or takes all memory, is a row of errors.csv, and the rest goes on."""

import csv
import os
import signal
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.engines.children import Children
from pipeline.engines.deaths import Died
from pipeline.engines.started import Child
from pipeline.engines.tasks import FoundRows, InputAsked, Part, error_of
from pipeline.records import Article, article_id
from pipeline.settings import STORE, Settings
from pipeline.store import Store
from tests.small_runs import blank_model, run_on, tables, write_articles

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits are those of Linux")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return blank_model(tmp_path_factory.mktemp("model"))


def hanging_page(folder: Path) -> Path:
    """Write a page with so many cells that its readers would take minutes."""
    path = folder / "hanging.html"
    cells = "<td>£2 million</td>" * 200_000
    path.write_text(f"<html><body><table><tr>{cells}</tr></table><p>Orrin Foods paid it in Leeds.</p></body></html>")
    return path


def greedy_pdf(folder: Path) -> Path:
    """Write a PDF whose form draws itself four times, for which PDFium takes all memory that there is."""
    draw = b"/F Do " * 4
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/F Do\nendstream",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length %d >>\n"
        b"stream\n%s\nendstream" % (len(draw), draw),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )
    path = folder / "greedy.pdf"
    path.write_bytes(data)
    return path


def errors(output: Path) -> dict[str, str]:
    with (output / "errors.csv").open(encoding="utf-8", newline="") as file:
        return {Path(row["source"]).name: row["error"] for row in csv.DictReader(file)}


def test_hostile_files_cost_themselves_alone_with_whatever_engine(model: str, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 3)
    greedy_pdf(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    one = run_on(folder, tmp_path / "one", model, workers=0, max_memory_mb=600)
    run_on(folder, tmp_path / "two", model, workers=2, max_memory_mb=600)
    assert errors(tmp_path / "one") == {"greedy.pdf": "worker died", "pipe.txt": "no file", "zero.txt": "no file"}
    assert one.rows["articles"] == 3 and tables(tmp_path / "one") == tables(tmp_path / "two")
    again = run_on(folder, tmp_path / "one", model, workers=0, max_memory_mb=600)
    assert again.unchanged == 6, "none is fallen into again"


def test_a_page_that_hangs_is_given_up(model: str, tmp_path: Path) -> None:
    page = hanging_page(tmp_path)
    assert run_on(page, tmp_path / "out", model, seconds_an_article=2).rows["articles"] == 0
    assert errors(tmp_path / "out") == {page.name: "too slow"}


@pytest.fixture
def children(model: str) -> Iterator[Children]:
    made = Children(1, Settings(model=model), date(2026, 1, 1))
    yield made
    made.close()


def answers(children: Children) -> Iterator[tuple[Child, object]]:
    while True:
        yield from children.heard(but=[])


def test_a_process_is_used_again_and_another_takes_the_place_of_a_dead_one(children: Children, tmp_path: Path) -> None:
    article = Article(article_id=article_id("£2 million"), source="a", text="£2 million", words=2)
    first = children.give([article])
    heard = answers(children)
    assert isinstance(next(heard)[1], FoundRows)
    path = write_articles(tmp_path / "in", 1) / "000.txt"
    assert children.give(InputAsked(name="a", path=str(path), fingerprint="f")) is first
    parts = [part for _, part in (next(heard), next(heard), next(heard)) if isinstance(part, Part)]
    assert [len(part.items) for part in parts] == [1, 0] and parts[0].first and parts[1].last
    os.kill(first.number, signal.SIGKILL)
    assert children.give([article]) is first
    assert next(heard)[1] == Died("killed")
    assert children.give([article]) is not first
    assert isinstance(next(heard)[1], FoundRows)


def test_processes_that_can_not_start_are_said(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engines.interpreters._START", "raise SystemExit(3)  # {module}")
    children = Children(1, Settings(model=model), date(2026, 1, 1))
    with pytest.raises(RuntimeError, match="can't be started: exit code 3"):
        for _ in range(3):
            children.give([])
            next(answers(children))


def test_what_a_run_ended_with_is_tried_apart(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = write_articles(tmp_path / "in", 3), tmp_path / "out"

    def crash(*given: object, **named: object) -> None:
        raise SystemExit("as if C code had ended the process")

    monkeypatch.setattr("pipeline.engines.serial.find", crash)
    with pytest.raises(SystemExit):
        run_on(folder, out, model, workers=0)
    with Store(out) as store:
        assert len(store.underway()) == 2
    monkeypatch.setattr("pipeline.engines.serial.read_parts", crash)
    (folder / "003.txt").write_text("Orrin Foods paid £9 million for an oven.")
    with pytest.raises(SystemExit):
        run_on(folder, out, model, workers=0)
    with Store(out) as store:
        assert f"{folder}/003.txt" in store.underway()
    monkeypatch.undo()
    apart = []
    monkeypatch.setattr("pipeline.engines.serial.read_parts", lambda asked, *rest, **named: apart.append(asked))
    run_on(folder, out, model, workers=0)
    assert not apart, "the file was read by a process of its own"
    monkeypatch.undo()
    run_on(folder, tmp_path / "fresh", model)
    assert tables(out) == tables(tmp_path / "fresh")
    with Store(out) as store:
        assert not store.underway()


def test_other_limits_try_again_what_failed(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = write_articles(tmp_path / "in", 2), tmp_path / "out"
    (folder / "empty.txt").write_text("")
    from pipeline.engines import batch

    real = batch.find_facts
    error = error_of("x", "press_money too slow", "took more than 60 seconds", stage="extract")

    def fails(nlp: object, article: Article, *, seconds: int) -> object:
        return real(nlp, article, seconds=seconds) if seconds > 60 else error  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "find_facts", fails)
    assert run_on(folder, out, model).failed == 2
    assert run_on(folder, out, model).worked_on == 0
    again = run_on(folder, out, model, seconds_an_article=120)
    assert (again.worked_on, again.failed, again.unchanged) == (2, 0, 2), "the empty file is tried again, too"
    assert run_on(folder, out, model, seconds_an_article=180).worked_on == 0


def test_rules_that_are_switched_while_a_run_loads_are_not_taken_for_the_old_ones(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.engines import batch

    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "titles.csv").write_text("id,kind,words\nuser_gaffa,head,gaffa\n")
    opened = batch.open_pipeline
    switched = list[int]()

    def switch(settings: Settings) -> object:
        nlp = opened(settings)
        if not switched:
            switched.append(1)
            (rules / "titles.csv").write_text("id,kind,words\nuser_boss,head,bosun\n")
        return nlp

    monkeypatch.setattr(batch, "open_pipeline", switch)
    folder, out = write_articles(tmp_path / "in", 1), tmp_path / "out"
    assert run_on(folder, out, model, rules=str(rules)).outdated == 1, "found by other rules than those asked for"
    assert run_on(folder, out, model, rules=str(rules)).outdated == 0
    with Store(out) as store:
        (made_by,) = {row[0] for row in store._connection.execute("SELECT made_by FROM _facts")}
    assert made_by == batch._maker(Settings(model=model, rules=str(rules)))


def test_a_store_of_before_has_its_failures_tried_once(model: str, tmp_path: Path) -> None:
    folder, out = write_articles(tmp_path / "in", 1), tmp_path / "out"
    run_on(folder, out, model)
    assert (out / STORE).is_file()
    with Store(out) as store:
        store._connection.execute("UPDATE _facts SET failed = 1, facts = ?", (zlib.compress(b'["a","b","c","d"]'),))
    assert run_on(folder, out, model).worked_on == 1
    assert run_on(folder, out, model).worked_on == 0
