import json
from datetime import date

import pytest

from pipeline.errors import UsageError
from pipeline.retrain.corrected_articles import corrected_articles, write_corrected_articles
from pipeline.retrain.corrections.decisions import append_decisions
from pipeline.retrain.retraining import RetrainPlan, new_decisions
from pipeline.retrain.runs.exported import read_exported
from pipeline.run import run
from pipeline.settings import Settings

TEXT = "Volta Foods paid €5 million to Ada Obi, its former chair, on Monday. Ada Obi lives in Accra."


@pytest.fixture
def corrected(tmp_path):
    """Give a run's folder and a log in which every mention of Ada Obi was rejected."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    out, log = tmp_path / "out", tmp_path / "decisions.jsonl"
    run([tmp_path / "a.txt"], Settings(output=str(out), rules=str(tmp_path / "rules")), today=date(2025, 3, 3))
    header, *rows = (out / "mentions.csv").read_text(encoding="utf-8").splitlines()
    edited = [f"{header},reject", *(f"{row},{'x' if ',Ada Obi,' in row else ''}" for row in rows)]
    (tmp_path / "mentions.csv").write_text("\n".join(edited) + "\n", encoding="utf-8")
    plan = RetrainPlan(
        corrected=[tmp_path / "mentions.csv"], run=out, log=log, rules=tmp_path / "rules", when="2025-03-03"
    )
    decisions, _ = new_decisions(plan, read_exported(out))
    append_decisions(log, decisions)
    return out, log


def test_what_was_rejected_is_no_name_of_the_article(corrected):
    (article,) = corrected_articles(*corrected)
    names = [article["text"][m["start"] : m["end"]] for m in article["mentions"]]
    assert article["text"] == TEXT
    assert "Volta Foods" in names and "Ada Obi" not in names


def test_they_are_written_as_gold_is(corrected, tmp_path):
    path = write_corrected_articles(*corrected, tmp_path / "corrected.jsonl")
    (record,) = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert set(record) == {"id", "text", "mentions"}


def test_no_decision_is_said(corrected, tmp_path):
    with pytest.raises(UsageError, match="holds no decision"):
        write_corrected_articles(corrected[0], tmp_path / "none.jsonl", tmp_path / "corrected.jsonl")
