"""Where a title begins and ends, whatever a model took for it."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.titles.edges import title_edges
from pipeline.values.titles.titles import titles_of
from tests.values.bracketed import without_brackets, words_at

WORDS = titles_of(load_rulebook()).words

EDGES = [
    ("the school [principal] Obi", "school principal"),
    ("the acting [port director]", "acting port director"),
    ("the [commissioner] for large licences said", "commissioner for large licences"),
    ("the [Bureau's deputy head] Obi", "deputy head"),
    ("[counsel for the commission], Obi", "counsel"),
    ("[chief executive] and others", "chief executive"),
    ("Tema's [mayor] since 2019", "mayor"),
    ("its [head of] quality, Obi", "head of quality"),
]
"""What a model takes for the title, and what is."""


@pytest.mark.parametrize(("marked", "title"), EDGES)
def test_where_a_title_begins_and_ends(marked: str, title: str) -> None:
    text, (given,) = without_brackets(marked)
    assert words_at(text, title_edges(WORDS, text, given, floor=0, ceiling=len(text), places={})) == title
