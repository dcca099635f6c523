"""What proves a candidate, and what is left of the proof when an article is left out."""

import pytest

from pipeline.extract.user_rules.rule_set import EditRule
from pipeline.retrain.learning.acceptance import Standard, Standards, is_proven
from pipeline.retrain.learning.trials import Trial

STANDARDS = Standards(ending=Standard(mended=3, articles=3, words=3, precision=1.0))
RULE = EditRule("acts", {"label": "ORG", "last": "act"}, "veto")


def trial(*words: str, broken: tuple[int, ...] = ()) -> Trial:
    """Give a trial that was right about one word an article."""
    made = Trial(RULE, kind="ending")
    for number, word in enumerate(words):
        made.count(number, 1, 0, [word])
    for number in broken:
        made.count(number, 0, 1, [])
    return made


@pytest.mark.parametrize(
    ("words", "without", "proven"),
    [
        (("Water Act", "Roads Act", "Mills Act"), -1, True),
        (("Water Act", "Roads Act", "Mills Act"), 0, False),  # two articles are left
        (("Water Act", "Roads Act", "Roads Act", "Mills Act"), 0, False),  # three articles, but two words are left
        (("Water Act", "Roads Act", "Roads Act", "Mills Act"), 1, True),  # the other article has the word, too
        (("Water Act", "Roads Act", "Mills Act", "Ports Act"), 3, True),
        (("Water Act", "Roads Act", "Roads Act"), -1, False),
    ],
)
def test_an_article_that_is_left_out_takes_its_words_along(words: tuple[str, ...], without: int, proven: bool) -> None:
    assert is_proven(trial(*words), STANDARDS, without=without) is proven


def test_what_an_article_breaks_is_left_out_with_it() -> None:
    one = trial("Water Act", "Roads Act", "Mills Act", broken=(3,))
    assert not is_proven(one, STANDARDS)
    assert is_proven(one, STANDARDS, without=3)
