"""`press_percentages` on a Doc: rows and mentions; a value is found once."""

from decimal import Decimal
from itertools import pairwise

from tests.extract.values_doc import values_doc


def test_keeps_rows_and_mentions() -> None:
    doc = values_doc("Sales rose nearly 5% from 2023.")
    [row] = doc._.percentages
    assert (row.text, row.low, row.unit, row.qualifier) == ("5%", Decimal(5), "percent", "approx")
    assert (row.direction, row.compared_to, row.measure) == ("up", "2023", "Sales")
    assert [(mention.label, mention.text) for mention in doc._.mentions] == [("PERCENT", "5%"), ("DATE", "2023")]


def test_values_never_overlap() -> None:
    doc = values_doc("In 2000 dollars, 2000 euros, 2024 per cent and May 5 per cent of 2025 were lost.", "2025-03-12")
    mentions = doc._.mentions
    assert all(first.end_char <= second.start_char for first, second in pairwise(mentions))
    assert [mention.label for mention in mentions if mention.text.startswith("2000")] == ["MONEY", "MONEY"]
