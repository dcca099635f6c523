"""Values below zero: by a word, a minus, or the brackets of a table."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.numbers.signs import Signs
from tests.values.bracketed import without_brackets

SIGNS = Signs(load_rulebook())


@pytest.mark.parametrize(
    ("marked", "below"),
    [
        ("minus [5%]", True),
        ("-[5%]", True),
        ("negative [5%]", True),
        ("2024 – [€5m]", False),
        ("plus or minus [5%]", False),
        ("a loss of [5]", False),
    ],
)
def test_what_stands_before_a_value(marked: str, below: bool) -> None:
    text, ((start, _),) = without_brackets(marked)
    assert SIGNS.negative(text, start) is below


@pytest.mark.parametrize(
    ("marked", "below"),
    [("Net loss | ([5]) | [6]", True), ("He paid (about [5]) for [6]", False), ("profit ([5%]) of [6]", False)],
)
def test_the_brackets_of_a_cell_are_a_minus(marked: str, below: bool) -> None:
    text, (value, _) = without_brackets(marked)
    assert SIGNS.in_brackets(text, *value) is below
