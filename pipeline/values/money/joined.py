"""A currency joined to a scale -> both, before or after the number: MSEK 412, EURm 34.5, SEK M 812, 35 k€."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.rulebook.reading import Rulebook
from pipeline.values.money.currencies import Currencies, Form
from pipeline.values.numbers.digits import SPACES

_AFTER = re.compile(rf"[{SPACES}]?([^\W\d_]{{0,4}}[^\w\s.,;:()\[\]'’\"“”/*-]?(?:[^\W\d_]{{0,4}}|['’]?000s?))(?!\w)")
_SIGN = re.compile(r"[^\w.]$")
_CODE = 3  # letters of an ISO code
_LONGEST = 12  # characters of currency and scale together

Joined = tuple[Form, Decimal]


class ScaledCurrencies:
    """Reads currencies that say how many thousands or millions they count in."""

    def __init__(self, rules: Rulebook, currencies: Currencies) -> None:
        """Join each scale to each code and sign, but where the letters are a form of their own: M$ of Macau."""
        self._currencies = currencies
        scales = [*rules.scales, *rules.local_scales]
        self._words = {word.casefold(): row.factor for row in scales for word in row.words if " " not in word}
        self._after: dict[str, Joined] = dict(_join(rules, currencies, "before", "after"))
        before = dict(_join(rules, currencies, "leading")) | self._after
        self._before = {printed: joined for printed, joined in before.items() if currencies.form(printed) is None}
        self._ends = {word[-1] for word in (*self._before, *self._words)}

    def before(self, text: str, end: int) -> tuple[Form, Decimal, int] | None:
        """Give currency, scale and start of what ends before a number."""
        last = text[end - 1 : end]
        if (last if last not in SPACES else text[end - 2 : end - 1]) not in self._ends:
            return None
        words = text[max(0, end - _LONGEST) : end].rstrip(SPACES).rsplit(None, 1)
        last = words[-1].lstrip("([") if words else ""
        stop = end if text[end - 1 : end] not in SPACES else end - 1
        if joined := self._before.get(last):
            return *joined, stop - len(last)
        factor = self._words.get(last.casefold())
        found = self._currencies.before(text, stop - len(last) - 1) if factor else None
        if factor is None or found is None or found[0].weak or found[0].minor:
            return None  # SEK M 812, € million 412
        return found[0], factor, found[1]

    def after(self, text: str, start: int) -> tuple[Form, Decimal, int] | None:
        """Give currency, scale and end of what begins after a number."""
        token = _AFTER.match(text, start)
        joined = self._after.get(token[1]) if token else None
        return (*joined, token.end()) if token and joined else None


def _join(rules: Rulebook, currencies: Currencies, *sides: str) -> Iterator[tuple[str, Joined]]:
    for printed, form in currencies.strong():
        code = len(printed) == _CODE and printed.isupper()
        if not (code or _SIGN.search(printed) or (form.sign == "krona" and printed == "kr")):
            continue
        for row in rules.currency_scales:
            for word in row.words if row.side in sides else ():
                yield (printed + word if row.side == "after" else word + printed), (form, row.factor)
