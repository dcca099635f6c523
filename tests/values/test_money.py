"""Amounts: one table of texts with what must be found, one of texts in which nothing may be."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.rulebook import load_rulebook
from pipeline.values.money import MoneyFinder

DATA = Path(__file__).parent / "data"
FINDER = MoneyFinder(load_rulebook())


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("money.csv"), ids=lambda row: row["text"])
def test_reads_amounts(row: dict[str, str]) -> None:
    found = {row["text"][one.start : one.end]: one for one in FINDER.find(row["text"])}
    assert row["words"] in found
    one = found[row["words"]]
    assert (one.low, one.high) == (Decimal(row["low"]), Decimal(row["high"]))
    assert (one.currency or "", one.qualifier, one.per or "") == (row["currency"], row["qualifier"], row["per"])


@pytest.mark.parametrize("row", rows("no_money.csv"), ids=lambda row: row["text"])
def test_finds_no_amount(row: dict[str, str]) -> None:
    assert [row["text"][one.start : one.end] for one in FINDER.find(row["text"])] == []


@pytest.mark.parametrize("row", rows("money_lists.csv"), ids=lambda row: row["text"])
def test_tells_ranges_from_changes_and_lists(row: dict[str, str]) -> None:
    found = [f"{row['text'][one.start : one.end]}={one.low}" + f"..{one.high}" * (one.high != one.low)
             for one in FINDER.find(row["text"])]
    assert found == row["found"].split(" | ")
