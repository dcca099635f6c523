"""What is measured alike in one sentence is told apart by the places behind."""

from decimal import Decimal

import pytest

from pipeline.extract.links.apart import told_apart
from pipeline.records import Mention, Money

CASES = (
    ("Trade was $3 million with Peru and $5 million with Chile.", ["Trade with Peru", "Trade with Chile"]),
    ("Trade was $3 million (€2 million) with Peru and $5 million with Chile.",
     ["Trade with Peru", "Trade with Peru", "Trade with Chile"]),
    ("Trade was $3 million in Peru and $5 million with Chile.", ["Trade", "Trade"]),
    ("Trade was $3 million with Peru. Trade was $5 million with Chile.", ["Trade", "Trade"]),
    ("Trade was $3 million and $5 million with Chile.", ["Trade", "Trade"]),
)  # fmt: skip


def rows_of(text):
    at, rows = 0, []
    for words in ("$3 million", "€2 million", "$5 million"):
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            known = {"low": Decimal(1), "high": Decimal(1), "currency": "USD", "qualifier": "exact", "zone": "body"}
            same = "a:0" if words[0] == "€" else None
            rows.append(Money(article_id="a", start_char=start, end_char=at, text=words, sentence="", found_by="",
                              measure="Trade", money_id="a:0" if words[1] == "3" else f"a:{start}", same_as=same,
                              **known))  # fmt: skip
    return rows


def places_of(text):
    return [
        Mention(article_id="a", start_char=text.index(name), end_char=text.index(name) + len(name), text=name,
                label="LOC", zone="body", sentence="", found_by="")
        for name in ("Peru", "Chile") if name in text
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "measures"), CASES)
def test_values_are_told_apart(text, measures):
    def sentence(start, end):
        return text.rfind(".", 0, start) + 1, len(text)

    assert [row.measure for row in told_apart(rows_of(text), text, places_of(text), sentence)] == measures
