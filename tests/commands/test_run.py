import csv
import json
import sqlite3

import pytest

from pipeline.tables import TABLES
from tests.small_runs import blank_model


def rows(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_article_becomes_every_table(pressfacts, release, tmp_path):
    result = pressfacts("run", release, "-o", "out")
    out = tmp_path / "out"
    assert result.exit_code == 0
    assert {path.stem for path in out.glob("*.csv")} == set(TABLES)
    (amount,) = rows(out, "money")
    assert (amount["low"], amount["currency"]) == ("40000000", "GHS")
    (percentage,) = rows(out, "percentages")
    assert (percentage["low"], percentage["direction"]) == ("12", "up")
    (person,) = rows(out, "people")
    assert person["name"] == "Ama Serwaa Boateng"
    (quote,) = rows(out, "quotes")
    assert quote["speaker_id"] == person["person_id"]


def test_the_package_and_the_run_are_described(pressfacts, release, tmp_path):
    pressfacts("run", release, "-o", "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert run["rows"]["articles"] == 1 and run["versions"]["spacy"]


def test_sqlite_holds_the_same_rows(pressfacts, release, tmp_path):
    pressfacts("run", release, "-o", "out")
    with sqlite3.connect(tmp_path / "out" / "pressfacts.sqlite") as connection:
        for name in TABLES:
            (count,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            assert count == len(rows(tmp_path / "out", name)), name


def test_bad_inputs_become_rows_and_the_exit_code_says_so(pressfacts, release, tmp_path):
    (release.parent / "empty.txt").write_text("")
    (release.parent / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (release.parent / "francais.txt").write_text(
        "Le ministre a annoncé mardi que le gouvernement investirait davantage dans les écoles rurales du pays. "
        "Les syndicats demandent une réunion avec les préfets avant la fin du mois de juin.",
        encoding="utf-8",
    )
    result = pressfacts("run", release.parent, "-o", "out")
    errors = {row["source"].rsplit("/", 1)[-1]: row for row in rows(tmp_path / "out", "errors")}
    assert result.exit_code == 1
    assert set(errors) == {"empty.txt", "noise.bin", "francais.txt"}
    assert all(row["stage"] == "ingest" and row["message"] for row in errors.values())
    assert len(rows(tmp_path / "out", "articles")) == 1


def test_other_languages_are_read_where_asked(pressfacts, tmp_path):
    (tmp_path / "de.txt").write_text(
        "Der Minister sagte am Dienstag, dass die Regierung mehr Geld für Schulen auf dem Land ausgeben werde.\n"
    )
    assert pressfacts("run", "de.txt", "-o", "out", "--any-language").exit_code == 0
    assert len(rows(tmp_path / "out", "articles")) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nowhere.txt",), "nowhere.txt"),
        (("in", "--format", "docx"), "the formats are csv"),
        (("in", "--model", "no_such_model"), "no model 'no_such_model'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(pressfacts, release, words, sentence):
    result = pressfacts("run", *words, "-o", "out")
    assert result.exit_code == 2
    assert sentence in str(result.exception) and "\n" not in str(result.exception)


def test_standard_input(pressfacts, tmp_path):
    result = pressfacts("run", "-", "-o", "out", input="Tano Ltd paid $5 million to Ada Obi, its former chair.")
    assert result.exit_code == 0
    assert [row["text"] for row in rows(tmp_path / "out", "money")] == ["$5 million"]


def test_columns_can_be_named(pressfacts, tmp_path):
    (tmp_path / "a.csv").write_text(
        "key,body,day\n7,Tano Ltd paid €5 million for the site.,2025-03-02\n", encoding="utf-8"
    )
    pressfacts("run", "a.csv", "-o", "out", "--text-column", "body", "--id-column", "key", "--published-column", "day")
    (article,) = rows(tmp_path / "out", "articles")
    assert (article["source_id"], article["published"]) == ("7", "2025-03-02")


def test_the_same_input_gives_the_same_bytes(pressfacts, release, tmp_path):
    for name in ("one", "two"):
        pressfacts("run", release, "-o", name)
    for path in (tmp_path / "one").glob("*.csv"):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_other_formats(pressfacts, release, tmp_path):
    assert pressfacts("run", release, "-o", "out", "-f", "csv", "-f", "jsonl").exit_code == 0
    people = [json.loads(line) for line in (tmp_path / "out" / "people.jsonl").read_text().splitlines()]
    assert [person["name"] for person in people] == ["Ama Serwaa Boateng"]


def test_other_columns_are_kept_and_are_columns_where_asked(pressfacts, tmp_path):
    (tmp_path / "a.csv").write_text(
        "Topic,url,Headline,text\nland,https://t.example/1,Tano pays,Tano Ltd paid €5 million for the site.\n", "utf-8"
    )
    assert pressfacts("run", "a.csv", "-o", "out", "--extra-column", "Topic").exit_code == 0
    (article,) = rows(tmp_path / "out", "articles")
    assert (article["url"], json.loads(article["extra"]), article["Topic"]) == (
        "https://t.example/1", {"Topic": "land"}, "land")  # fmt: skip
    (warning,) = rows(tmp_path / "out", "warnings")
    assert warning["warning"] == "columns" and "title from 'Headline'" in warning["message"]


def test_a_run_says_why_inputs_could_not_be_used(pressfacts, release, tmp_path):
    (release.parent / "empty.txt").write_text("")
    result = pressfacts("run", release.parent, "-o", "out")
    assert "1 input could not be used" in result.stderr and "the file is empty" in " ".join(result.stderr.split())
    for number in range(3):
        (release.parent / f"{number}.png").write_bytes(b"\x89PNG\r\n")
    result = pressfacts("run", release.parent, "-o", "out")
    assert "4 inputs could not be used (3 unsupported, 1 empty)" in " ".join(result.stderr.split())


def test_a_workbook_that_would_be_too_large_is_said(pressfacts, release, tmp_path):
    (tmp_path / "few.toml").write_text("workbook_rows = 2\n", encoding="utf-8")
    result = pressfacts("run", release, "-o", tmp_path / "out", "--settings", tmp_path / "few.toml")
    assert "no workbook: a table has" in result.stderr and not (tmp_path / "out" / "pressfacts.xlsx").exists()


def test_a_folder_without_files_is_an_error_and_leaves_nothing(pressfacts, tmp_path):
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    (tmp_path / "empty" / ".hidden").write_text("x")
    result = pressfacts("run", "empty", "-o", "out")
    assert result.exit_code == 2 and "empty holds no files that pressfacts reads" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_was_emptied_since_the_last_run_keeps_its_tables(pressfacts, release, tmp_path):
    model = blank_model(tmp_path / "model")
    pressfacts("run", "in", "-o", "out", "--model", model)
    release.unlink()
    result = pressfacts("run", "in", "-o", "out", "--model", model)
    assert result.exit_code == 0 and "in holds no files" in " ".join(result.stderr.split())
    assert len(rows(tmp_path / "out", "articles")) == 1


def test_a_run_says_which_rule_set_is_in_use(pressfacts, release, tmp_path):
    model = blank_model(tmp_path / "model")
    assert "rule set" not in pressfacts("run", release, "-o", "out", "--model", model).stderr
    (tmp_path / "rules" / "2").mkdir(parents=True)
    (tmp_path / "rules" / "CURRENT").write_text("2\n")
    result = pressfacts("run", release, "-o", "out", "--model", model, "--rules", "rules")
    assert "rules/2 is in use" in " ".join(result.stderr.split())
