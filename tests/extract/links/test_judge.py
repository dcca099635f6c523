"""Which scores are sure enough, and who hears them."""

import pytest

from pipeline.extract.assemble import COMPONENTS, load
from pipeline.extract.links.component import PressLinks
from pipeline.extract.links.judge import LinksJudge


def has_no_body(title: str) -> bool:
    return title.endswith(" of the selectors")


TEXT = 'TEMA, 3 March 2025 - "We will open it soon," said Ama Boateng, chair of Volta Foods, which lost $4.5 million.'


class Model:
    """Takes a score as it is, and asks 0.4 of a cell."""

    def likely(self, cell, score, agrees):
        return score

    def least_of(self, cell, agrees):
        return 0.4


@pytest.mark.parametrize(
    ("least", "score", "agrees", "is_sure"),
    [
        (None, 0.45, 1, True),
        (None, 0.35, 1, False),
        (0.3, 0.35, 1, True),
        (0.6, 0.5, 1, False),
        (0.0, 0.45, 0, False),  # the patterns say nothing: it is likelier wrong than right
        (0.0, 0.55, -1, True),
    ],
)
def test_a_score_is_sure_from_what_is_chosen_on_and_no_guess(least, score, agrees, is_sure):
    judge = LinksJudge(Model(), least, has_no_body)
    assert judge.sure("title", 3, "chair", score, agrees) == (score if is_sure else None)


def test_what_is_asked_is_heard_and_scored_where_somebody_wants_it():
    heard, scores = [], {}
    judge = LinksJudge(Model(), None, has_no_body, heard=heard, scores=scores)
    judge.outscored("title", 3, 0.2)
    judge.sure("title", 3, "chair", 0.7, -1)
    assert scores == {("title of patterns", 3): (0.2, 1), ("title", 3): (0.7, -1)}
    assert [(one.answer, one.likely, one.least) for one in heard] == [("chair", 0.7, 0.5)]
    assert judge.has_no_body("chairman of the selectors") and not judge.has_no_body("chair")


def test_the_component_gives_the_scores_of_one_article_and_keeps_none():
    nlp = load()
    links = nlp.get_pipe("press_links")
    assert isinstance(links, PressLinks)
    later = COMPONENTS[COMPONENTS.index("press_links") :]
    with nlp.select_pipes(disable=[name for name in later if name in nlp.pipe_names]):
        one, other = nlp(TEXT), nlp("Nothing is asked here.")
    before, scores = dict(vars(links)), {}
    links.weigh(one, scores)
    assert {cell for cell, _ in scores} >= {"title", "organisation", "speaker", "measure", "owner"}
    nothing = {}
    links.weigh(other, nothing)
    assert nothing == {} and vars(links) == before
