"""Rows of plain figures whose label says the unit, and what only looks like a label."""

from decimal import Decimal

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.money.finder import MoneyFinder

FINDER = MoneyFinder(load_rulebook())


def found(text: str) -> list[tuple[str, Decimal, str | None]]:
    return [(text[one.start : one.end], one.low, one.currency) for one in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue (NZ$m): 412.5", [("412.5", 412_500_000, "NZD")]),
        ("MANILA\nRevenue (P bn) 12.4 11.0", [("12.4", 12_400_000_000, "PHP"), ("11.0", 11_000_000_000, "PHP")]),
        ("MUMBAI\nTotal income (Rs crore)\t1,240\t(1,100)\n", [("1,240", 12_400_000_000, "INR"),
            ("1,100", -11_000_000_000, "INR")]),
        ("Net sales in EUR million: 88.2", [("88.2", 88_200_000, "EUR")]),
        ("Net sales, SEK m: 1,412", [("1,412", 1_412_000_000, "SEK")]),
        ("Revenue (KShs'000)\t12,412\t11,001", [("12,412", 12_412_000, "KES"), ("11,001", 11_001_000, "KES")]),
        ("LAGOS\n- Revenue (N'bn): 12.4 (2023: 11.0)", [("12.4", 12_400_000_000, "NGN"),
            ("11.0", 11_000_000_000, "NGN")]),
        ("Sales (KRW trillion): 1.24", [("1.24", 1_240_000_000_000, "KRW")]),
        ("Cost (US$): 412", [("412", 412, "USD")]),
        ("Assets (thousands of euros) 412 vs 398", [("412", 412_000, "EUR"), ("398", 398_000, "EUR")]),
        ("Revenue (£m) | 41.5 | 39.8 | 4.3%", [("41.5", 41_500_000, "GBP"), ("39.8", 39_800_000, "GBP")]),
        ("Revenue (£m) 2024 41.5", [("41.5", 41_500_000, "GBP")]),
    ],
)  # fmt: skip
def test_numbers_of_a_row_are_in_the_unit_of_its_label(
    text: str, expected: list[tuple[str, Decimal, str | None]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "MANILA\nThe plan (P) 12 of them like.",
        "Revenue (P) 12.4",  # a letter alone is a mark
        "Volumes (kt): 412",
        "Margin (%): 12.4",
        "The dollar index (USD) 104 points higher",
        "Members (US$ and others) 12",
        "The levy (in US$): about 40",
        "He spoke in Rupees: 12 men listened.",
        "It met investors (JPY) 12 times in May",
    ],
)
def test_what_only_looks_like_a_label_gives_no_unit(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MANILA\nResults (P bn)\tFY24\nRevenue\tP12.4\n", [("P12.4", 12_400_000_000, "PHP")]),
        ("Results (R m)\tFY24\nRevenue\tR412\n", [("R412", 412_000_000, "ZAR")]),
        ("NAIROBI\nResults\nKShs'000\tFY24\nRevenue\tKShs 12,412\n", [("KShs 12,412", 12_412_000, "KES")]),
        ("US$ million unless stated otherwise\nRevenue\t$412\n", [("$412", 412_000_000, "USD")]),
    ],
)
def test_a_unit_over_a_table_scales_what_is_printed_with_its_currency(
    text: str, expected: list[tuple[str, Decimal, str | None]]
) -> None:
    assert found(text) == expected
