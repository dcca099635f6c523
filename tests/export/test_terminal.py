import io
from decimal import Decimal

import pytest
from rich.console import Console

from pipeline.export.terminal import highlighted, print_article, value
from pipeline.records import ARTICLE_RECORDS, Mention, Money, Percentage

PLACE = {"article_id": "a", "start_char": 10, "end_char": 12, "text": "€5"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            Money(**PLACE, low=Decimal("3.07E+11"), high=Decimal("3.07E+11"), currency="HKD", money_id="m"),
            "HKD 307,000,000,000",
        ),
        (
            Money(**PLACE, low=Decimal("0.05"), high=Decimal("1500"), per="share", money_id="m"),
            "? 0.05 to 1,500 a share",
        ),
        (Percentage(**PLACE, low=Decimal(5), high=Decimal("7.50"), qualifier="min"), "≥ 5 to 7.5 percent"),
        (Percentage(**PLACE, low=Decimal(25), high=Decimal(25), unit="basis_point"), "25 basis point"),
    ],
)
def test_a_value_is_written_for_a_person(row, expected):
    assert value(row) == expected


def test_mentions_are_highlighted_where_they_stand():
    mention = Mention(article_id="a", start_char=10, end_char=12, text="€5", label="MONEY")
    (span,) = highlighted("Volta paid €5.", [mention]).spans
    assert (span.start, span.end) == (10, 12)


def test_only_columns_that_say_something_are_shown():
    found = {name: [] for name in ARTICLE_RECORDS}
    found["money"] = [Money(**PLACE, low=Decimal(5), high=Decimal(5), currency="EUR", money_id="m")]
    console = Console(file=io.StringIO(), width=80)
    print_article(console, "Volta paid €5.", found)
    printed = console.file.getvalue()
    assert "EUR 5" in printed and "text" in printed and "measure" not in printed and "quotes" not in printed
