import pytest
import spacy
from spacy.tokens import Span, SpanGroup

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
    return [(step.by, step.what) for step in explain(nlp, doc, start, start + len(words))]


def test_a_rule_is_named(nlp):
    assert ("press_money", "finds MONEY '$5 million' by press_money/dollar") in why(nlp, "$5")


def test_the_model_is_named(nlp):
    steps = why(nlp, "Volta Foods", ("Volta Foods", "ORG"))
    assert steps[1] == ("press_sentences", "the model reads 'Volta Foods' as ORG")
    assert ("press_names", "finds ORG 'Volta Foods' by press_names/model") in steps


def test_a_veto_is_named(nlp):
    steps = why(nlp, "VCG", ("VCG", "ORG"))
    assert ("press_names/veto/photo", "drops ORG 'VCG': 'photo' speaks against it") in steps


def test_a_stronger_find_is_named(nlp):
    (dropped,) = [step for step in why(nlp, "$5", ("Foods paid $5", "ORG")) if "drops" in step[1]]
    assert dropped[0] == "press_names/settle/value"
    assert "a stronger find stands there: MONEY '$5 million'" in dropped[1]


DROPPED = (
    ("Grain", "ORG", 0.41, "press_names/doubtful/DOUBTFUL", "0.41 sure of it, 0.65 is needed"),
    ("Zaria", "LOC", 0.45, "press_names/doubtful/DOUBTFUL", "0.45 sure of it, 0.65 is needed"),
    ("Hodder", "PERSON", 0.8, "press_names/lone_persons/SURE", "0.80 sure of a single word"),
    ("Baobab", "ORG", 0.9, "press_names/settle/vessel", "a stronger find stands there: no name 'Baobab' by vessel"),
    ("AGM", "ORG", 0.9, "press_names/veto/", "speaks against it"),
)


@pytest.mark.parametrize(("name", "label", "score", "by", "what"), DROPPED)
def test_a_dropped_name_names_its_pass_and_row(nlp, name, label, score, by, what):
    doc = nlp.make_doc(
        "The hall of Grain was full. Zaria waited; Hodder slept. The MV Baobab sank after the AGM in May."
    )
    doc.ents = [doc.char_span(doc.text.index(name), doc.text.index(name) + len(name), label)]
    doc.spans["names"] = SpanGroup(doc, name="names", attrs={"scores": [score]}, spans=list(doc.ents))
    (ent,) = doc.ents
    dropped = [step for step in explain(nlp, doc, ent.start_char, ent.end_char) if step.what.startswith("drops")]
    assert len(dropped) == 1
    assert dropped[0].by.startswith(by) and what in dropped[0].what
    assert not doc._.mentions
