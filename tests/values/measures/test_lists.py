"""What values in a list measure, where the list says so."""

import re

import pytest

from pipeline.values.measures.lists import ListedValue, listed

VALUE = re.compile(r"[€$]?\d[\d.]*(?:m|%)?")
CASES = (
    ("Sales and profit were €84m and €6m, respectively.", "profit", ["Sales", "profit"]),
    ("Its sales and its net profit were €84m and €6m respectively.", "net profit", ["sales", "net profit"]),
    ("Prices in Ghana, Togo and Benin rose 9%, 3% and 1% respectively.", "Benin",
     ["Prices in Ghana", "Prices in Togo", "Prices in Benin"]),
    ("VIENNA - Rents, wages and fuel rose 9%, 3% and 1%, respectively.", "fuel", ["Rents", "wages", "fuel"]),
    ("Spending: salaries, €6m; fuel, €8m; and repairs, €4m.", "Spending", ["salaries", "fuel", "repairs"]),
    ("Acme and Orvik posted revenues of €84m and €6m, respectively.", "revenues", None),
    ("Ghana and Togo grew 9% and 6%, respectively.", "Togo", None),
    ("Sales and profit were €84m and €6m.", "profit", None),
    ("Sales, after a good year, and profit were €84m, €5m and €6m, respectively.", "profit", None),
    ("Sales were €84m and €6m, respectively.", "Sales", None),
    ("Sales: in spring, €84m, and in autumn, €6m.", "Sales", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "measures"), CASES)
def test_a_list_says_what_its_values_measure(text: str, phrase: str, measures: list[str] | None) -> None:
    values = [ListedValue(*found.span(), phrase) for found in VALUE.finditer(text)]
    assert list(listed(text, values, 0).values()) == (measures or [])
