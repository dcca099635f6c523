"""The title that ends right before a name."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.titles.before import title_before
from pipeline.values.titles.titles import titles_of
from tests.values.bracketed import words_at

WORDS = titles_of(load_rulebook()).words

BEFORE = [
    ("Mill owner |Obi left", "Mill owner"),
    ("The port's chief executive |Ama Boateng spoke", "chief executive"),
    ("said Deputy Finance Minister |Obi", "Deputy Finance Minister"),
    ("Ports and Railways Minister |Obi", "Ports and Railways Minister"),
    ("Managing Director and Chief Executive Officer |Obi", "Managing Director and Chief Executive Officer"),
    ("former Health Secretary |Obi", "Health Secretary"),
    ("the new lead author Professor |Tan", "Professor"),
    ("yesterday president |Obi said", "president"),
    ("Captain |Obi sailed", "Captain"),
    ("On Monday |Obi spoke", None),
    ("the crane |Obi bought", None),
    ("chief executive\n|Obi spoke", None),
]
"""A text, `|` where the name begins, and the title that ends there."""


@pytest.mark.parametrize(("marked", "title"), BEFORE)
def test_the_title_before_a_name(marked: str, title: str | None) -> None:
    text = marked.replace("|", "")
    assert words_at(text, title_before(WORDS, text, marked.index("|"), floor=0)) == title


def test_a_title_begins_behind_the_floor() -> None:
    assert title_before(WORDS, "Finance Minister Obi", 17, floor=8) == (8, 16)
