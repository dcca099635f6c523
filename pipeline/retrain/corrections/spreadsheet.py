"""Tells a cell that a person changed from one that the spreadsheet changed by itself."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import ftfy

from pipeline.export.cells import CUT, unharmed
from pipeline.plain import harmless

DAY_FORMATS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d-%b-%y",
    "%d-%b-%Y",
)
"""How spreadsheets write a whole date."""

PART_FORMATS = ("%d-%b", "%b-%y", "%d/%m", "%m/%d")
"""How they write what they took for a date: 10 March becomes 10-Mar."""

PRINTED_DAYS = ("%d %B", "%B %d", "%d %b", "%b %d", "%B %Y", "%b %Y", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


_DIGITS = 40
"""Digits before or behind the point above which a number is none: 1E999999999 would be written out."""


_LONG = 15_000
"""Letters above which a cell may have been cut: a spreadsheet's holds 32,767 at most, in units of UTF-16."""


def same(before: str, cell: str, kind: type = str) -> bool:
    """Say whether a cell still stands for what was exported, whatever the spreadsheet did to its form.

    >>> same("307000000000", "3.07E+11", Decimal), same("2025-03-02", "02/03/2025", date), same("10 March", "10-Mar")
    (True, True, True)
    """
    if _plain(before) in (_plain(cell), _plain(unharmed(cell))) or mended(before) == mended(cell):
        return True
    if harmless(before) == cell:  # as the review page shows it
        return True
    if len(cell) > _LONG and before.startswith(cell.removesuffix(CUT).rstrip()):
        return True
    if kind is Decimal or kind is int:
        return _same_number(before, cell)
    if kind is date:
        return bool({before} & {day.isoformat() for day in days_of_cell(cell)})
    if kind is bool:
        return before.lower() == cell.lower()
    return _lossy(before) == cell.strip() or _same_printed_day(before, cell) or _same_printed_number(before, cell)


_DAMAGED = re.compile("[ÃÂâÅÄ√]")
"""Letters that UTF-8 turns into where it is read as Windows-1252 or Mac Roman."""


def mended(text: str) -> str:
    """Mend words that a spreadsheet read in another encoding than they were written in.

    >>> mended("Ã˜rsted paid Â£4m"), mended("Ørsted paid £4m")
    ('Ørsted paid £4m', 'Ørsted paid £4m')
    """
    return _plain(ftfy.fix_encoding(text)) if _DAMAGED.search(text) else text


def days_of_cell(cell: str) -> set[date]:
    """Give every date that a cell may stand for: 02/03/2025 is two.

    >>> sorted(days_of_cell("02/03/2025")) == [date(2025, 2, 3), date(2025, 3, 2)]
    True
    """
    return {day.date() for form in DAY_FORMATS if (day := _parsed(cell.strip().removesuffix(" 00:00:00"), form))}


def number_of_cell(cell: str) -> Decimal | None:
    """Read a number as a person types it into a spreadsheet: 1,200.50 and 1200,5; None where it is none.

    >>> number_of_cell("1,200.50"), number_of_cell("1200,5"), number_of_cell("3.07E+11"), number_of_cell("about 5")
    (Decimal('1200.50'), Decimal('1200.5'), Decimal('3.07E+11'), None)
    """
    text = re.sub(r"[\s\u00a0']", "", cell)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d+", text) or re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", text):
        text = text.replace(".", "").replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= _DIGITS else None


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def _lossy(text: str) -> str:
    return text.strip().encode("cp1252", errors="replace").decode("cp1252")


def _same_number(before: str, cell: str) -> bool:
    old, new = number_of_cell(before), number_of_cell(cell)
    if old is None or new is None:
        return False
    digits = len(new.as_tuple().digits) if "e" in cell.lower() else 15
    return old == new or (bool(old) and abs(old - new) <= abs(old) * Decimal(10) ** (1 - digits))


def _same_printed_day(before: str, cell: str) -> bool:
    old = {(day.month, day.day) for form in PRINTED_DAYS if (day := _parsed(before, form))}
    return bool(old & {(day.month, day.day) for form in (*PART_FORMATS, *DAY_FORMATS) if (day := _parsed(cell, form))})


def _same_printed_number(before: str, cell: str) -> bool:
    """Say whether a printed percentage or number became another form of itself: 5.0% and 5%, or 0.05."""
    old, new = number_of_cell(before.rstrip("%")), number_of_cell(cell.strip().rstrip("%"))
    if old is None or new is None:
        return False
    return old == new or (before.endswith("%") and old == new * 100)


def _parsed(text: str, form: str) -> datetime | None:
    text, form = (text, form) if "%y" in form.lower() else (f"{text} 2000", f"{form} %Y")
    try:
        return datetime.strptime(text.strip(), form)
    except ValueError:
        return None
