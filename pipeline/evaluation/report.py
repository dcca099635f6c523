"""A pipeline over annotated articles: its scores, as a table and against the floors that a test holds."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language

from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.scoring import FoundFacts, Score, score
from pipeline.extract.document.finds import records_on


def found_by(nlp: Language, articles: Iterable[GoldArticle]) -> list[tuple[GoldArticle, FoundFacts]]:
    """Run a pipeline over annotated articles, and give each with what was found in it."""
    articles = list(articles)
    docs = [nlp.make_doc(article.text) for article in articles]
    for doc, article in zip(docs, articles, strict=True):
        doc._.published = article.published.isoformat() if article.published else None
    return list(zip(articles, map(records_on, nlp.pipe(docs)), strict=True))


def evaluate(nlp: Language, articles: Iterable[GoldArticle]) -> list[Score]:
    """Score a pipeline on annotated articles, one score a kind of mention, value or link."""
    return score(found_by(nlp, articles))


def read_floors(path: Path) -> dict[str, float]:
    """Read the F1, in percent, that each kind must reach at least."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


def below_floors(scores: Iterable[Score], floors: dict[str, float]) -> list[str]:
    """Say which kinds fell below their floor; a floor whose kind isn't scored is below too."""
    reached = {s.name: 100 * s.f1 for s in scores}
    return [
        f"{name}: F1 {reached.get(name, 0.0):.1f}, floor {floor}"
        for name, floor in floors.items()
        if reached.get(name, 0.0) < floor
    ]


def table_of_scores(scores: Sequence[Score]) -> str:
    """Lay scores out as a table of text.

    >>> print(table_of_scores([Score("people", right=3, wrong=1, missed=0)]))
    kind                     precision  recall     F1   right  wrong missed
    people                        75.0   100.0   85.7       3      1      0
    """
    head = f"{'kind':24} {'precision':>9} {'recall':>7} {'F1':>6} {'right':>7} {'wrong':>6} {'missed':>6}"
    lines = (
        f"{s.name:24} {100 * s.precision:9.1f} {100 * s.recall:7.1f} {100 * s.f1:6.1f}"
        f" {s.right:7} {s.wrong:6} {s.missed:6}"
        for s in scores
    )
    return "\n".join([head, *lines])
