from dataclasses import replace

import pytest

from pipeline.retrain.learning.learn import STANDARDS, after_rules_of_others, f1_by_label, learn, losses, rule_set
from pipeline.retrain.learning.rule_kinds import kind_of
from pipeline.retrain.learning.wording import describe
from tests.retrain.articles import NLP, article, plain, survey

PLAIN = [plain(number) for number in range(40, 75)]
SURVEYS = [
    survey(1, "Marine Health Survey", "MHS"),
    survey(2, "Coastal Trade Week", "CTW"),
    survey(3, "Harbour Safety Plan", "HSP"),
    survey(4, "Upland Water Study", "UWS"),
    survey(5, "Island Soil Census", "ISC"),
    survey(6, "Winter Grain Panel", "WGP"),
    survey(7, "Delta Reed Inquiry", "DRI"),
    survey(8, "Highland Forest Tally", "HFT"),
    survey(9, "Estuary Fish Register", "EFR"),
    survey(10, "Canal Freight Count", "CFC"),
]


def rules(evidence):
    return [describe(trial.rule) for trial in learn(evidence, NLP, version="1").kept]


def test_nothing_wrong_nothing_learned():
    assert rules([plain(1, corrected=True), *PLAIN]) == []


def test_a_general_rule_is_preferred_where_many_articles_prove_it():
    assert "no mention: ORG that the article defines after words" in rules([*SURVEYS, *PLAIN])


def test_without_enough_articles_only_literal_rules_are_learned():
    kept = learn(SURVEYS, NLP, version="1").kept
    assert kept and {kind_of(trial.rule) for trial in kept} == {"literal"}


def test_a_rule_that_contradicts_a_decision_is_refused():
    other = survey(11, "Harbour Board", "HBD")
    right = replace(other, truth=frozenset({(one.start, one.end, one.label) for one in other.base}))
    right = replace(right, truth=frozenset(type(next(iter(other.truth)))(*place) for place in right.truth))
    lesson = learn([*SURVEYS, right, *PLAIN], NLP, version="1")
    assert "no mention: ORG that the article defines after words" not in [describe(t.rule) for t in lesson.kept]


def test_missed_words_become_a_pattern():
    text = "Cecaf Mining Guild met in Accra."
    missed = article(1, text, [("Accra", "LOC")], [("Accra", "LOC"), ("Cecaf Mining Guild", "ORG")])
    assert rules([missed]) == ["ORG: 'Cecaf Mining Guild'"]


def test_a_single_common_word_needs_more_evidence():
    texts = [f"The treasurer of Firm{n} left." for n in range(3)]
    missed = [article(n, text, [], [("treasurer", "ROLE")]) for n, text in enumerate(texts)]
    assert rules(missed[:1]) == [] and rules(missed) == ["ROLE: 'treasurer'"]


def test_a_single_name_that_is_no_small_word_needs_one_correction():
    missed = article(1, "We met Zorvik there.", [], [("Zorvik", "ORG")])
    assert rules([missed]) == ["ORG: 'Zorvik'"]
    common = article(1, "We met Tide at high tide.", [], [("Tide", "ORG")])
    assert rules([common]) == []


def test_an_ending_is_learned_from_several_names():
    names = ["Coastal", "Inland", "Upper", "Lower"]
    texts = [f"The {name} Tide Laboratory rose." for name in names]
    missed = [
        article(n, t, [], [(f"{name} Tide Laboratory", "ORG")])
        for n, (t, name) in enumerate(zip(texts, names, strict=True))
    ]
    assert rules([*missed, *PLAIN]) == ["ORG: 'Xx... Laboratory'"]


def test_an_article_does_not_grade_itself():
    lesson = learn([*SURVEYS, *PLAIN], NLP, version="1")
    alone = learn([SURVEYS[0], *PLAIN], NLP, version="1")
    found = after_rules_of_others(lesson)
    assert len(found[0]) < len(SURVEYS[0].base), "the other survey proves the rule"
    assert len(after_rules_of_others(alone)[0]) == len(SURVEYS[0].base), "nothing but itself proves a rule"


def test_scores_and_losses():
    lesson = learn([*SURVEYS, *PLAIN], NLP, version="1")
    before = f1_by_label(lesson.evidence, [one.base for one in lesson.evidence])
    after = f1_by_label(lesson.evidence, after_rules_of_others(lesson))
    assert before["ORG"] < 100 == after["ORG"] and "PERSON" not in before
    assert losses(before, after, 0.3) == [] and losses(after, before, 0.3)[0].startswith("ORG lost")


def test_ids_name_version_and_kind():
    lesson = learn([*SURVEYS, *PLAIN], NLP, version="7")
    assert all(trial.rule.id.startswith("7.") for trial in lesson.kept)
    assert rule_set(trial.rule for trial in lesson.kept) == lesson.rules


@pytest.mark.parametrize("kind", ["literal", "name", "word", "context", "ending", "article", "beside"])
def test_every_kind_has_a_standard(kind):
    assert getattr(STANDARDS, kind).mended > 0
