"""What stands right before or behind a name and shows that it is no person's."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.signs import BodySigns
from tests.values.bracketed import without_brackets

RULES = load_rulebook()
SIGNS = BodySigns(RULES.body_signs)


@pytest.mark.parametrize(
    ("marked", "of_any_name", "of_one_word_alone"),
    [
        ("[Kasoa] shares rose", True, True),
        ("shares in [Kasoa] rose", True, True),
        ("[Kasoa] employs 90 people", False, True),
        ("[Kasoa] shares the prize", False, False),
        ("[Kasoa] employs words", False, False),
        ("[Kasoa] laughed", False, False),
    ],
)
def test_what_shows_a_body(marked: str, of_any_name: bool, of_one_word_alone: bool) -> None:
    text, ((start, end),) = without_brackets(marked)
    assert SIGNS.show(text, start, end) is of_any_name
    assert SIGNS.show(text, start, end, alone=True) is of_one_word_alone
