import json

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.extract.user_rules.files import write_rule_set
from pipeline.extract.user_rules.rule_set import EditRule, RuleSet
from pipeline.retrain.versions.history import RuleSets


@pytest.fixture
def sets(tmp_path):
    sets = RuleSets(tmp_path / "rules")
    for version, last in (("1", "Act"), ("2", "Bill")):
        rules = RuleSet(edits=(EditRule(f"{version}.1-veto", {"label": "ORG", "last": last}, "veto"),))
        evidence = [{"id": f"{version}.1-veto", "mended": 4, "broken": 0}]
        sets.write(version, rules, {"version": version, "when": "2025-03-02", "who": "ann"}, evidence)
    sets.use("2", when="2025-03-02")
    return sets


def said(*words):
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_rule_sets_are_listed_shown_and_compared(sets):
    folder = ["--rules", str(sets.folder)]
    assert [line[:6].split() for line in said("rules", "list", *folder).splitlines()] == [["1"], ["*", "2"]]
    shown = said("rules", "show", *folder)
    assert "4 mended   0 broken  2.1-veto: no mention: ORG ending in 'Bill'" in shown
    assert json.loads(shown.splitlines()[-1])["who"] == "ann"
    assert said("rules", "diff", "1", "2", *folder).splitlines() == [
        "- 1.1-veto  no mention: ORG ending in 'Act'",
        "+ 2.1-veto  no mention: ORG ending in 'Bill'",
    ]


def test_a_rule_set_is_put_to_use_and_undone(sets):
    folder = ["--rules", str(sets.folder)]
    assert said("rules", "use", "1", *folder) == "rule set 1 is in use\n" and sets.current() == "1"
    assert said("rules", "undo", *folder) == "rule set 2 is in use\n" and sets.current() == "2"
    assert said("rules", "use", "none", *folder) and sets.current() is None


def test_rule_sets_of_a_run_are_found_by_its_folder(sets):
    run = str(sets.folder.parent)
    assert "* " in said("rules", "list", run) and said("rules", "list", run) == said("rules", "list", "--run", run)
    assert said("rules", "use", "1", "--run", run) and sets.current() == "1"
    assert said("rules", "undo", run) == "rule set 2 is in use\n" and sets.current() == "2"


def test_an_empty_folder_says_what_to_do(tmp_path):
    assert "`pressfacts retrain EDITED.csv` makes one" in said("rules", "list", "--rules", str(tmp_path))


def test_rule_sets_written_by_hand_are_read(tmp_path):
    write_rule_set(RuleSet(edits=(EditRule("mine", {"label": "ORG", "text": "Bill"}, "veto"),)), tmp_path / "7")
    assert "0 mended   0 broken  mine" in said("rules", "show", "7", "--rules", str(tmp_path))
