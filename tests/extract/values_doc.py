"""A Doc with the components of values on it: no model, blank English with sentences."""

import spacy
from spacy.language import Language
from spacy.tokens import Doc

COMPONENTS = ("press_money", "press_percentages", "press_dates", "press_measures")


def values_nlp() -> Language:
    """Make a pipeline of sentences and values."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def values_doc(text: str, published: str | None = None) -> Doc:
    """Run the components of values over a text."""
    nlp = values_nlp()
    doc = nlp.make_doc(text)
    doc._.published = published
    return nlp(doc)
