"""A model's `doc.ents` to candidates by our conventions: labels, edges, legal suffixes; without what is no name."""

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.extract.confidence import UNSAID, confidences
from pipeline.extract.name_words import NameWords
from pipeline.extract.precedence import Candidate
from pipeline.values.name_spans import trim
from pipeline.values.organisation_forms import with_suffix

LABELS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ROLE": "ROLE"}
"""Labels of models that we read, and ours."""

SURE_ROLE = 0.8
"""A role without a known title's word is kept where the model is this sure of it."""


def model_names(doc: Doc, text: str, words: NameWords) -> Iterator[Candidate]:
    """Give the candidates of a Doc's ents; `text` is its text without line ends that only a page's width makes."""
    scores = confidences(doc)
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        place = trim(text, ent.start_char, ent.end_char, label, words.spans) if label else None
        if label and place:
            score = scores.get((ent.start_char, ent.end_char), UNSAID)
            one = _with_suffix(text, Candidate(*place, label, "model", score=score), words)
            if not _is_none(text, one, words):
                yield one


def _with_suffix(text: str, one: Candidate, words: NameWords) -> Candidate:
    """Extend a name by what belongs to it and shows an organisation: `, Inc.`, `and Partners` behind a person."""
    if one.label == "PERSON":
        family = words.forms.family.match(text, one.end)
        if family or words.forms.ends_legally(text[one.start : one.end]):
            one = one._replace(label="ORG", end=family.end() if family else one.end)
    return one._replace(end=with_suffix(text, one.end, words.forms)) if one.label == "ORG" else one


def _is_none(text: str, one: Candidate, words: NameWords) -> bool:
    """Say whether a candidate is no name: vetoed, a title's first word, an honorific, a role with no title in it."""
    name = text[one.start : one.end]
    if one.label == "ROLE":
        return name in words.honorifics or (one.score < SURE_ROLE and not words.title.search(name))
    if one.label == "ORG" and words.is_part_of_title(text, one.start, one.end):
        return True
    return words.veto(name, one.label) is not None
