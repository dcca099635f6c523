from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.extract.document.finds import keep
from pipeline.extract.document.view import view_of
from pipeline.retrain.simulate import JOINT, Bench, curve_in_words, simulate


@Language.factory("every_capital")
def make_every_capital(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Take every word in capitals for an organisation, so that there is something to correct."""

    def component(doc: Doc) -> Doc:
        words = [token for token in doc if token.text.isupper()]
        keep(doc, "mentions", [
            view_of(doc).mention(t.idx, t.idx + len(t), "ORG", "x/model") for t in words
        ])  # fmt: skip
        return doc

    return component


def article(number: int) -> GoldArticle:
    """Give an article in which NASA is right and the word before a colon isn't."""
    text = f"NOTE: NASA met Firm {number} here."
    return GoldArticle(id=str(number), text=text, mentions=(Span(6, 10, "ORG", None),))


def test_corrections_help_the_articles_that_are_left():
    nlp = spacy.blank("en")
    nlp.add_pipe("every_capital")
    nlp.add_pipe("press_rules")
    bench = Bench(nlp, [article(number) for number in range(12)])
    for _, _, last in simulate(bench, sizes=(0, 4), splits=2, left=6):
        curve = last
    assert all(now > then for now, then in zip(curve.left[4][JOINT], curve.left[0][JOINT], strict=True))
    assert curve.corrected[4][JOINT] == [100.0, 100.0]
    assert "mentions ORG" in curve_in_words(curve)
