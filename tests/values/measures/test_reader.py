"""What values measure: one table of sentences with the phrase and the role of each of their values."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from pipeline.values.measures.reader import MeasureReader, Value
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.percentages import PercentageFinder
from tests.values.tables import rows, text_of

RULES = load_rulebook()
MONEY, PERCENTAGES, DATES, READER = MoneyFinder(RULES), PercentageFinder(RULES), DateFinder(RULES), MeasureReader(RULES)


def measures(text: str) -> list[str]:
    values = [Value(one.start, one.end, True, one.direction) for one in PERCENTAGES.find(text)]
    read = READER.directions.read_money
    values += [Value(one.start, one.end, False, read(text, one.start, one.end)) for one in MONEY.find(text)]
    values.sort(key=lambda value: value.start)
    dates = [(one.start, one.end) for one in DATES.find(text)]
    return [f"{one.phrase}/{one.role}" for one in READER.read(text, values, dates)]


@pytest.mark.parametrize("row", rows("measures.csv"), ids=text_of)
def test_says_what_values_measure(row: dict[str, str]) -> None:
    assert measures(row["text"]) == row["measures"].split(" | ")


def test_a_base_may_be_broken_off_by_a_paragraph() -> None:
    assert measures("Sales rose to $7 million from\n\n$6 million a year earlier.") == ["Sales/level", "None/base"]
