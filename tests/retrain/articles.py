"""Invented articles with what was found in them and what is right, for the tests of learning."""

import spacy

from pipeline.evaluation.gold import Span
from pipeline.extract.names.candidates import Candidate
from pipeline.retrain.learning.evidence import make_evidence

NLP = spacy.blank("en")


def place(text, words, label, kind=Span, **more):
    """Give the first place of words."""
    start = text.index(words)
    return kind(start, start + len(words), label, **more)


def article(number, text, found, right, *, corrected=True):
    """Give an article as evidence; `found` and `right` are pairs of words and label."""
    base = [place(text, *one, kind=Candidate) for one in found]
    truth = [place(text, *one) for one in right]
    return make_evidence(f"a{number}", NLP.make_doc(text), base, truth, corrected=corrected)


def survey(number, name, short, *, corrected=True):
    """Give an article that takes the short form of a survey for an organisation, beside a real one."""
    text = f"The {name} ({short}) began. Staff of {short} met. Volta Foods paid for it in Accra."
    start = text.rindex(short)
    found = [(short, "ORG"), ("Volta Foods", "ORG"), ("Accra", "LOC")]
    one = article(number, text, found, found[1:], corrected=corrected)
    return make_evidence(
        one.article_id, one.words.doc, [*one.base, Candidate(start, start + len(short), "ORG")], one.truth,
        corrected=corrected,
    )  # fmt: skip


def plain(number, *, corrected=False):
    """Give an article in which all is right, with a short form of a real organisation."""
    text = f"The Bank of Firm{number} (BOF{number}) lent to Volta Foods. BOF{number} is old."
    found = [(f"Bank of Firm{number}", "ORG"), (f"BOF{number}", "ORG"), ("Volta Foods", "ORG")]
    return article(number, text, found, found, corrected=corrected)
