"""Every way into the pipeline uses the user's rules: what `run` finds, the others show and explain."""

import csv

import pytest

import pipeline
from pipeline.extract.opening import open_pipeline
from pipeline.settings import Settings

TEXT = "Kasoa Terminals Ltd said on Monday that its gaffa, Ama Boateng, had signed for the crane.\n"


@pytest.fixture
def in_folder(tmp_path, monkeypatch):
    """Work in a folder with an article and a rule set that adds the title `gaffa`."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "outputs" / "rules").mkdir(parents=True)
    (tmp_path / "outputs" / "rules" / "titles.csv").write_text("id,kind,words\nuser_gaffa,head,gaffa\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_pipeline_is_opened_once(in_folder):
    assert open_pipeline(Settings()) is open_pipeline(Settings(workers=2))
    assert open_pipeline(Settings()) is not open_pipeline(Settings(rules=""))


def test_the_run_uses_the_users_rules(in_folder, pressfacts):
    assert pressfacts("run", "in").exit_code == 0
    with (in_folder / "outputs" / "people.csv").open() as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["gaffa"]


def test_show_and_explain_agree_with_the_run(in_folder, pressfacts):
    assert "gaffa" in pressfacts("show", "in/a.txt").output.split("people")[1]
    assert "finds ROLE 'gaffa'" in pressfacts("explain", "in/a.txt", "--at", "gaffa").output


def test_the_function_uses_the_users_rules(in_folder):
    assert pipeline.extract([TEXT])["people"].loc[0, "title"] == "gaffa"
    assert pipeline.extract([TEXT], rules="none")["people"]["title"].isna().all()
