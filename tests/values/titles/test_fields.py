"""The field or region that belongs to a title, and what looks like one and does not."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.titles.after import title_after
from pipeline.values.titles.titles import titles_of
from tests.values.bracketed import words_at

WORDS = titles_of(load_rulebook()).words

WHOLE = [
    ("vice president (corporate affairs), said", "vice president (corporate affairs)"),
    ("vice president (sales and marketing), said", "vice president (sales and marketing)"),
    ("vice president (left) met him", "vice president"),
    ("vice president () met him", "vice president"),
    ("vice president, Middle East and Africa, said", "vice president, Middle East and Africa"),
    ("vice president, South East Asia, said", "vice president, South East Asia"),
    ("vice president, Asia Foods said", "vice president"),
    ("Vice President, Investor Relations, said", "Vice President, Investor Relations"),
    ("Vice President Finance, said", "Vice President Finance"),
    ("vice president Finance, said", "vice president"),
    ("Vice President, Finance and, said", "Vice President, Finance"),
    ("chair, Investor Relations, said", "chair"),
    ("VP Finance, said", "VP Finance"),
]
"""Words behind a name, and the title that they begin with."""


@pytest.mark.parametrize(("text", "title"), WHOLE)
def test_a_title_takes_in_its_field(text: str, title: str) -> None:
    assert words_at(text, title_after(WORDS, text, 0, ceiling=len(text))) == title
