"""A value of a record to the cell that stands for it in a file, and back."""

from datetime import date
from decimal import Decimal
from typing import Any

BETWEEN = "; "
"""What stands between the parts of a cell that holds several."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet run a cell's text as a formula."""


def cell(value: Any) -> str | int:
    """Write a value as a text file has it: empty for None, ISO dates, exact decimals, `; ` between several names.

    >>> cell(Decimal("3.0700E+11")), cell(("InvestHK", "IHK")), cell(None)
    ('307000000000', 'InvestHK; IHK', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, Decimal):
        return decimal_cell(value)
    if isinstance(value, date):
        return value.isoformat()
    return BETWEEN.join(value) if isinstance(value, (tuple, list)) else str(value)


def csv_cell(value: Any) -> str | int:
    """Write a value for a CSV that a spreadsheet may open: as `cell` does, and a text is never run as a formula.

    >>> csv_cell("=1+1"), csv_cell(Decimal(-5))
    ("'=1+1", '-5')
    """
    written = cell(value)
    return harmless(str(written)) if isinstance(value, (str, tuple, list)) else written


def decimal_cell(value: Decimal) -> str:
    """Write a decimal exactly, without exponent and without zeros that say nothing.

    >>> decimal_cell(Decimal("2.30")), decimal_cell(Decimal("1E+3")), decimal_cell(Decimal("0.00"))
    ('2.3', '1000', '0')
    """
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def harmless(text: str) -> str:
    """Put `'` before a text that a spreadsheet would run as a formula."""
    return "'" + text if text.startswith(FORMULA) else text


def unharmed(text: str) -> str:
    """Undo `harmless`.

    >>> unharmed(harmless("-5 percent")), unharmed("'tis")
    ('-5 percent', "'tis")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
