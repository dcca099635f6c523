from datetime import date
from decimal import Decimal

import pytest

from pipeline.export.cells import cell, csv_cell, decimal_cell, no_formula, unharmed


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("", ""),
        ("Lau", "Lau"),
        (0, 0),
        (True, "true"),
        (False, "false"),
        (Decimal("307000000000"), "307000000000"),
        (Decimal("-4.20E+6"), "-4200000"),
        (date(2025, 3, 2), "2025-03-02"),
        ((), ""),
        (("InvestHK", "IHK"), "InvestHK; IHK"),
    ],
)
def test_cell(value, expected):
    assert cell(value) == expected


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+852 5555", "-5%", "@press", "\t=1"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded_in_csv_alone(text):
    guarded = text.replace("=1", "'=1") if text.startswith("\t") else "'" + text
    assert (cell(text), csv_cell(text), csv_cell((text,))) == (text, guarded, guarded)


def test_a_negative_number_is_a_number():
    assert (csv_cell(Decimal(-5)), csv_cell(-5)) == ("-5", -5)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.10", "0.1"), ("100", "100"), ("1E+2", "100"), ("0", "0"), ("-0.50", "-0.5"), ("1E-7", "0.0000001")],
)
def test_a_decimal_is_exact_and_has_no_exponent(value, expected):
    assert decimal_cell(Decimal(value)) == expected


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "'quoted'", "plain", "", "''=1"])
def test_harmless_can_be_undone(text):
    assert unharmed(no_formula(text)) == text
