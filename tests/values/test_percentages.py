"""Percentages: one table of texts with what must be found, one of texts in which nothing may be."""

from decimal import Decimal

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.percentages import PercentageFinder
from tests.values.tables import rows, text_of

FINDER = PercentageFinder(load_rulebook())


@pytest.mark.parametrize("row", rows("percentages.csv"), ids=text_of)
def test_reads_percentages(row: dict[str, str]) -> None:
    found = {row["text"][one.start : one.end]: one for one in FINDER.find(row["text"])}
    assert row["words"] in found
    one = found[row["words"]]
    assert (one.low, one.high) == (Decimal(row["low"]), Decimal(row["high"]))
    read = (one.unit, one.qualifier, one.direction or "", one.compared_to or "")
    assert read == (row["unit"], row["qualifier"], row["direction"], row["compared_to"])


@pytest.mark.parametrize("row", rows("no_percentages.csv"), ids=text_of)
def test_finds_no_percentage(row: dict[str, str]) -> None:
    assert [row["text"][one.start : one.end] for one in FINDER.find(row["text"])] == []
