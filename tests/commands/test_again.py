"""A run folder remembers what was read into it, and how; a run ends with what one can do next."""

import csv

import pytest

from pipeline.runs.remembered import remembered_runs


def rows(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_ends_with_what_one_can_do_next(pressfacts, release):
    said = pressfacts("run", release, "-o", "out").output
    assert "out/report.html, or pressfacts review out" in said
    assert "out/pressfacts.xlsx" in said and "pressfacts retrain --run out" in said


def test_no_report_is_written_where_none_is_asked_for(pressfacts, release, tmp_path):
    said = pressfacts("run", release, "-o", "out", "--no-report", "-f", "csv").output
    assert not (tmp_path / "out/report.html").exists() and "report.html" not in said and "out/mentions.csv" in said


def test_a_refresh_needs_neither_paths_nor_the_right_directory(pressfacts, release, tmp_path, monkeypatch):
    pressfacts("run", "in", "-o", "out", "--any-language", "-f", "csv")
    before = rows(tmp_path / "out", "articles")
    (tmp_path / "in/more.txt").write_text("Tano Ltd paid €5 million to Ada Obi, its former chair.", "utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert pressfacts("run", "-o", tmp_path / "out", "--refresh").exit_code == 0
    after = rows(tmp_path / "out", "articles")
    assert {row["source"] for row in after} == {row["source"] for row in before} | {"in/more.txt"}
    assert remembered_runs(tmp_path / "out").settings.any_language
    assert not list(elsewhere.iterdir())


def test_a_report_is_one_file_with_nothing_to_fetch(pressfacts, release, tmp_path):
    pressfacts("run", release, "-o", "out", "--no-report")
    assert pressfacts("report", "out", "-o", "march.html", "--title", "Trade <March>").exit_code == 0
    page = (tmp_path / "march.html").read_text("utf-8")
    assert "Trade &lt;March&gt;" in page and "GHS 40,000,000" in page and "We sold more of everything" in page
    assert "<script" not in page and 'src="' not in page and "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize("words", [("report", "nowhere"), ("review", "nowhere", "--no-open")])
def test_without_a_run_one_sentence_says_so(pressfacts, words):
    result = pressfacts(*words)
    assert result.exit_code == 2 and "no run was written here" in str(result.exception)


def test_rules_of_the_run_before_are_named_where_they_are_left_out(pressfacts, release, tmp_path):
    rules = tmp_path / "mine/1"
    rules.mkdir(parents=True)
    (rules / "edits.jsonl").write_text("")
    pressfacts("run", release, "-o", "out", "--rules", "mine/1")
    assert "--rules mine/1 uses them" in pressfacts("run", release, "-o", "out").output
