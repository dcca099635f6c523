"""Corrections of links, what they teach the model, and whether it is put to use."""

import json

import numpy as np
import pytest

from pipeline.errors import RulesError
from pipeline.extract.assemble import load
from pipeline.extract.links.component import PressLinks
from pipeline.retrain import retraining
from pipeline.retrain.corrections.decisions import Decision, append_decisions
from pipeline.retrain.learning.test_bed import Proof
from pipeline.retrain.links.proof import HeldTrial, how_far, proven
from pipeline.retrain.report import lines_of_report
from pipeline.retrain.retraining import RetrainPlan, retrain
from pipeline.retrain.runs.exported import Exported
from pipeline.retrain.versions.history import RuleSets
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.rulebook.versions import TAUGHT_LINKS

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
