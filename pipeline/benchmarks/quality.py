"""The pipeline's mentions beside those of a plain spaCy model, on annotated articles."""

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc

from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.report import evaluate
from pipeline.evaluation.scoring import FoundFacts, Score, score
from pipeline.extract.model.files import model_folder
from pipeline.extract.names.from_model import LABELS
from pipeline.extract.opening import open_pipeline
from pipeline.records import ARTICLE_RECORDS, Mention
from pipeline.settings import load_settings

VALUES = {"MONEY": "MONEY", "PERCENT": "PERCENT", "DATE": "DATE"}


def mentions_of_plain_model(doc: Doc) -> FoundFacts:
    """Take a plain model's entities as they are for mentions, by our labels."""
    labels = {**LABELS, **VALUES}
    mentions = [
        Mention(article_id="", start_char=e.start_char, end_char=e.end_char, text=e.text, label=labels[e.label_])
        for e in doc.ents
        if e.label_ in labels
    ]
    return {**dict.fromkeys(ARTICLE_RECORDS, ()), "mentions": mentions}


def compare(model: str, articles: Sequence[GoldArticle]) -> list[tuple[Score, Score]]:
    """Score a plain model and the pipeline on the same articles: a pair a label, the plain model's first."""
    nlp = spacy.load(model_folder(model))
    docs = nlp.pipe(article.text for article in articles)
    plain = score(zip(articles, map(mentions_of_plain_model, docs), strict=True))
    ours = {s.name: s for s in evaluate(open_pipeline(load_settings()), articles)}
    return [(s, ours[s.name]) for s in plain if s.name.startswith("mentions ")]


def report(pairs: Sequence[tuple[Score, Score]]) -> str:
    """Lay the pairs out as a table of F1 in percent.

    >>> print(report([(Score("mentions ORG", 1, 1, 1), Score("mentions ORG", 3, 1, 0))]))
    exact spans, F1     plain  pressfacts
    mentions ORG         50.0        85.7
    """
    lines = (f"{plain.name:18} {100 * plain.f1:6.1f} {100 * ours.f1:11.1f}" for plain, ours in pairs)
    return "\n".join([f"{'exact spans, F1':18} {'plain':>6} {'pressfacts':>11}", *lines])
