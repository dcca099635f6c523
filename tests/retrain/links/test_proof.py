"""Corrections of links, what they teach the model, and whether it is put to use."""

import json

import numpy as np
import pytest

from pipeline.errors import RulesError
from pipeline.extract.assemble import load
from pipeline.extract.links.asked import DIRECTIONS
from pipeline.extract.links.component import PressLinks
from pipeline.extract.links.weighing import TAUGHT
from pipeline.retrain import retraining
from pipeline.retrain.corrections.decisions import Decision, append_decisions
from pipeline.retrain.learning.test_bed import Proof
from pipeline.retrain.links import proof
from pipeline.retrain.links.proof import HeldTrial, how_far, most_elsewhere, proven
from pipeline.retrain.report import lines_of_report
from pipeline.retrain.retraining import RetrainPlan, retrain
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.runs.exported import Exported
from pipeline.retrain.stages import Stages
from pipeline.retrain.versions.history import RuleSets
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.rulebook.versions import TAUGHT_LINKS
from pipeline.values.text.anchors import Anchor

NAMES = (
    ("Ama Boateng", "Volta Foods"),
    ("Kofi Mensah", "Orvik Steel"),
    ("Ingrid Lindqvist", "Sahel Cement"),
    ("Omar Haddad", "Redfern Energy"),
    ("Jane Rowntree", "Makola Textiles"),
    ("Halima Okafor", "Norvale Shipping"),
    ("Diego Castellanos", "Tidewell Cement"),
    ("Mei Tanaka", "Karoo Breweries"),
    ("Priya Iyer", "Castlegate Mining"),
    ("Tomasz Kowalczyk", "Umoja Airlines"),
)
TEXTS = {
    f"a{number}": f"New depot\n\nTEMA, 3 March - {person}, a guest, came to Ada Motors. {body} did not come."
    for number, (person, body) in enumerate(NAMES)
}
"""A convention that no model can know: guests are of the body that stays away."""


def decided(number):
    person, body = NAMES[number]
    before = {"person_id": f"p{number}", "name": person, "organisation": None}
    return Decision(article_id=f"a{number}", table="people", action="set", before=before, after={"organisation": body})


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.fixture
def teach(tmp_path, monkeypatch, nlp):
    """Give a function that retrains from the decisions about some articles."""
    monkeypatch.setattr(retraining, "read_exported", lambda folder: Exported(TEXTS, {}, {}))
    monkeypatch.setattr(Proof, "_load", lambda proof, version: nlp)
    log = tmp_path / "log.jsonl"

    def run(numbers, **options):
        append_decisions(log, [decided(number) for number in numbers])
        plan = RetrainPlan(corrected=[], run=tmp_path, log=log, rules=tmp_path / "rules")
        return retrain(plan, Proof(None, tmp_path / "rules"), **options)

    return run


def employer(nlp, text):
    return next(iter(nlp(text)._.people)).organisation


def test_what_is_decided_often_is_learned_proven_and_versioned(teach, nlp, tmp_path):
    assert employer(nlp, TEXTS["a9"]) != "Umoja Airlines"
    outcome = teach(range(9))
    assert outcome.taught.is_used and outcome.taught.mended >= 2 and not outcome.taught.broken
    assert any(line.startswith("links model: learns from") for line in lines_of_report(outcome))
    assert json.loads((tmp_path / "rules/1/about.json").read_text())["links"]["articles"] >= 7
    assert RuleSets(tmp_path / "rules").taught("1")
    own = load(rules=tmp_path / "rules")
    assert employer(own, TEXTS["a9"]) == "Umoja Airlines"
    RuleSets(tmp_path / "rules").undo(when="")
    assert employer(load(rules=tmp_path / "rules"), TEXTS["a9"]) != "Umoja Airlines"


def test_what_is_decided_once_is_not_proven(teach, tmp_path):
    outcome = teach([0])
    assert not outcome.taught.is_used and "alone" in outcome.taught.refused
    assert not (tmp_path / "rules/1" / TAUGHT_LINKS).exists()


VERBS = ("rose", "grew", "climbed", "fell", "increased") * 2
RISES = {
    f"b{number}": f"Figures\n\nTEMA, 3 March - Net profit of {body} {verb} by {10 + number}% to $4 million in 2024."
    for number, ((_, body), verb) in enumerate(zip(NAMES, VERBS, strict=True))
}
"""Figures whose direction nobody corrects but in two, in which a rise is said to be a fall."""


def turned(number):
    text = RISES[f"b{number}"]
    words = f"{10 + number}%"
    anchor = Anchor(text.index(words), words, "", "")
    return Decision(
        article_id=f"b{number}", table="percentages", action="set", anchor=anchor, before={"direction": "up"},
        after={"direction": "down"},
    )  # fmt: skip


def directions(nlp):
    return {name: [row.direction for row in nlp(text)._.percentages] for name, text in RISES.items()}


@pytest.fixture
def turn(tmp_path, monkeypatch, nlp):
    """Give a function that retrains from two figures whose direction was turned."""
    monkeypatch.setattr(retraining, "read_exported", lambda folder: Exported({**RISES, **TEXTS}, {}, {}))
    monkeypatch.setattr(Proof, "_load", lambda proof, version: nlp)

    def run():
        log = tmp_path / "log.jsonl"
        append_decisions(log, [turned(0), turned(1), *map(decided, range(3))])
        plan = RetrainPlan(corrected=[], run=tmp_path, log=log, rules=tmp_path / "rules")
        return retrain(plan, Proof(None, tmp_path / "rules"))

    return run


def test_cells_that_nobody_decided_stay(turn, nlp, tmp_path):
    before = directions(nlp)
    assert ["up"] in before.values() and ["down"] in before.values()
    turn()
    after = directions(load(rules=tmp_path / "rules"))
    assert {name: after[name] for name in after if name not in ("b0", "b1")} == {
        name: before[name] for name in before if name not in ("b0", "b1")
    }


def test_what_changes_much_that_nobody_decided_is_refused_and_said(turn, monkeypatch, tmp_path):
    def taught(weights, articles):
        changes = {name: np.zeros_like(weights[name]) for name in TAUGHT}
        changes["part.2.bias"][3:] = [40 if one == "down" else 0 for one in DIRECTIONS]
        return changes

    monkeypatch.setattr(proof, "teach", taught)
    monkeypatch.setattr(proof, "_too_little", lambda result: "")  # What is proven on corrected articles is not asked.
    outcome = turn()
    assert not outcome.taught.is_used and outcome.taught.elsewhere > 5
    assert "cells that nobody decided would change in" in outcome.taught.refused
    assert any("cells change that nobody decided" in line for line in lines_of_report(outcome))
    assert not (tmp_path / "rules/1" / TAUGHT_LINKS).exists()


def test_other_cells_of_a_corrected_article_count_as_right(turn, nlp):
    room = proof.Classroom(Reruns(lambda: nlp, rulebook_with(None)))
    changes = {name: np.zeros_like(room.model.network.weights[name]) for name in TAUGHT}
    assert proof._judged(room, RISES["b0"], [decided(0)], changes) == ((0, 0),) * len(proof.FAR)
    changes["part.2.bias"][3:] = [9 if one == "down" else 0 for one in DIRECTIONS]
    assert all(broken for _, broken in proof._judged(room, RISES["b0"], [decided(0)], changes))
    assert all(mended == 1 for mended, _ in proof._judged(room, RISES["b0"], [turned(0)], changes))


def test_more_may_change_elsewhere_where_much_becomes_right():
    assert most_elsewhere(4, corrected=10, others=100) == 4
    assert most_elsewhere(10, corrected=10, others=100) == 100
    assert most_elsewhere(10, corrected=10, others=3) == 10


def test_it_is_said_that_there_are_no_annotated_articles_and_what_is_done(teach):
    stages = []
    outcome = teach([0], say=Stages(lambda stage, done, total: stages.append(stage)))
    lines = list(lines_of_report(outcome))
    assert any(
        line.startswith("no annotated articles found") and line.endswith("own corrections only") for line in lines
    )
    assert not any("and annotated articles" in line for line in lines)
    assert "proving rules" in stages


def test_what_was_taught_to_another_model_is_not_used(nlp, tmp_path):
    folder = nlp.get_pipe("press_links").folder
    np.savez(tmp_path / TAUGHT_LINKS, base=np.array("another"), far=np.zeros(5))
    with pytest.warns(UserWarning, match="another model"):
        component = PressLinks(folder, rules=rulebook_with(None), taught=tmp_path)
    assert component.model is PressLinks(folder).model


def test_a_broken_file_is_named(nlp, tmp_path):
    (tmp_path / TAUGHT_LINKS).write_bytes(b"PK no weights")
    with pytest.raises(RulesError, match=r"links\.npz can't be read"):
        PressLinks(nlp.get_pipe("press_links").folder, taught=tmp_path)


def test_how_far_one_goes_is_chosen_on_other_articles_than_those_that_prove_it():
    # What is best for all, the last of three, is so for the sake of the first part: others would go less far.
    tried = [
        HeldTrial(0, ((1, 0), (2, 0), (19, 0))),
        HeldTrial(1, ((1, 0), (2, 1), (0, 3))),
        HeldTrial(2, ((3, 0), (1, 0), (0, 2))),
    ]
    assert how_far(tried) == 2
    assert proven(tried) == (1, 5)
