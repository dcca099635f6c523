"""How an article writes its numbers -> whether a dot before three digits parts thousands: 25.000 USD, 12.500 euros."""

import re
from collections.abc import Collection
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global

_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COMMAS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d+|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d,])|(?<![\d.,])\d+,\d{1,2}(?![\d.,]?\d)"
)
_DOTS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.,/])\d+\.\d{1,2}(?![.\d])")


def may_part_thousands(printed: str) -> bool:
    """Whether a number has one dot and three digits after it: 12.500 is twelve and a half, or twelve thousand."""
    return _AMBIGUOUS.fullmatch(printed) is not None


def parts_thousands(text: str, printed: str, currency: str | None, *, before: Collection[str] = ()) -> bool:
    """Whether the dot of such a number parts thousands, by the other numbers of the text, then by its country.

    `currency` is the one that the article counts in; it tells the country. `before` are such numbers
    of the text that a sign stands before, as where dots part decimals: all must then be round.

    >>> parts_thousands("It cost 12.500 euros and 3,5 Mio. euros.", "12.500", None)
    True
    >>> parts_thousands("It cost $12.543, up 3.5% on 1,200.", "12.543", "USD")
    False
    """
    commas, dots = (len(pattern.findall(text)) for pattern in (_COMMAS, _DOTS))
    if commas != dots:
        return commas > dots or (printed.endswith("00") and writes_commas(currency) is True)
    country = writes_commas(currency)
    if printed in before:
        return country is True and all(number.endswith("0") for number in before)
    return country is True or printed.endswith("00")


@cache
def writes_commas(currency: str | None) -> bool | None:
    """Whether most countries that pay in a currency write a comma before decimals, by CLDR; None for no currency."""
    told = [
        _decimal(place) == "," for place, uses in get_global("territory_currencies").items() if _now(uses, currency)
    ]
    return sum(told) * 2 > len(told) if told else None


def _now(uses: list[tuple[str, object, object, bool]], currency: str | None) -> bool:
    return any(code == currency and tender and not end for code, _, end, tender in uses)


def _decimal(territory: str) -> str | None:
    try:
        symbols = Locale.parse(f"und_{territory}").number_symbols
    except (UnknownLocaleError, ValueError):
        return None
    return str(symbols.get("latn", {}).get("decimal"))
