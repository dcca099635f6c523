"""No input breaks a finder, and what it finds lies in the text; `pressfacts benchmark growth` measures the time."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.benchmarks.growth import PIECES
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.percentages import PercentageFinder

RULES = load_rulebook()
MONEY, PERCENTAGES, DATES = MoneyFinder(RULES), PercentageFinder(RULES), DateFinder(RULES)

FINDERS: dict[str, Callable[[str], list]] = {
    "money": MONEY.find,
    "percentages": PERCENTAGES.find,
    "dates": lambda text: DATES.find(text, published=date(2025, 3, 12)),
}


@pytest.mark.parametrize("name", FINDERS)
@pytest.mark.parametrize("piece", PIECES)
def test_a_repeated_piece_gives_finds_in_order_that_do_not_overlap(name: str, piece: str) -> None:
    text = piece * (4_000 // len(piece))
    ends = [0]
    for found in FINDERS[name](text):
        assert ends[-1] <= found.start < found.end <= len(text)
        ends.append(found.end)


def test_refuses_a_number_that_no_one_prints() -> None:
    assert MONEY.find("$" + "9" * 50_000) == []
    assert PERCENTAGES.find("9" * 50_000 + "%") == []
