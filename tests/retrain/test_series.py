"""Series of articles from the same sources: half of them corrected, the names and roles of the other half gain."""

from pathlib import Path

import pytest

from pipeline.evaluation.gold import read_gold
from pipeline.extract.assemble import load
from pipeline.retrain.simulate import FACTS, MENTIONS, VALUES, Bench, simulate

CORPUS = Path(__file__).parents[2] / "corpus"
TOLERANCE = 0.3
PERSON = "mentions PERSON"
"""Of people the model knows what corrections of other articles could tell: they gain nothing."""


@pytest.fixture(scope="module")
def curve():
    """Correct 20 of the 40 articles of the series, in two random splits."""
    nlp = load()
    other = Bench(nlp, read_gold(CORPUS / "gold"))
    also = [other.evidence(number, corrected=False) for number in range(len(other.articles))]
    bench = Bench(nlp, read_gold(CORPUS / "series" / "gold.jsonl"))
    return [last for _, _, last in simulate(bench, sizes=(0, 20), splits=2, left=20, also=also)][-1]


def changes(curve, kind):
    return [now - then for now, then in zip(curve.left[20][kind], curve.left[0][kind], strict=True)]


@pytest.mark.parametrize("kind", [kind for kind in MENTIONS if kind != PERSON])
def test_names_and_roles_of_the_other_articles_gain(curve, kind):
    assert min(changes(curve, kind)) > 0


@pytest.mark.parametrize("kind", [PERSON, "mentions LOC", *FACTS[:-1]])
def test_what_follows_from_names_loses_nothing(curve, kind):
    assert min(changes(curve, kind)) >= -TOLERANCE


@pytest.mark.parametrize("kind", VALUES)
def test_values_stay_as_they_are(curve, kind):
    assert changes(curve, kind) == [0, 0]


def test_corrected_articles_are_right(curve):
    assert all(min(curve.corrected[20][kind]) >= 99 for kind in MENTIONS)
