import pipeline

TEXT = (
    "Ada Obi, chair of Tano Ltd in Accra, said on 3 March 2025 that sales rose 5% to €4 million. "
    "“It paid for itself in a year,” she said."
)
LABELS = {"PERSON", "ORG", "LOC", "ROLE", "MONEY", "PERCENT", "DATE"}


def test_all_labels_are_spans_of_the_doc():
    doc = pipeline.load()(TEXT)
    assert {span.label_ for span in doc.spans["pressfacts"]} == LABELS
    assert [span.text for span in doc.spans["press_quotes"]] == ["It paid for itself in a year,"]
    (person,) = [span for span in doc.spans["pressfacts"] if span.label_ == "PERSON"]
    assert person.kb_id_ == doc._.people[0].person_id
    assert "MONEY" not in {ent.label_ for ent in doc.ents}


def test_mentions_are_ents_on_request():
    assert {ent.label_ for ent in pipeline.load(ents=True)(TEXT).ents} == LABELS
