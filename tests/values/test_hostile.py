"""No input makes a pattern blow up: ten times the text takes no more than about ten times the time."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from pipeline.values.measures.reader import MeasureReader, Value
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.percentages import PercentageFinder

RULES = load_rulebook()
MONEY, PERCENTAGES = MoneyFinder(RULES), PercentageFinder(RULES)
DATES, MEASURES = DateFinder(RULES), MeasureReader(RULES)
SECONDS_A_CHARACTER = 0.0008  # far above what any of these takes, far below what a square would

PIECES = (
    "9", ",", ".", "$", " ", "\n", "-", "(", "½", "a", "'", "1,", "1.", "1 ", "$1 ", "$1-", "1% ", "US$", "$(", "$5m(",
    "million ", "one ", "five and ", "half a ", "May ", "May 1 ", "2024 ", "2024-", "first ", "last ", "Q1 ", "U.S.",
    "rose by ", "5% of ", "$5 to ", "from ", "between ", "three months ended ", "Monday to ", "1\u00a0000\u00a0", "% ",
)  # fmt: skip


def measured(text: str) -> None:
    found = [Value(one.start, one.end, True, None) for one in PERCENTAGES.find(text)]
    list(MEASURES.read(text, found, ()))


FINDERS: dict[str, Callable[[str], object]] = {
    "money": MONEY.find,
    "percentages": PERCENTAGES.find,
    "dates": lambda text: DATES.find(text, published=date(2025, 3, 12)),
    "measures": measured,
}


@pytest.mark.parametrize("name", FINDERS)
@pytest.mark.parametrize("piece", PIECES)
def test_takes_time_in_proportion_to_the_text(name: str, piece: str) -> None:
    text = piece * (12_000 // len(piece))
    started = time.perf_counter()
    FINDERS[name](text)
    assert time.perf_counter() - started < SECONDS_A_CHARACTER * len(text) + 1


def test_refuses_a_number_that_no_one_prints() -> None:
    assert MONEY.find("$" + "9" * 50_000) == []
    assert PERCENTAGES.find("9" * 50_000 + "%") == []
