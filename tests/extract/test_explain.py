import pytest
import spacy
from spacy.tokens import Span

from pipeline.extract.explain import explain

TEXT = "Volta Foods paid $5 million to the Agreement office. Photo: VCG"


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    for name in ("press_sentences", "press_money", "press_names", "press_organisations"):
        nlp.add_pipe(name)
    return nlp


def why(nlp, words, *ents):
    doc = nlp.make_doc(TEXT)
    doc.ents = [doc.char_span(TEXT.index(w), TEXT.index(w) + len(w), label) for w, label in ents]
    assert all(isinstance(ent, Span) for ent in doc.ents)
    start = TEXT.index(words)
    return [(step.component, step.what) for step in explain(nlp, doc, start, start + len(words))]


def test_a_rule_is_named(nlp):
    assert ("press_money", "finds MONEY '$5 million' by press_money/dollar") in why(nlp, "$5")


def test_the_model_is_named(nlp):
    steps = why(nlp, "Volta Foods", ("Volta Foods", "ORG"))
    assert steps[1] == ("press_sentences", "the model reads 'Volta Foods' as ORG")
    assert ("press_names", "finds ORG 'Volta Foods' by press_names/model") in steps


def test_a_veto_is_named(nlp):
    steps = why(nlp, "VCG", ("VCG", "ORG"))
    assert ("press_names", "drops the model's ORG 'VCG': veto 'photo', a row id in rules/") in steps


def test_a_stronger_find_is_named(nlp):
    (dropped,) = [what for _, what in why(nlp, "$5", ("Foods paid $5", "ORG")) if "drops" in what]
    assert "a stronger find stands there: MONEY '$5 million'" in dropped
