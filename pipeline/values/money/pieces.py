"""A number and what stands beside it -> a piece of an amount: its currency on either side, its scale, its sign."""

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.rulebook.reading import Rulebook
from pipeline.values.money.amounts import Piece, may_be_one_currency
from pipeline.values.money.currencies import Currencies, Form
from pipeline.values.money.joined import ScaledCurrencies
from pipeline.values.numbers.digits import SPACES
from pipeline.values.numbers.numbers import Number, with_comma
from pipeline.values.numbers.scales import FoundScale, Scales
from pipeline.values.numbers.signs import MINUS, Signs
from pipeline.values.text.phrases import Phrases

_NEXT = re.compile(r"\s\d")
_ASIDE = re.compile(  # 412.7 (398.2) million
    r"\s?[(\[](?:20\d\d:\s?)?[^\s\w()]?(?:[A-Z]{3}\s?)?[-−–]?\d[\d.,]{0,11}[)\]](?=\s?[^\W\d_])"
)
_VALUE_BEFORE = re.compile(r"\d\s?\($")
_SHORT = re.compile(r"[bBmM](?![\w'’-])")
_NOTHING = set(',;:%?!/"”')  # signs after which a number has no scale and no currency
_BEGINS_NUMBER = set("0123456789(")
_ABBREVIATION = 4  # letters of a scale that a dot may follow: 5.5 Mio. euros


class _Left(NamedTuple):
    """What stands before a number: currency, where it begins, a scale that is joined to it, a loss's bracket."""

    start: int
    form: Form | None = None
    scale: Decimal | None = None
    brackets: bool = False


class _Scaled(NamedTuple):
    """A scale after a number, and what stands between: a qualifier ($50-odd million), another value in brackets."""

    scale: FoundScale
    qualifier: str | None = None
    aside: bool = False


class PieceReader:
    """Reads what stands beside a number."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the scales and currencies."""
        self.currencies = Currencies(rules.currencies)
        self._scales = Scales(rules)
        self._joined = ScaledCurrencies(rules, self.currencies)
        self._signs = Signs(rules)
        self._inside = Phrases(
            (w, row.qualifier) for row in rules.qualifiers if row.side == "inside" for w in row.words
        )

    def read(self, text: str, number: Number) -> Piece:
        """Read the piece around a number."""
        left = self._left(text, number)
        end = number.end + left.brackets
        start = left.start
        outer = not left.brackets and left.form is not None and _closes(text, start, end)
        aside = outer and _VALUE_BEFORE.search(text, max(0, start - 4), start) is not None  # £3.2 (£2.9) million
        if text[end : end + 1] in _NOTHING and not outer:
            return self._signed(text, Piece(start, end, number, left.scale, left.form, left.brackets))
        if self._has_cents(text, number, left):
            return self._signed(text, Piece(start, end + 1, number, None, left.form))
        scaled = self._scale(text, end + outer, number, left)
        outer = outer and scaled is not None and not aside  # ($1.2) million
        piece = Piece(start - outer, end, number, left.scale, left.form, left.brackets or outer)
        if scaled:
            number = with_comma(text, number) if scaled.scale.local else number
            piece = piece._replace(number=number, scale=scaled.scale.factor, qualifier=scaled.qualifier)
            if aside or scaled.aside:
                return self._signed(text, self._with_form_behind(text, piece, scaled.scale.end))
            piece = piece._replace(end=scaled.scale.end)
        piece = self._inverted(text, piece)
        piece = self._with_currency_after(text, piece) if left.scale is None else piece
        return self._signed(text, piece)

    def _signed(self, text: str, piece: Piece) -> Piece:
        """Read whether a piece is below zero: -€5m, minus €5m, a result of (€5m)."""
        if piece.form is None or piece.negative:
            return piece
        if self._signs.negative(text, piece.start, piece.number.start):
            return piece._replace(negative=True)
        if self._signs.in_brackets(text, piece.start, piece.end):
            return piece._replace(negative=True, start=piece.start - 1, end=piece.end + 1)
        return piece

    def _left(self, text: str, number: Number) -> _Left:
        """Read what stands before a number; the bracket of a loss must close after it: `$(4.2)`."""
        at = number.start
        brackets = text[at - 1 : at] == "("
        inner = at - 1 if brackets or (text[at - 1 : at] in MINUS and at) else at
        if brackets and text[number.end : number.end + 1] != ")":
            return _Left(at)
        found = self._form_before(text, inner)
        if found is None:
            joined = self._joined.before(text, inner)
            return _Left(joined[2], joined[0], joined[1], brackets) if joined else _Left(at)
        form, start = found
        other = self._form_before(text, start)
        if other and may_be_one_currency(other[0], form):  # USD $5m
            form, start = (form if form.code else other[0]), other[1]
        return _Left(start, form, None, brackets)

    def _form_before(self, text: str, end: int) -> tuple[Form, int] | None:
        found = self.currencies.before(text, end)
        if found is None and end and text[end - 1] in SPACES:
            found = self.currencies.before(text, end - 1)
        return found

    def _scale(self, text: str, at: int, number: Number, left: _Left) -> _Scaled | None:
        """Read the scale after a number, and what stands between them."""
        if number.scaled or left.scale is not None:
            return None
        if found := self._scale_at(text, at, left.form is not None):
            return _Scaled(found)
        if text[at : at + 1] == "-" and (inside := self._inside.at(text, at)):
            found = self._scales.at(text, inside[1])
            return _Scaled(found, inside[0]) if found else None
        aside = _ASIDE.match(text, at)
        found = self._scale_at(text, aside.end(), False) if aside else None
        return _Scaled(found, aside=True) if found else None

    def _has_cents(self, text: str, number: Number, left: _Left) -> bool:
        """Whether two decimals are hundredths that a letter names, which is then no scale: N42.50k is 42 naira 50."""
        if left.form is None or left.form.minor or left.brackets or text[number.end - 3 : number.end - 2] != ".":
            return False
        return self.currencies.closes(left.form, text, number.end)

    def _with_form_behind(self, text: str, piece: Piece, at: int) -> Piece:
        """Give a number without a currency the one behind a scale that it shares: 45.2 (41.9) million euros."""
        found = self.currencies.after(text, at) if piece.form is None else None
        return piece._replace(form=found[0], after=True) if found else piece

    def _scale_at(self, text: str, at: int, signed: bool) -> FoundScale | None:
        """Read a scale: `5k` glued, `$5 m` or `5 m euros` spaced, not the T of `$5 T-shirts`."""
        found = self._scales.at(text, at)
        if found is None:
            return None
        letters = text[at : found.end].strip()
        if len(letters) > 1 or letters == text[at : found.end]:
            return found
        if _SHORT.match(text, at + 1) is None:
            return None
        return found if signed or self.currencies.after(text, found.end) else None

    def _inverted(self, text: str, piece: Piece) -> Piece:
        """Read a currency that a scale is joined to after the number, or behind: 65 MEUR, 125 USD million."""
        if piece.is_year:
            return piece  # the 2023 MSSP year
        if piece.form is None and piece.scale is None and (joined := self._joined.after(text, piece.end)):
            return piece._replace(form=joined[0], scale=joined[1], end=joined[2], after=True)
        return piece

    def _with_currency_after(self, text: str, piece: Piece) -> Piece:
        """Read the currency after a number and its scale: 5.5 Mio. euros, 125 USD million."""
        if piece.after:
            return piece
        found, end = self._after(text, piece.end, piece)
        short = text[piece.number.end : piece.end].strip()
        if found is None and piece.scale and text[piece.end : piece.end + 1] == "." and len(short) <= _ABBREVIATION:
            found, end = self._after(text, piece.end + 1, piece)
        if found is None:
            return piece
        after = piece.form is None
        piece = piece._replace(form=found, end=end, after=after)
        scale = None if piece.scaled or found.minor or not after else self._scales.at(text, end)
        if scale and len(text[end : scale.end].strip()) > 1 and text[end] != "-":
            return piece._replace(scale=scale.factor, end=scale.end)
        return piece

    def _after(self, text: str, at: int, piece: Piece) -> tuple[Form | None, int]:
        before = piece.form
        found = self.currencies.after(text, at)
        if found and found[0].minor and found[1] == at + 2 and not text[at].isalnum():
            return None, at  # 44 c
        if found and not text[found[1] - 1].isalpha() and text[found[1] : found[1] + 1].isalpha():
            return None, at  # 10,000 $MOGUL tokens
        if (
            found is None
            or (before and not may_be_one_currency(found[0], before))
            or _opens_next(text, at, found[1], before)
        ):
            return None, at
        if before is None and _counts_apart(piece) and _NEXT.match(text, found[1]) and text[at : found[1]].isupper():
            return None, at  # for one MXN 3,400, in 2024 EUR 3 million
        if before and (before.code or not found[0].code):
            return before, found[1]
        return found


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket is around a currency and its number: ($1.2)."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _opens_next(text: str, at: int, end: int, before: Form | None) -> bool:
    """Whether a sign or code after a number belongs to the next one: €3m-€5m, EUR 3m-EUR 5m."""
    if text[end - 1].islower() or text[end : end + 2].strip()[:1] not in _BEGINS_NUMBER:
        return not text[end - 1].isalpha() and text[at] == "-"
    return text[at] == "-" or before is not None or not text[end - 1].isalpha()


def _counts_apart(piece: Piece) -> bool:
    """Whether a number before a code and another number is a word or a year, so that the code is the other one's."""
    return piece.number.in_words or piece.is_year
