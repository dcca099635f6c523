"""What the words of a title say of it."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.titles.titles import titles_of
from pipeline.values.titles.words import tokens_of

WORDS = titles_of(load_rulebook()).words


@pytest.mark.parametrize(
    ("title", "row", "is_rank", "is_public"),
    [
        ("Attorney General", "government", False, True),
        ("chief executive", "chiefs", False, True),
        ("Capt", "ranks", True, False),
        ("professor", "learning", False, False),
        ("weighbridge keeper", None, False, False),
    ],
)
def test_what_the_words_of_a_title_say(title: str, row: str | None, is_rank: bool, is_public: bool) -> None:
    entry = WORDS.entry_of(title)
    assert (entry.id if entry else None, WORDS.is_rank(title), WORDS.is_public(title)) == (row, is_rank, is_public)


def test_heads_of_one_and_of_two_words() -> None:
    tokens = tokens_of("Attorney General Obi", 0, 20)
    assert [WORDS.head_at(tokens, at) for at in range(3)] == [2, 1, 0]
    assert [WORDS.head_before(tokens, end) for end in (1, 2, 3)] == [1, 2, 0]
