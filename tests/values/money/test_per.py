"""What an amount is per, by the words behind it."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.money.per import PerUnits

PER = PerUnits(load_rulebook())


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" a share", "share"),
        (" per tonne", "tonne"),
        (" a year", "year"),
        (" per head", "person"),
        (" a litre of milk", "litre"),
        (" a term", "term"),
        (" per school term", "term"),
        (" a semester for residents", "semester"),
        ("-a-night", "night"),
        (" a household", "household"),
        (" for each pupil", "pupil"),
        (" for each school-aged child", "child"),
        (" a head", "person"),
        (" a dose", "dose"),
        (" a shift.", "shift"),
        (" a rai", "rai"),
        (" a short ton", "tonne"),
        (" per 90kg bag", "90kg bag"),
        (" a 90-kilo bag", "90-kilo bag"),
        (" per 1,000 litres", "1,000 litres"),
        (" a term ago", None),
        (" a season earlier", None),
        (" a term after the vote", None),
        (" a share-trading firm", None),
        (" a 24-year-old man", None),
        (" per 1990", None),
        (" a 5% stake", None),
        (" a man gave", None),
        (" and more", None),
        ("", None),
    ],
)
def test_what_an_amount_is_per(behind: str, unit: str | None) -> None:
    assert PER.read(f"€5{behind}", 2) == unit


def test_what_costs_little_has_prices_of_three_decimals() -> None:
    assert PER.is_small("€1.459 a litre", 6) and not PER.is_small("€1.459 a tonne", 6)


def test_a_unit_that_no_row_has_is_the_word_behind_per() -> None:
    assert PER.read("€5 per mandarin", 2) == "mandarin" and PER.row("mandarin") == ""
    assert PER.row("share")
