"""Texts with marked names, to Docs that carry those names as a model would, and to what our components find in them."""

import re
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from pipeline.extract.assemble import COMPONENTS
from pipeline.extract.document.finds import kept

LABELS = {"P": "PERSON", "O": "ORG", "L": "LOC", "R": "ROLE"}
NAME_COMPONENTS = (
    "press_sentences",
    "press_names",
    "press_roles",
    "press_organisations",
    "press_people",
    "press_quotes",
)
_MARKED = re.compile(r"\[(?P<label>[POLR]) (?P<name>[^\]]+)\]")


@cache
def components() -> Language:
    """Give a blank English pipeline with the components for names and quotations."""
    nlp = spacy.blank("en")
    for name in NAME_COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def marked_doc(nlp: Language, marked: str) -> Doc:
    """Make a Doc of a text in which `[P Ama Boateng]`, `[O Volta Foods]`, `[L Accra]`, `[R chair]` are names."""
    text, spans = "", []
    at = 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match["name"]), LABELS[match["label"]]))
        text += match["name"]
        at = match.end()
    doc = nlp.make_doc(text + marked[at:])
    found = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans)
    doc.ents = filter_spans([span for span in found if span is not None])
    return doc


@cache
def everything() -> Language:
    """Give a blank English pipeline with every component of ours."""
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def whole(marked: str) -> Doc:
    """Run every component over a marked text."""
    return read(marked, everything())


def read(marked: str, nlp: Language | None = None) -> Doc:
    """Run the components for names and quotations over a marked text, or those of a pipeline."""
    nlp = nlp or components()
    doc = marked_doc(nlp, marked)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def found(marked: str, kind: str) -> tuple[Any, ...]:
    """Give the finds of one kind in a marked text."""
    return kept(read(marked), kind)
