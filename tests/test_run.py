"""Runs: what is new is done, what is done stays, and the tables are the same however it came about."""

import csv
import io
import json
import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import PressfactsError, UsageError
from pipeline.records import Article, InputError
from pipeline.run import batches_of, run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.store.lock import locked
from pipeline.store.reading.opening import reading
from pipeline.store.reading.overview import Choice, read_overview
from pipeline.tables import TABLES
from tests.small_runs import TODAY, blank_model, run_on, tables, write_articles


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return blank_model(tmp_path_factory.mktemp("model"))


def rows(output: Path, table: str) -> list[dict[str, str]]:
    """Read a table."""
    return list(csv.DictReader(io.StringIO((output / f"{table}.csv").read_text("utf-8"))))


def test_a_run_writes_every_table_and_what_it_did(tmp_path: Path, model: str) -> None:
    summary = run_on(write_articles(tmp_path / "in", 3), tmp_path / "out", model)
    assert summary.worked_on == 3 and summary.errors == 0
    assert [row["low"] for row in rows(tmp_path / "out", "money")] != []
    assert {row["published"] for row in rows(tmp_path / "out", "articles")} == {
        "2025-03-01",
        "2025-03-02",
        "2025-03-03",
    }
    facts = json.loads((tmp_path / "out/run.json").read_text())
    assert facts["rows"]["articles"] == 3 and facts["settings"]["model"] == model
    assert not [name for name in os.listdir(tmp_path / "out") if name.endswith(".partial")]


def test_the_sqlite_file_has_the_same_tables_with_keys(tmp_path: Path, model: str) -> None:
    run_on(write_articles(tmp_path / "in", 3), tmp_path / "out", model)
    with sqlite3.connect(tmp_path / "out/pressfacts.sqlite") as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for name, table in TABLES.items():
            info = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            assert [row[1] for row in info][: len(table.own)] == [column.name for column in table.own]
            assert {row[1] for row in info if row[5]} == set(table.key)
            (count,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            assert count == len(rows(tmp_path / "out", name))
        assert connection.execute("SELECT typeof(low) FROM money").fetchone() == ("integer",)


def test_batches_that_processes_share_end_in_small_ones(tmp_path: Path) -> None:
    articles = [Article(article_id=f"a{at:02}", source=f"{at:02}", text=f"No. {at}.", words=2) for at in range(40)]
    with Store(tmp_path) as store:
        store.keep_input("in", "1", articles)
        ids = [article.article_id for article in articles]
        for noted, sizes in ((True, [16, 16, 8]), (False, [5, 4, 3, 3, 3, 2, 2, 2, 2, *[1] * 14])):
            batches = list(batches_of(store, ids, 16, noted=noted))
            assert [len(batch) for batch in batches] == sizes
            assert [article.article_id for batch in batches for article in batch] == ids


def test_only_what_is_new_or_changed_is_done_and_the_tables_are_those_of_a_fresh_run(
    tmp_path: Path, model: str
) -> None:
    folder = write_articles(tmp_path / "in", 4)
    run_on(folder, tmp_path / "out", model)
    again = run_on(folder, tmp_path / "out", model)
    assert (again.unchanged, again.worked_on) == (4, 0)
    write_articles(folder, 2, first=4)
    (folder / "001.txt").write_text("Orrin Foods sells it again\n\nThe company said that it got £7 for it.", "utf-8")
    grown = run_on(folder, tmp_path / "out", model)
    assert (grown.unchanged, grown.worked_on) == (3, 3)
    run_on(folder, tmp_path / "fresh", model)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_nothing_is_linked_again_where_nothing_is_new(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, decisions = write_articles(tmp_path / "in", 2), tmp_path / "entities.csv"
    linked: list[int] = []
    monkeypatch.setattr("pipeline.runs.publishing.link_entities", lambda *args, **kinds: linked.append(1))
    for changes, times in ((lambda: None, 1), (lambda: None, 1), (lambda: write_articles(folder, 1, first=2), 2)):
        changes()
        run_on(folder, tmp_path / "out", model, entity_decisions=str(decisions))
        assert len(linked) == times
    decisions.write_text(
        "id,decision,label,name,article_id,other_name,other_article_id\n1,merge,ORG,Orrin,,Orrin Foods,\n", "utf-8"
    )
    for _ in range(2):
        run_on(folder, tmp_path / "out", model, entity_decisions=str(decisions))
        assert len(linked) == 3


def test_deleted_files_stay_unless_pruned(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 3)
    run_on(folder, tmp_path / "out", model)
    (folder / "002.txt").unlink()
    assert run_on(folder, tmp_path / "out", model).rows["articles"] == 3
    assert run_on(folder / "001.txt", tmp_path / "out", model, prune=True).pruned == 0
    pruned = run_on(folder, tmp_path / "out", model, prune=True)
    assert (pruned.pruned, pruned.rows["articles"]) == (1, 2)
    run_on(folder, tmp_path / "fresh", model)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_force_does_all_again(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 3)
    run_on(folder, tmp_path / "out", model)
    before = tables(tmp_path / "out")
    assert run_on(folder, tmp_path / "out", model, force=True).worked_on == 3
    assert tables(tmp_path / "out") == before


def test_another_model_is_noticed_and_used_where_asked(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 3)
    run_on(folder, tmp_path / "out", model)
    other = blank_model(tmp_path / "other")
    (tmp_path / "other/meta.json").write_text((tmp_path / "other/meta.json").read_text() + " ")
    noticed = run_on(folder, tmp_path / "out", other)
    assert (noticed.worked_on, noticed.outdated) == (0, 3)
    refreshed = run_on(folder, tmp_path / "out", other, refresh=True)
    assert (refreshed.worked_on, refreshed.outdated) == (3, 0)


def test_failed_inputs_are_read_again_only_where_asked(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 2)
    (folder / "bad.txt").write_bytes(b"")
    assert run_on(folder, tmp_path / "out", model).errors == 1
    assert run_on(folder, tmp_path / "out", model).documents == 0
    retried = run_on(folder, tmp_path / "out", model, retry_failed=True)
    assert (retried.documents, retried.errors, retried.unchanged) == (1, 1, 2)


def test_the_same_text_twice_is_one_article_with_two_sources(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 1)
    (folder / "copy.txt").write_bytes((folder / "000.txt").read_bytes())
    run_on(folder, tmp_path / "out", model)
    (row,) = rows(tmp_path / "out", "articles")
    assert (row["source"], row["other_sources"]) == (f"{folder}/000.txt", f"{folder}/copy.txt")


def test_near_duplicates_are_linked_and_can_be_left_out(tmp_path: Path, model: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "The company said that it would buy the bakery. " + " ".join(
        f"Reason {n} is bread {n * 7}." for n in range(60)
    )
    (folder / "2025-03-01.txt").write_text(text)
    (folder / "2025-03-02.txt").write_text("CORRECTION. " + text)
    run_on(folder, tmp_path / "out", model)
    original, copy = sorted(rows(tmp_path / "out", "articles"), key=lambda row: row["published"])
    assert (original["duplicate_of"], copy["duplicate_of"]) == ("", original["article_id"])
    run_on(folder, tmp_path / "out", model, near_duplicates=False)
    assert [row["article_id"] for row in rows(tmp_path / "out", "articles")] == [original["article_id"]]


def test_an_earlier_source_found_later_gives_the_same_tables(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 1)
    text = (folder / "000.txt").read_text("utf-8").replace("LEEDS, 1 March 2025 – ", "")
    (folder / "000.txt").unlink()
    (folder / "b.txt").write_text(text, "utf-8")
    run_on(folder, tmp_path / "out", model)
    (folder / "a.jsonl").write_text(json.dumps({"text": text, "published": "2025-03-05"}), "utf-8")
    assert run_on(folder, tmp_path / "out", model).worked_on == 1
    run_on(folder, tmp_path / "fresh", model)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")
    assert rows(tmp_path / "out", "articles")[0]["published"] == "2025-03-05"


def test_worker_processes_give_the_same_bytes(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 7)
    (folder / "twin.txt").write_bytes((folder / "000.txt").read_bytes())
    (folder / "page.html").write_text(
        "<html><body><h1>A bakery</h1><p>Orrin paid £2 million in May 2025.</p></body></html>"
    )
    lines = [json.dumps({"id": "x", "text": f"Orrin Foods paid £{number} million."}) for number in range(40)]
    (folder / "many.jsonl").write_text("\n".join([*lines, "{broken"]))
    (folder / "many.jsonl#x").write_text("A file that is called as a row of another is, for £7 million.")
    run_on(folder, tmp_path / "0", model, workers=0)
    for workers in (1, 2, 4):
        run_on(folder, tmp_path / str(workers), model, workers=workers, batch=3)
        assert tables(tmp_path / str(workers)) == tables(tmp_path / "0"), workers


def test_ctrl_c_keeps_and_writes_what_was_finished(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 6)

    def report(stage: str, done: int, total: int | None) -> None:
        if stage == "extract" and done == 4:
            raise KeyboardInterrupt

    settings = Settings(output=str(tmp_path / "out"), model=model, batch=2)
    summary = run([folder], settings, today=TODAY, report=report)
    assert summary.interrupted and summary.rows["articles"] == 4 == len(rows(tmp_path / "out", "articles"))
    assert run_on(folder, tmp_path / "out", model).worked_on == 2
    run_on(folder, tmp_path / "fresh", model)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_two_runs_on_one_folder(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 1)
    with locked(tmp_path / "out"), pytest.raises(UsageError, match=f"another run .process {os.getpid()}. is writing"):
        run_on(folder, tmp_path / "out", model)
    run_on(folder, tmp_path / "out", model)


@pytest.mark.parametrize("content", [b"not a database at all " * 100, None])
def test_a_damaged_store_is_a_clear_sentence(tmp_path: Path, model: str, content: bytes | None) -> None:
    folder, store = write_articles(tmp_path / "in", 2), tmp_path / "out/pressfacts.sqlite"
    if content is None:
        run_on(folder, tmp_path / "out", model)
        data = store.read_bytes()
        content = data[:4096] + b"\xff" * (len(data) - 4096)
    store.parent.mkdir(exist_ok=True)
    store.write_bytes(content)
    with pytest.raises(UsageError, match=r"damaged .*delete it and run again"):
        run_on(folder, tmp_path / "out", model)


def test_a_folder_that_cannot_be_written_to_is_a_clear_sentence(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 1)
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match="is a file, no folder"):
        run_on(folder, tmp_path / "out", model)


def test_a_full_disk_is_a_clear_sentence_and_nothing_half_written(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_articles(tmp_path / "in", 2)
    run_on(folder, tmp_path / "out", model)
    before = tables(tmp_path / "out")
    write_articles(folder, 2, first=2)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PressfactsError, match="No space left"):
        run_on(folder, tmp_path / "out", model)
    monkeypatch.undo()
    assert tables(tmp_path / "out") == before
    run_on(folder, tmp_path / "out", model)
    run_on(folder, tmp_path / "fresh", model)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_a_format_that_is_not_written_is_said_before_anything_is_done(tmp_path: Path, model: str) -> None:
    with pytest.raises(UsageError, match="there is no format 'pdf'"):
        run_on(write_articles(tmp_path / "in", 1), tmp_path / "out", model, formats=("pdf",))
    assert not (tmp_path / "out").exists()


def test_an_article_that_fails_is_an_error_row(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.engines import batch

    def one_fails(nlp: object, article: Article, *, seconds: int) -> InputError | dict[str, list]:
        if "number 1\n" in article.text:
            return InputError(
                source="x", stage="extract", error="press_money failed", message="press_money failed: boom"
            )
        return {}

    monkeypatch.setattr(batch, "find_facts", one_fails)
    folder = write_articles(tmp_path / "in", 3)
    summary = run_on(folder, tmp_path / "out", model)
    assert (summary.failed, summary.rows["articles"]) == (1, 2)
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["source"], row["error"]) == (f"{folder}/001.txt", "press_money failed")
    assert run_on(folder, tmp_path / "out", model).worked_on == 0
    monkeypatch.undo()
    assert run_on(folder, tmp_path / "out", model, retry_failed=True).worked_on == 1
    assert rows(tmp_path / "out", "errors") == []


def test_dates_of_the_future_are_refused_by_the_clock_passed_in(tmp_path: Path, model: str) -> None:
    folder = write_articles(tmp_path / "in", 1)
    settings = Settings(output=str(tmp_path / "out"), model=model)
    run([folder], settings, today=date(2024, 1, 1))
    assert rows(tmp_path / "out", "articles")[0]["published"] == ""


def test_a_users_marks_of_zones_reach_the_headline_and_reading_again_notices(tmp_path: Path, model: str) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Zeitungsruf 4711\n\nOrrin buys a bakery\n\nOrrin said that it would pay.\n")
    rules, output = tmp_path / "rules", tmp_path / "out"
    rules.mkdir()
    run_on(articles, output, model, rules=str(rules))
    assert titles(output) == ["Zeitungsruf 4711"]
    (rules / "zone_marks.csv").write_text("id,kind,pattern\nmine,release,Zeitungsruf \\d+$\n")
    summary = run_on(articles, output, model, rules=str(rules), refresh=True)
    assert titles(output) == ["Orrin buys a bakery"] and summary.unchanged == 0


def titles(output: Path) -> list[str]:
    """Give the titles of a run's articles."""
    with (output / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["title"] for row in csv.DictReader(file)]


def test_of_copies_of_one_day_the_first_is_the_original_and_counts_alone(tmp_path: Path, model: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "LEEDS, 3 March 2025 – Orrin Foods said that it would pay £5 million. " + " ".join(
        f"Reason {n} is bread {n * 7}." for n in range(60)
    )
    for number in range(6):
        (folder / f"{number}_copy.txt").write_text(text + " It was corrected." * number, "utf-8")
    run_on(folder, tmp_path / "out", model)
    articles = {Path(row["source"]).name: row for row in rows(tmp_path / "out", "articles")}
    first = articles.pop("0_copy.txt")
    assert first["duplicate_of"] == "" and {row["duplicate_of"] for row in articles.values()} == {first["article_id"]}
    with reading(tmp_path / "out") as connection:
        whole, part = read_overview(connection, Choice()), read_overview(connection, Choice(since="2025-01-01"))
    for overview in (whole, part):
        assert (overview.currencies[0][1], overview.copies, overview.counts["money"]) == (1, 5, 6)
    assert "5 near copies of others" in (tmp_path / "out" / "report.html").read_text("utf-8")
