"""Amounts: one table of texts with what must be found, one of texts in which nothing may be."""

from decimal import Decimal

import pytest

from pipeline.rulebook import load_rulebook
from pipeline.values.money import MoneyFinder
from tests.values.tables import rows, text_of

FINDER = MoneyFinder(load_rulebook())


@pytest.mark.parametrize("row", rows("money.csv"), ids=text_of)
def test_reads_amounts(row: dict[str, str]) -> None:
    found = {row["text"][one.start : one.end]: one for one in FINDER.find(row["text"])}
    assert row["words"] in found
    one = found[row["words"]]
    assert (one.low, one.high) == (Decimal(row["low"]), Decimal(row["high"]))
    assert (one.currency or "", one.qualifier, one.per or "") == (row["currency"], row["qualifier"], row["per"])


@pytest.mark.parametrize("row", rows("no_money.csv"), ids=text_of)
def test_finds_no_amount(row: dict[str, str]) -> None:
    assert [row["text"][one.start : one.end] for one in FINDER.find(row["text"])] == []


@pytest.mark.parametrize("row", rows("money_lists.csv"), ids=text_of)
def test_tells_ranges_from_changes_and_lists(row: dict[str, str]) -> None:
    found = [(row["text"][one.start : one.end], one.low, one.high) for one in FINDER.find(row["text"])]
    printed = [f"{words}={low}" if low == high else f"{words}={low}..{high}" for words, low, high in found]
    assert printed == row["found"].split(" | ")
