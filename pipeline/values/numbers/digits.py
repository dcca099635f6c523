"""A number in digits, with spaces, commas or dots that part thousands, or a fraction -> an exact Decimal."""

import re
from decimal import Decimal

SPACES = " \u00a0\u2009\u202f"
FRACTIONS = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_LONGEST = 30  # characters of a number that anyone prints; what is longer is no number

DIGITS = re.compile(
    rf"(?<![\d/])[1357]/(?:2|3|4|8|16)(?![\d/])|(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\.?\d(?:[\d,.'’]*\d)?)"
    rf"(?:[ -]?[{''.join(FRACTIONS)}]|[ -]1/[2348]\b|[ -][357]/8\b|[ -]3/4\b)?"
    rf"|[{''.join(FRACTIONS)}]"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
_PLAIN = re.compile(r"\d*\.\d+|\d+")
_SWISS = re.compile(r"\d{1,3}(?:['’]\d{3})+(?:\.\d+)?")
_RATIO = re.compile(r"(\d{1,2})/([2348]|16)")


def read_digits(printed: str) -> Decimal | None:
    """Read a number in digits; None where the digits are no number, or could be two.

    >>> [str(read_digits(n)) for n in ("1,234.5", "1,23,456", "1.234,56", "1 234", "5¼", "1-1/2", "1,2,3")]
    ['1234.5', '123456', '1234.56', '1234', '5.25', '1.5', 'None']
    """
    if len(printed) > _LONGEST:
        return None
    whole, part = _split_fraction(printed)
    if not whole:
        return part
    for space in SPACES:
        whole = whole.replace(space, "")
    if _PLAIN.fullmatch(whole):
        return Decimal(whole) + part
    if _GROUPED.fullmatch(whole):
        return Decimal(whole.replace(",", "")) + part
    if _SWISS.fullmatch(whole):
        return Decimal(whole.replace("'", "").replace("’", "")) + part
    if _EUROPEAN.fullmatch(whole):
        return Decimal(whole.replace(".", "").replace(",", ".")) + part
    return None


def _split_fraction(printed: str) -> tuple[str, Decimal]:
    if printed[-1] in FRACTIONS:
        return printed[:-1].rstrip(" -"), Decimal(FRACTIONS[printed[-1]])
    if ratio := _RATIO.search(printed, max(0, len(printed) - 5)):
        above, below = int(ratio[1]), int(ratio[2])
        if ratio.start() == 0 or printed[ratio.start() - 1] in " -":
            return printed[: ratio.start()].rstrip(" -"), Decimal(above) / below
    return printed, Decimal(0)
