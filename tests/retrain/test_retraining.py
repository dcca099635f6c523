import json

import pytest

from pipeline.errors import UsageError
from pipeline.extract.user_rules.component import UserRules
from pipeline.retrain import retraining
from pipeline.retrain.learning.test_bed import Proof
from pipeline.retrain.report import lines_of_report
from pipeline.retrain.retraining import RetrainPlan, retrain
from pipeline.retrain.runs.diff import compare_runs
from pipeline.retrain.versions.history import RuleSets, difference
from pipeline.retrain.versions.usage import worth_of_rules
from tests.retrain.articles import NLP, plain
from tests.retrain.exporting import ID, TEXT, csv_text, exported, place, rows


class Plain(Proof):
    """Annotated articles in which nothing is wrong."""

    def evidence(self, version):
        return [plain(n) for n in range(3)]


@pytest.fixture
def teach(tmp_path, monkeypatch):
    """Give a function that retrains from edited rows."""
    monkeypatch.setattr(retraining, "read_exported", lambda folder: exported())

    def run(edited, **options):
        path = tmp_path / "mentions.csv"
        path.write_text(csv_text(edited))
        plan = RetrainPlan(
            corrected=[path], run=tmp_path, log=tmp_path / "log/decisions.jsonl", rules=tmp_path / "rules"
        )
        return retrain(plan, Plain(None, tmp_path / "rules"), **options)

    return run


def rejected(words):
    return [{**row, "reject": "x" if row["text"] == words else ""} for row in rows()]


def test_a_correction_is_logged_learned_and_put_to_use(teach, tmp_path):
    outcome = teach(rejected("Ferry Act"))
    assert outcome.used and (tmp_path / "rules/CURRENT").read_text() == "1\n"
    assert len((tmp_path / "log/decisions.jsonl").read_text().splitlines()) == 1
    assert [rule.when for rule in outcome.rules.edits] == [{"label": "ORG", "text": "Ferry Act"}]
    shown = "\n".join(lines_of_report(outcome, examples=True))
    assert "no mention: ORG 'Ferry Act' itself" in shown and "rule set 1 is in use" in shown


def test_the_rules_undo_what_was_wrong_in_the_article(teach, tmp_path):
    teach(rejected("Ferry Act"))
    users = UserRules(NLP, RuleSets(tmp_path / "rules").read("1"))
    assert len(users.decided[ID]) == 1 and users.decided[ID][0].cells["label"] is None


def test_a_dry_run_writes_nothing(teach, tmp_path):
    outcome = teach(rejected("Ferry Act"), write=False)
    assert outcome.written is None and not (tmp_path / "rules").exists() and not (tmp_path / "log").exists()


def test_a_bad_row_leaves_nothing_behind(teach, tmp_path):
    edited = [*rejected("Ferry Act"), {"article_id": ID, "text": "Nobody", "label": "ORG"}]
    with pytest.raises(UsageError, match="row 9"):
        teach(edited)
    assert not (tmp_path / "rules").exists() and not (tmp_path / "log").exists()


def test_where_nothing_was_ever_decided_there_is_nothing_to_learn(teach, tmp_path):
    with pytest.raises(UsageError, match="there is nothing to learn"):
        teach(rows())
    assert not (tmp_path / "rules").exists() and not (tmp_path / "log").exists()


def test_rules_that_lose_too_much_are_not_used(teach, tmp_path, monkeypatch):
    monkeypatch.setattr(retraining, "losses", lambda *_: ["ORG lost 2.0"])
    outcome = teach(rejected("Ferry Act"))
    assert not outcome.used and not (tmp_path / "rules/CURRENT").exists()
    assert "not in use (ORG lost 2.0" in "\n".join(lines_of_report(outcome))
    assert teach(rejected("Ferry Act"), apply=True).used


def test_the_same_corrections_again_teach_nothing_new(teach, tmp_path):
    teach(rejected("Ferry Act"))
    again = teach(rejected("Ferry Act"))
    assert again.rules.edits == teach(rejected("Ferry Act")).rules.edits and len(again.rules.edits) == 1
    assert again.fresh == [] and len((tmp_path / "log/decisions.jsonl").read_text().splitlines()) == 1


def test_versions_are_compared_and_undone(teach, tmp_path):
    teach(rejected("Ferry Act"))
    teach([{**row, "label": "LOC" if row["text"] == "Ferry Act" else row["label"]} for row in rows()])
    sets = RuleSets(tmp_path / "rules")
    assert sets.versions() == ["1", "2"] and sets.current() == "2"
    lines = difference(sets.lines("1"), sets.lines("2"))
    assert any(line.startswith("- ") for line in lines) and any("LOC in" in line for line in lines)
    assert sets.undo(when="now") == "1" and sets.undo(when="now") is None
    with pytest.raises(UsageError, match="nothing to undo"):
        sets.undo(when="now")
    with pytest.raises(UsageError, match="there is no rule set '9'"):
        sets.use("9", when="now")
    sets.use(None, when="now")
    assert sets.current() is None


def test_evidence_is_kept_beside_the_rules(teach, tmp_path):
    teach(rejected("Ferry Act"))
    (record,) = map(json.loads, (tmp_path / "rules/1/evidence.jsonl").read_text().splitlines())
    assert (record["mended"], record["broken"], record["articles"], record["archive"]) == (1, 0, [ID], 1)


def test_what_rules_are_worth_is_counted(teach, tmp_path):
    teach(rejected("Ferry Act"))
    run = exported()
    run.tables["mentions"][-1]["found_by"] = "press_rules/1.1-mine"
    by_rule = {one.rule_id: one for one in worth_of_rules(run, tmp_path / "log/decisions.jsonl", tmp_path / "rules")}
    assert (by_rule["1.1-mine"].fired, by_rule["1.1-mine"].corrected, by_rule["1.1-mine"].precision) == (1, 1, 0)
    assert by_rule["1.1-veto-org-ferry-act"].fired == 0


def test_two_runs_are_compared():
    other = exported()
    other.tables["mentions"].pop()
    other.tables["mentions"][0]["entity_id"] = "o-9"
    lines = list(compare_runs(exported(), other, tables=["mentions"]))
    assert lines[1] == "mentions: 1 gone, 0 new, 1 changed"
    start, end = place("Ferry Act")
    assert lines[2] == f"  - {ID} {start}-{end} ORG 'Ferry Act'" and "entity_id 'o-1' -> 'o-9'" in lines[3]
    with pytest.raises(UsageError, match="no table 'x'"):
        list(compare_runs(exported(), other, tables=["x"]))
    assert TEXT in exported().texts.values()


def test_what_learned_rows_are_worth_is_counted(teach, tmp_path):
    teach(rejected("Ferry Act"))
    (tmp_path / "rules/1/titles.csv").write_text("id,kind,words\nuser_head_treasurer,head,treasurer\n")
    (tmp_path / "rules/1/aliases.csv").write_text("id,kind,words\nuser_body_volta,body,Volta Foods Ltd|Volta\n")
    run = exported(organisations=[{"article_id": ID, "name": "Volta Foods Ltd", "aliases": "Volta"}])
    by_rule = {
        one.rule_id: one.fired for one in worth_of_rules(run, tmp_path / "log/decisions.jsonl", tmp_path / "rules")
    }
    assert (by_rule["user_head_treasurer"], by_rule["user_body_volta"]) == (1, 1)
