"""The title that begins right behind a name, and what only stands for a body."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.titles.after import is_common, title_after
from pipeline.values.titles.titles import titles_of
from pipeline.values.titles.words import tokens_of
from tests.values.bracketed import words_at

WORDS = titles_of(load_rulebook()).words

AFTER = [
    ("Obi, |chief executive of the port, said", "chief executive of the port"),
    ("Obi, |head of grain at the mill", "head of grain"),
    ("Obi, |a farmer, said", "farmer"),
    ("Obi, |minister of trade and industry, said", "minister of trade and industry"),
    ("Obi, |Deputy Director-General for Ports, said", "Deputy Director-General for Ports"),
    ("Obi, |deputy khokim of Fergana, said", "deputy khokim of Fergana"),
    ("Obi, |first coach, said", "coach"),
    ("Obi, |first officer, said", "first officer"),
    ("Obi, |manager of its mine, said", "manager"),
    ("Obi, |said farmers could rent", None),
    ("Obi, |who left", None),
    ("Obi, |the mill", None),
]
"""A text, `|` where a title may begin, and the title."""


@pytest.mark.parametrize(("marked", "title"), AFTER)
def test_the_title_behind_a_name(marked: str, title: str | None) -> None:
    text = marked.replace("|", "")
    assert words_at(text, title_after(WORDS, text, marked.index("|"), ceiling=len(text))) == title


def test_a_title_ends_where_the_next_name_begins() -> None:
    assert title_after(WORDS, "Obi, chief executive officer", 5, ceiling=20) == (5, 20)


@pytest.mark.parametrize("words", ["the company", "the Group", "our firm"])
def test_words_that_only_stand_for_a_body_named_elsewhere(words: str) -> None:
    assert is_common(WORDS, tokens_of(words, 0, len(words)))


@pytest.mark.parametrize("words", ["industry and trade", "Group Control", "the port", "Volta Foods"])
def test_a_field_or_a_name_is_no_such_word(words: str) -> None:
    assert not is_common(WORDS, tokens_of(words, 0, len(words)))
