"""Annotated articles to evidence: what the pipeline finds in each, and what is right there."""

from collections.abc import Sequence

from spacy.language import Language

from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.report import found_by
from pipeline.extract.user_rules.component import named_of
from pipeline.retrain.learning.evidence import Evidence, Place, make_evidence


def gold_evidence(nlp: Language, gold: Sequence[GoldArticle]) -> list[Evidence]:
    """Run the pipeline over annotated articles, and give them as evidence."""
    evidence = []
    for article, found in found_by(nlp, gold):
        base = [named_of(mention) for mention in found["mentions"]]
        truth = [Place(m.start, m.end, m.label) for m in article.mentions]
        evidence.append(make_evidence(article.id, nlp.make_doc(article.text), base, truth, corrected=False))
    return evidence
