"""The rows that stand at a place of an article, as a person reads them."""

import pytest
import spacy
from spacy.language import Language

from pipeline.extract.cells import rows_at

TEXT = "Volta Foods paid $5 million. Volta Foods said so."


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    for name in ("press_sentences", "press_money", "press_names", "press_organisations"):
        nlp.add_pipe(name)
    return nlp


def test_rows_of_a_place_are_those_that_overlap_it_and_those_of_its_entity(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.ents = [doc.char_span(start, start + len("Volta Foods"), "ORG") for start in (0, 29)]
    for _, component in nlp.pipeline:
        doc = component(doc)
    amount = {row.table: row for row in rows_at(doc, 17, 19)}
    assert list(amount) == ["mentions", "money"]
    assert amount["money"].cells["low"] == "5000000" and amount["money"].found_by == "press_money/dollar"
    body = {row.table: row for row in rows_at(doc, 29, 34)}
    assert body["mentions"].cells["entity_id"] == "Volta Foods"
    assert body["organisations"].cells["name"] == "Volta Foods"
    assert not list(rows_at(doc, 41, 45))
