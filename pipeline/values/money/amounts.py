"""A piece of an amount: a number with its currency and its scale; whether two forms, or two amounts, are one."""

import re
from decimal import Decimal
from typing import NamedTuple

from babel.numbers import get_currency_precision

from pipeline.values.money.currencies import Form
from pipeline.values.numbers.numbers import HUNDREDTH, ONE, Number, plain


class Piece(NamedTuple):
    """A number with its currency and scale; half of a range may have them on the other half only."""

    start: int
    end: int
    number: Number
    scale: Decimal | None
    form: Form | None
    negative: bool = False
    after: bool = False  # the currency stands after the number
    shares: bool = False  # it takes its currency from the next piece: the 10 of `10 to 12 million euros`
    qualifier: str | None = None  # one that stands inside it: $50-odd million
    stated: str | None = None  # the words that state its scale elsewhere: in thousands
    minor: Decimal = Decimal(0)  # cents that are printed after it: 3 dollars 45 cents

    @property
    def value(self) -> Decimal:
        """Give the amount in full units."""
        unit = HUNDREDTH if self.form and self.form.minor else ONE
        value = plain(self.number.value * (self.scale or ONE) * unit + self.minor)
        return -value if self.negative else value

    def value_in(self, code: str | None) -> Decimal:
        """Give the amount in full units of a currency: 250 fils are a quarter of a Kuwaiti dinar."""
        is_small = self.form is not None and code in self.form.small
        value = self.value * HUNDREDTH if is_small else self.value
        in_thousandths = self.form and (self.form.minor or is_small) and code and get_currency_precision(code) == 3
        return plain(value / 10 if in_thousandths else value)

    @property
    def scaled(self) -> bool:
        """Whether it says how many thousands, millions ... it is."""
        return self.scale is not None or self.number.scaled

    @property
    def is_year(self) -> bool:
        """Whether its number could be a year."""
        return self.number.end - self.number.start == 4 and 1900 <= self.number.value <= 2100


_BRACKET = re.compile(r"\s?[(\[](?:[\w=~≈]+\s){0,3}")


def is_in_bracket(text: str, end: int, start: int) -> bool:
    """Whether an amount stands in a bracket behind another, as what restates it does: `HK$307 billion ($39.4 billion)`.

    What `or` joins may be another figure: profit of $48 million, or 61 cents per share.
    """
    return _BRACKET.fullmatch(text, end, start) is not None


def may_restate(text: str, end: int, start: int, words: re.Pattern[str]) -> bool:
    """Whether a bracket, or `words`, between two amounts lets the second be the first in another currency."""
    return is_in_bracket(text, end, start) or words.fullmatch(text, end, start) is not None


def may_be_one_currency(one: Form, other: Form) -> bool:
    """Whether two forms at one number may name one currency: USD and $, yuan and RMB; never cents."""
    if one.minor or other.minor or one.weak:
        return False
    if one.code and other.code:
        return one.code == other.code
    return one.sign is not None and one.sign == other.sign
