"""A number and what stands beside it -> a piece of an amount: its currency on either side, its scale, its sign."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.rulebook.reading import Rulebook
from pipeline.values.money.currencies import Currencies, Form
from pipeline.values.numbers.numbers import HUNDREDTH, ONE, SPACES, Number, plain
from pipeline.values.text.phrases import Phrases

_MINUS = "-−–"
_NEXT = re.compile(r"\s\d")
_SHORT = re.compile(r"[bBmM](?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A number with its currency and scale; half of a range may have them on the other half only."""

    start: int
    end: int
    number: Number
    scale: Decimal | None
    form: Form | None
    negative: bool = False
    after: bool = False  # the currency stands after the number
    shares: bool = False  # it takes its currency from the next piece: the 10 of `10 to 12 million euros`

    @property
    def value(self) -> Decimal:
        """Give the amount in full units."""
        unit = HUNDREDTH if self.form and self.form.minor else ONE
        value = plain(self.number.value * (self.scale or ONE) * unit)
        return -value if self.negative else value

    @property
    def scaled(self) -> bool:
        """Whether it says how many thousands, millions ... it is."""
        return self.scale is not None or self.number.scaled


class PieceReader:
    """Reads what stands beside a number."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the scales and currencies."""
        self.currencies = Currencies(rules.currencies)
        self._scales = Phrases((words, row.factor) for row in rules.scales for words in row.words)

    def read(self, text: str, number: Number) -> Piece:
        """Read the piece around a number."""
        form, start, brackets = self._before(text, number.start)
        end = number.end
        if brackets:
            if text[end : end + 1] != ")":
                form, start, brackets = None, number.start, False
            else:
                end += 1
        scale, end = self._scale(text, end, number, form is not None)
        form_after, end = self._after(text, end, form, number)
        negative = brackets or (form is not None and _has_minus(text, start, number.start))
        return Piece(start, end, number, scale, form_after or form, negative, form is None and form_after is not None)

    def _before(self, text: str, at: int) -> tuple[Form | None, int, bool]:
        """Give the currency before a number, where it starts, and whether a loss's bracket opens: `$(4.2)`."""
        start = at
        brackets = text[start - 1 : start] == "("
        if brackets or (text[start - 1 : start] in _MINUS and start):
            start -= 1
        found = self._form_before(text, start)
        if found is None:
            return None, at, False
        form, start = found
        other = self._form_before(text, start)
        if other and _agree(other[0], form):  # USD $5m
            form, start = (form if form.code else other[0]), other[1]
        return form, start, brackets

    def _form_before(self, text: str, end: int) -> tuple[Form, int] | None:
        found = self.currencies.before(text, end)
        if found is None and end and text[end - 1] in SPACES:
            found = self.currencies.before(text, end - 1)
        return found

    def _scale(self, text: str, at: int, number: Number, signed: bool) -> tuple[Decimal | None, int]:
        if number.scaled:
            return None, at
        found = self._scales.at(text, at)
        if found is None or not _is_scale(text, at, found[1], signed):
            return None, at
        factor, end = found
        more = self._scales.at(text, end)  # lakh crore, hundred million
        if more and more[0] > factor and more[1] - end > 3:
            return factor * more[0], more[1]
        return factor, end

    def _after(self, text: str, at: int, before: Form | None, number: Number) -> tuple[Form | None, int]:
        found = self.currencies.after(text, at)
        if found is None or (before and not _agree(found[0], before)) or _opens_next(text, at, found[1], before):
            return None, at
        if before is None and _counts_apart(number) and _NEXT.match(text, found[1]) and text[at : found[1]].isupper():
            return None, at  # for one MXN 3,400, in 2024 EUR 3 million
        if before and (before.code or not found[0].code):
            return before, found[1]
        return found


def _opens_next(text: str, at: int, end: int, before: Form | None) -> bool:
    """Whether a sign or code after a number belongs to the next one: €3m-€5m, EUR 3m-EUR 5m."""
    if text[end - 1].islower() or not text[end : end + 2].strip()[:1].isdigit():
        return not text[end - 1].isalpha() and text[at] == "-"
    return text[at] == "-" or before is not None or not text[end - 1].isalpha()


def _counts_apart(number: Number) -> bool:
    """Whether a number before a code and another number is a word or a year, so that the code is the other one's."""
    return number.in_words or (number.end - number.start == 4 and 1900 <= number.value <= 2100)


def _is_scale(text: str, at: int, end: int, signed: bool) -> bool:
    """Whether a scale's letters are one: `5k` glued, `$5 m` spaced, not the T of `$5 T-shirts`."""
    letters = text[at:end].strip()
    if len(letters) > 1 or letters == text[at:end]:
        return True
    return signed and _SHORT.match(text, at + 1) is not None


def _agree(one: Form, other: Form) -> bool:
    """Whether two forms at one number may name one currency: USD and $, yuan and RMB; never cents."""
    if one.minor or other.minor or one.weak:
        return False
    if one.code and other.code:
        return one.code == other.code
    return one.sign is not None and one.sign == other.sign


def _has_minus(text: str, start: int, number: int) -> bool:
    """Whether a minus stands before the currency or between it and the number, and isn't a dash between words."""
    if text[number - 1 : number] in _MINUS and number > start:
        return True
    return start > 0 and text[start - 1] in _MINUS and (start == 1 or text[start - 2] in " (\n\t:")
