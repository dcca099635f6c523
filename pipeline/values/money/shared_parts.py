"""The pieces of ranges and lists -> pieces with the currency and scale that they share: `$10-12 million`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.values.money.amounts import Piece
from pipeline.values.numbers.numbers import HUNDREDTH
from pipeline.values.numbers.ranges import DASH, LIST

_FAR = 1000  # below it, a number takes the scale of the next one: $5 to $10 million, not $500,000 to $1 million
_WIDE = 12  # characters that may stand between two values of a list
_WITH_MINOR = re.compile(r",?\s(?:and\s)?", re.IGNORECASE)
_ENDS = ("and", "or", ", and", ", or", "and/or", "/", "&")  # what links the last two values of a list


def share_parts(text: str, pieces: list[Piece], to: re.Pattern[str]) -> list[Piece]:
    """Let the values of a range or list share a currency and scale: `5, 10 and 20 million euros`.

    `to` is all that may stand between the ends of a range.
    """
    pieces = list(_with_minor(text, pieces))
    listed = False
    for at in range(len(pieces) - 2, -1, -1):
        first, second = pieces[at], pieces[at + 1]
        ranged = _is_range(text, first, second, to)
        listed = _is_listed(text, first, second, listed)
        if ranged or listed:
            pieces[at] = _from_next(first, second, ranged)
    for at in range(len(pieces) - 1):
        first, second = pieces[at], pieces[at + 1]
        if first.form and not first.after and not second.form and _opens_range(text, first, second, to):
            pieces[at + 1] = second._replace(form=first.form)
            pieces[at] = _elliptic(text, _from_next(first, pieces[at + 1], True, own=False), second)
    return pieces


def _with_minor(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Add cents to the dollars before them: 3 dollars 45 cents, two euros and eighty cents."""
    last: Piece | None = None
    for piece in pieces:
        if last and _adds_minor(text, last, piece):
            last = last._replace(end=piece.end, minor=piece.number.value * HUNDREDTH)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _adds_minor(text: str, first: Piece, second: Piece) -> bool:
    """Whether a second piece is the cents of the first."""
    full, cents = first.form, second.form
    if full is None or cents is None or full.minor or not cents.minor or first.scaled or second.number.value >= 100:
        return False
    one = not (full.code and cents.code) or full.code in (cents.code, *cents.rivals)
    if text.startswith(" of ", second.end):
        return False  # one euro, eighty cents of it tax
    return one and first.after and second.after and _WITH_MINOR.fullmatch(text, first.end, second.start) is not None


def _elliptic(text: str, first: Piece, second: Piece) -> Piece:
    """Give the low end of `$5-8,000` its thousands."""
    thousands = text[second.number.start : second.number.end].endswith(",000") and not second.scaled
    if thousands and not first.scaled and first.number.value * 1000 < second.number.value:
        return first._replace(scale=Decimal(1000))
    return first


def _is_range(text: str, first: Piece, second: Piece, to: re.Pattern[str]) -> bool:
    """Whether a dash or `to` stands between two pieces."""
    return bool(DASH.fullmatch(text, first.end, second.start) or to.fullmatch(text, first.end, second.start))


def one_currency(first: Piece, second: Piece) -> bool:
    """Whether two pieces are in one currency, cents or full units both."""
    a, b = first.form, second.form
    return bool(a and b and a.minor == b.minor and (a.code == b.code or (a.sign and a.sign == b.sign and not b.code)))


def _is_listed(text: str, first: Piece, second: Piece, listed: bool) -> bool:
    """Whether two pieces are neighbours in a list that ends with `and`; `listed`: the next two are."""
    if second.start - first.end > _WIDE:
        return False
    link = text[first.end : second.start].strip().lower()
    return link in _ENDS or (listed and link == ",")


def _from_next(first: Piece, second: Piece, ranged: bool, *, own: bool = True) -> Piece:
    """Give a piece the currency after the next one, and its scale, where it has none of its own.

    `own`: the next one prints a currency of its own, so a first that is large already may be in full: $500,000 to $1
    million, but €1,000-1,100m.
    """
    if first.form is None and second.form and second.after and _may_be_money(first, second, ranged):
        first = first._replace(form=second.form, after=True, shares=True)
    open_scale = first.form is not None and (not first.after or first.form is second.form)
    if open_scale and not first.scaled and second.scaled and one_currency(first, second):
        scale = second.scale or _scale_in_words(second)
        near = ranged or first.number.value < _FAR or first.shares or not own
        if near and (first.number.value <= second.value / scale or not ranged):
            first = first._replace(scale=scale)
    return first


def _may_be_money(first: Piece, second: Piece, ranged: bool) -> bool:
    """Whether a bare number before an amount can be money too; a year in a list is none."""
    return (ranged or not first.number.in_words) and not (first.is_year and second.scaled)


def _scale_in_words(piece: Piece) -> Decimal:
    """Give the scale of a number in words: a million of five million."""
    scales = (Decimal(10) ** power for power in (12, 9, 6, 3))
    return next((scale for scale in scales if piece.number.value >= scale), Decimal(1))


def _opens_range(text: str, first: Piece, second: Piece, to: re.Pattern[str]) -> bool:
    """Whether a bare second number belongs to a range that a currency opens: `$10-12`, `$3 to 5 million`."""
    if DASH.fullmatch(text, first.end, second.start):
        return not text[second.end : second.end + 1].isalnum()
    opened = "between" in text[max(0, first.start - 20) : first.start]
    between = opened and LIST.fullmatch(text, first.end, second.start)
    return bool(second.scaled and (between or to.fullmatch(text, first.end, second.start)))
