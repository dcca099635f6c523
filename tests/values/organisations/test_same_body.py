"""Two names beside each other: what stands between them says that they are one body's, two bodies', or nothing."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.same_body import SameBody
from tests.values.bracketed import without_brackets

RULES = load_rulebook()
SAME = SameBody(RULES.same_body)


@pytest.mark.parametrize(
    ("marked", "row"),
    [
        ("[Kasoa Health Inc.], formerly known as [Tema Pharma], grew", "formerly"),
        ("[Kasoa Health] will be called [Tema Pharma]", "to_be_called"),
        ("the [Neutral Relief Fund], or [NRF], met", "or"),
    ],
)
def test_two_names_of_one_body(marked: str, row: str) -> None:
    text, places = without_brackets(marked)
    assert list(SAME.pairs(text, places)) == [tuple(places)]
    assert SAME.row(text, *places) == row


@pytest.mark.parametrize(
    "marked", ["[Kasoa Terminals], a listed subsidiary of [Kasoa]", "[Kasoa] met [Tema Pharma]", "[Fund], or [NRX]"]
)
def test_names_of_two(marked: str) -> None:
    text, places = without_brackets(marked)
    assert list(SAME.pairs(text, places)) == [] and SAME.row(text, *places) in ("", "or")


def test_a_second_name_that_nobody_else_found() -> None:
    text = "Kasoa Foods, formerly Tema Mills, and the Neutral Relief Fund (NRF)"
    assert [text[slice(*place)] for place in SAME.beside(text, 0, 11)] == ["Tema Mills"]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("the [Federation of Southern Growers] ([Fedegro Sur]) met. [Fedegro Sur] slept.", True),
        ("the [Federation of Southern Growers] ([Tema Foods]) met. [Tema Foods] slept.", False),
        ("the [Federation of Southern Growers] ([Fedegro Sur]) met.", False),
    ],
)
def test_a_short_form_of_two_words_in_another_language(marked: str, found: bool) -> None:
    text, places = without_brackets(marked)
    assert bool(list(SAME.bracketed(text, places))) is found
