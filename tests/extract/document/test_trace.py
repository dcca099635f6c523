import spacy

from pipeline.extract.document.trace import Note, is_traced, note, notes, start_trace


def test_notes_are_taken_only_where_somebody_asks():
    doc = spacy.blank("en")("Volta Foods paid $5 million.")
    note(doc, "money.measure", 17, 27, "nothing before it says what it is", by="press_measures")
    assert not is_traced(doc) and notes(doc) == []
    start_trace(doc)
    note(doc, "money.measure", 17, 27, "nothing before it says what it is", by="press_measures")
    assert notes(doc) == [Note("money.measure", 17, 27, "nothing before it says what it is", "press_measures")]


def test_notes_are_plain_values():
    nlp = spacy.blank("en")
    doc = nlp("Volta Foods")
    start_trace(doc)
    note(doc, "mentions.label", 0, 11, "named beside", by="press_names/beside")
    assert notes(spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())) == notes(doc)
