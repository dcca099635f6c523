"""A value of a record to the cell that stands for it in a file, and back."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.plain import BETWEEN

CUT = " [... cut: a workbook's cell holds no more; the CSV has all of it]"
"""How a text ends that was too long for a cell of a workbook."""

_START = re.compile(r"(?<![\s\";|'])[\s\";|]*+'*+(?=[=+@\-\uff1d\uff0b\uff20\uff0d])")
"""What may stand before the sign that makes a spreadsheet run a cell's text as a formula."""
_SIGN = re.compile(r"[=+@\-\uff1d\uff0b\uff20\uff0d]")
_PARTS = re.compile(r"[;|\x09-\x0d\x1c-\x1e\x85\u2028\u2029]")
"""What parts cells or lines where a file is opened with other separators than ours."""


def cell(value: Any) -> str | int:
    """Write a value as a text file has it: empty for None, ISO dates, exact decimals, `; ` between several names.

    >>> cell(Decimal("3.0700E+11")), cell(("InvestHK", "IHK")), cell(None)
    ('307000000000', 'InvestHK; IHK', '')
    """
    if isinstance(value, str):  # most are
        return value
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
    return no_formula(str(written)) if isinstance(value, (str, tuple, list)) else written


def decimal_cell(value: Decimal) -> str:
    """Write a decimal exactly, without exponent and without zeros that say nothing.

    >>> decimal_cell(Decimal("2.30")), decimal_cell(Decimal("1E+3")), decimal_cell(Decimal("0.00"))
    ('2.3', '1000', '0')
    """
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def no_formula(text: str) -> str:
    """Put `'` before what a spreadsheet would run as a formula, with whatever separators it opens the file.

    >>> no_formula("=1+1"), no_formula("a; =1+1"), no_formula("up 5-6 percent")
    ("'=1+1", "a; '=1+1", 'up 5-6 percent')
    """
    if not text or (text[0].isalnum() and not _PARTS.search(text)):  # most texts: no other cell begins in them
        return text
    if not _SIGN.search(text):
        return text
    return _START.sub(lambda found: found[0] + "'" if _begins_cell(found) else found[0], text)


def unharmed(text: str) -> str:
    """Undo `no_formula`.

    >>> unharmed(no_formula("-5 percent")), unharmed("'tis")
    ('-5 percent', "'tis")
    """
    return _START.sub(lambda found: found[0].removesuffix("'") if _begins_cell(found) else found[0], text)


def begins_as_formula(text: str) -> bool:
    """Say whether a spreadsheet would run a cell's text."""
    found = _START.match(text)
    return found is not None and not found[0].endswith("'")


def _begins_cell(found: re.Match[str]) -> bool:
    return found.start() == 0 or _PARTS.search(found[0]) is not None
