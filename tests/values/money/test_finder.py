"""Amounts: one table of texts with what must be found, one of texts in which nothing may be."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.rulebook.reading import RULES, load_rulebook
from pipeline.values.money.finder import MoneyFinder
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


def test_one_row_adds_a_currency(tmp_path: Path) -> None:
    rules = shutil.copytree(RULES, tmp_path / "rules")
    with (rules / "money" / "currencies.csv").open("a", encoding="utf-8") as file:
        file.write("thaler,XFL,,before,Fl$\nthaler,XFL,,after,thalers\nthaler,XFL,,minor,groats\n")
    finder = MoneyFinder(load_rulebook(rules))
    found = finder.find("It cost Fl$5m, then 3 thalers, then 20 groats.")
    assert [(one.low, one.currency) for one in found] == [
        (Decimal(5000000), "XFL"),
        (Decimal(3), "XFL"),
        (Decimal("0.2"), "XFL"),
    ]
