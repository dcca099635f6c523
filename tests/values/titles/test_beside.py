"""What stands between a name and a body, and is a title though no list has it."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.titles.titles import titles_of
from tests.values.bracketed import without_brackets, words_at

BESIDE = titles_of(load_rulebook()).beside

BETWEEN = [
    ("[Obi], weighbridge keeper at [Volta Foods]", "weighbridge keeper"),
    ("[Volta Foods]'s weighbridge keeper, [Obi], said", "weighbridge keeper"),
    ("[Obi], who works at [Volta Foods]", None),
    ("[Obi] of [Volta Foods]", None),
    ("[Volta Foods]' rival [Obi]", None),
    ("[Volta Foods] said [Obi]", None),
]
"""A name and a body, in either order, and what is all between them, be it in no list of titles."""


@pytest.mark.parametrize(("marked", "title"), BETWEEN)
def test_what_stands_between_a_name_and_a_body(marked: str, title: str | None) -> None:
    text, (first, last) = without_brackets(marked)
    find = BESIDE.title_from_body if text.startswith("Volta") else BESIDE.title_to_body
    assert words_at(text, find(text, first[1], last[0])) == title
