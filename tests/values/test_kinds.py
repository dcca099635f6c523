"""Kinds of amounts and percentages that an editor meets, each with rows of what must be found and of what may not."""

from decimal import Decimal

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.money.finder import FoundMoney, MoneyFinder
from pipeline.values.percentages import FoundPercentage, PercentageFinder
from tests.values.tables import rows, text_of

MONEY, PERCENTAGES = MoneyFinder(load_rulebook()), PercentageFinder(load_rulebook())
UNITS = {"percent": "", "percentage_point": "pp", "basis_point": "bp"}


def span(words: str, low: Decimal, high: Decimal) -> str:
    return f"{words}={low}" if low == high else f"{words}={low}..{high}"


def amount(text: str, found: FoundMoney) -> str:
    told = [span(text[found.start : found.end], found.low, found.high), found.currency or "?"]
    told += [found.qualifier] * (found.qualifier != "exact")
    return " ".join([*told, f"/{found.per}"] if found.per else told)


def percentage(text: str, found: FoundPercentage) -> str:
    told = [span(text[found.start : found.end], found.low, found.high) + UNITS[found.unit]]
    told += [found.qualifier] * (found.qualifier != "exact")
    told += [found.direction] if found.direction else []
    return " ".join([*told, f"vs {found.compared_to}"] if found.compared_to else told)


@pytest.mark.parametrize("row", rows("money_kinds.csv"), ids=text_of)
def test_reads_each_kind_of_amount(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n").replace("\\t", "\t")
    assert " | ".join(amount(text, found) for found in MONEY.find(text)) == row["found"]


@pytest.mark.parametrize("row", rows("percent_kinds.csv"), ids=text_of)
def test_reads_each_kind_of_percentage(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n").replace("\\t", "\t")
    assert " | ".join(percentage(text, found) for found in PERCENTAGES.find(text)) == row["found"]
