"""Two values beside each other: a range, or where something rose from and to."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.numbers.ranges import Ranges
from tests.values.bracketed import without_brackets

RANGES = Ranges(load_rulebook())

JOINED = [
    ("[5]-[7] million", "dash"),
    ("from [5] to [7]", "to"),
    ("between [5] and [7]", "between"),
    ("[5] and [7]", None),
    ("rose from [5] to [7]", None),
    ("up [5] to [7]", None),
    ("an increase of [5] to [7]", None),
    ("grow [5] to [7]", None),
]


@pytest.mark.parametrize(("marked", "how"), JOINED)
def test_what_joins_two_values_to_a_range(marked: str, how: str | None) -> None:
    text, (first, second) = without_brackets(marked)
    assert RANGES.joins(text, first, second) == how


@pytest.mark.parametrize("marked", ["up [5%] to [7%]", "grow [5%] to [7%]", "an increase of [5%] to [7%]"])
def test_values_too_close_for_one_to_be_the_change_of_the_other(marked: str) -> None:
    text, (first, second) = without_brackets(marked)
    assert RANGES.joins(text, first, second, close=True) == "to"


def test_words_before_a_value_that_tell_of_a_change() -> None:
    assert RANGES.changes("rose from 5", 10) and not RANGES.changes("costs from 5", 11)
