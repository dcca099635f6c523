import pickle

import spacy
from spacy.tokens import Doc, DocBin

from pipeline.extract.document.finds import keep
from pipeline.extract.document.view import view_of

TEXT = "Volta Foods grows\n\nTEMA, March 3, 2025 - It did. It said so.\n\nMore is to come.\n\nAnd more.\n"


def read(text=TEXT):
    nlp = spacy.blank("en")
    for name in ("press_sentences", "press_zones"):
        nlp.add_pipe(name)
    return nlp(text)


def test_a_view_is_made_once():
    doc = read()
    assert doc._.view is view_of(doc)
    assert [doc.text[a:b].strip() for a, b in [doc._.view.sentence_span(TEXT.index("It said"), 60)]] == ["It said so."]


def test_the_head_ends_behind_the_second_paragraph():
    assert TEXT[: read()._.view.head].endswith("More is to come.")


def test_a_view_knows_sentences_and_zones_that_are_set_after_it_was_made():
    nlp = spacy.blank("en")
    doc = nlp(TEXT)
    assert (doc._.view.starts, doc._.view.zone_at(0)) == ([0], "body")
    for name in ("press_sentences", "press_zones"):
        doc = nlp.add_pipe(name)(doc)
    assert len(doc._.view.starts) == 5 and doc._.view.zone_at(0) == "headline"


def test_a_view_is_made_anew_for_a_doc_that_was_saved():
    doc = read()
    view = doc._.view
    copies = [Doc(doc.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))]
    copies += DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab)
    for copy in copies:
        assert copy._.view is not view
        assert (copy._.view.starts, copy._.view.zones, copy._.view.head) == (view.starts, view.zones, view.head)


def test_records_are_those_that_were_kept_last():
    doc = read()
    before = doc._.zones
    assert before and doc._.zones is before
    keep(doc, "zones", before[:1])
    assert doc._.zones == before[:1]
