"""What a hostile folder, file or neighbour may do to a run: nothing."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import CRASHED
from pipeline.errors import UsageError
from pipeline.files import PARTIAL, numbered_lines
from pipeline.plain import harmless
from pipeline.retrain.corrections.decisions import Decision, append_decisions, read_decision_log
from pipeline.settings import STORE
from pipeline.store.lock import NAME
from pipeline.values.text.anchors import Anchor
from tests.small_runs import blank_model, run_on, tables, write_articles


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return blank_model(tmp_path_factory.mktemp("model"))


def test_an_input_is_never_written_over(model: str, tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    table.write_text("id,text\n1,Orrin Foods paid £2 million for a bakery.\n")
    with pytest.raises(UsageError, match=r"articles.csv is an input"):
        run_on(table, tmp_path, model)
    assert table.read_text().startswith("id,text\n")


def test_what_no_run_wrote_is_not_written_over(model: str, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "people.csv").write_text("my,own\n")
    with pytest.raises(UsageError, match=r"people.csv, but no run of ours"):
        run_on(write_articles(tmp_path / "in", 1), out, model)
    assert (out / "people.csv").read_text() == "my,own\n"


def test_a_folder_whose_store_was_deleted_is_still_a_runs(model: str, tmp_path: Path) -> None:
    source, out = write_articles(tmp_path / "in", 1), tmp_path / "out"
    run_on(source, out, model)
    before = tables(out)
    (out / STORE).unlink()
    run_on(source, out, model)
    assert tables(out) == before


def test_nothing_new_is_no_work_and_writes_nothing(model: str, tmp_path: Path) -> None:
    source, out = write_articles(tmp_path / "in", 2), tmp_path / "out"
    run_on(source, out, model)
    written = {path.name: path.stat().st_mtime_ns for path in out.glob("*.csv")}
    run_on(source, out, model)
    assert {path.name: path.stat().st_mtime_ns for path in out.glob("*.csv")} == written
    (out / "money.csv").unlink()
    run_on(source, out, model)
    assert (out / "money.csv").is_file()


def test_workers_look_for_no_module_in_the_current_folder(model: str, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", 3)
    for name in ("struct", "selectors", "socket"):
        (source / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    start = tmp_path / "start.py"  # as the installed command starts: its own folder is on the path, not the current one
    start.write_text("from pipeline.cli import main\nif __name__ == '__main__':\n    main()\n")
    files = [f"00{n}.txt" for n in range(3)]
    command = [sys.executable, str(start), "run", *files, "-o", "../out", "-w", "2", "--model", model]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "ran").exists()


def test_a_reader_of_the_tables_stops_no_run(model: str, tmp_path: Path) -> None:
    source, out = write_articles(tmp_path / "in", 1), tmp_path / "out"
    run_on(source, out, model)
    reader = sqlite3.connect(out / STORE, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM money").fetchone() == (1,)
    run_on(write_articles(source, 1, first=1), out, model)
    assert reader.execute("SELECT count(*) FROM money").fetchone() == (1,)
    reader.execute("COMMIT")
    assert reader.execute("SELECT count(*) FROM money").fetchone() == (2,)


def test_a_lock_that_is_a_link_is_not_followed(model: str, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("keep me")
    out = tmp_path / "out"
    out.mkdir()
    (out / NAME).symlink_to(precious)
    with pytest.raises(UsageError, match="can't be written to"):
        run_on(write_articles(tmp_path / "in", 1), out, model)
    assert precious.read_text() == "keep me"


def test_only_our_half_written_files_are_removed(model: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    theirs, ours = out / ".download.partial", out / f".money.csv.1{PARTIAL}"
    for path in (theirs, ours):
        path.write_text("half")
    run_on(write_articles(tmp_path / "in", 1), out, model)
    assert theirs.exists() and not ours.exists()


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0c", "\x1e"])
def test_a_separator_in_a_sentence_ends_no_line_of_the_log(tmp_path: Path, separator: str) -> None:
    log = tmp_path / "decisions.jsonl"
    place = Anchor(0, "Volta", prefix="", suffix=f"{separator} Foods")
    one = Decision(article_id="a", table="mentions", action="reject", anchor=place)
    append_decisions(log, [one])
    append_decisions(log, [Decision(article_id="b", table="mentions", action="reject", anchor=place)])
    assert [decision.article_id for decision in read_decision_log(log)] == ["a", "b"]
    assert read_decision_log(log)[0].anchor == place
    assert [json.loads(line)["article_id"] for _, line in numbered_lines(log.read_text("utf-8"))] == ["a", "b"]


@pytest.mark.parametrize("text", ["\x1b]52;c;cm0=\x07", "a\x1b[2Jb", "evil\u202etxt.exe", "\x9b31m", "\u2066x\u2069"])
def test_a_terminal_gets_no_commands(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or sign in "\u202e\u2066\u2069" for sign in shown)


def test_line_ends_and_letters_stay_as_they_are() -> None:
    assert harmless("Société\n\t“Łódź” שלום") == "Société\n\t“Łódź” שלום"


def test_a_bug_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    code = "import pipeline.cli as c\ndef f(): raise ValueError('x')\nc.app = f\nc.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == CRASHED and "ValueError: x" in done.stderr


def test_paths_are_no_markup(model: str, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", 1)
    command = [sys.executable, "-m", "pipeline.cli", "run", str(source), "-o", "o[/x]", "--model", model]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0 and "o[/x]" in done.stderr


def test_names_and_ids_that_no_file_can_hold_stop_no_run(model: str, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", 2)
    os.rename(source / "001.txt", os.path.join(os.fsencode(source), b"caf\xe9.txt"))
    (source / "a.jsonl").write_text(json.dumps({"id": "a\ud800", "text": "Volta paid £5 million."}) + "\n")
    out = tmp_path / os.fsdecode(b"out\xe9")
    for _ in range(2):
        summary = run_on(source, out, model)
        assert summary.errors == 0 and summary.rows["articles"] == 3
    assert summary.unchanged == 3
    written = (out / "articles.csv").read_text("utf-8")
    assert "caf\\xe9.txt" in written and "a.jsonl#a\\ud800" in written


def test_a_file_that_is_called_as_a_row_of_another_takes_nothing_from_it(model: str, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.jsonl").write_text(json.dumps({"id": "1", "text": "Volta paid £5 million."}) + "\n{\n")
    (source / "a.jsonl#1").write_text("Orrin paid £6 million.")
    (source / "a.jsonl#2").write_text("\x00\x01")
    out = tmp_path / "out"
    for force in (False, True):
        summary = run_on(source, out, model, force=force)
        assert (summary.rows["articles"], summary.rows["errors"]) == (2, 2)


def test_what_is_piped_in_later_takes_nothing_from_what_was_before(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, text in enumerate(["Volta paid £5 million.", "Orrin paid £6 million.", "Orrin paid £6 million."], 1):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        summary = run_on([Path("-")], tmp_path / "out", model)
        assert summary.rows["articles"] == min(number, 2)
    assert summary.unchanged == 1
