"""Finds amounts of money in text, and reads each: low, high, currency, qualifier, what it is per."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from pipeline.rulebook import Rulebook
from pipeline.values.amounts import Piece, PieceReader
from pipeline.values.article_currency import ArticleCurrency
from pipeline.values.currencies import Form
from pipeline.values.numbers import number_finder
from pipeline.values.phrases import WORD, Phrases
from pipeline.values.qualifiers import Qualifiers
from pipeline.values.ranges import DASH, LIST, TO, Ranges

_PER = re.compile(r"\s?/\s?|,?\s(?:per|a|an|each|every|for each|for every)\s|-(?:per|a|an)-", re.IGNORECASE)
_ADVERBS = ("annually", "yearly", "monthly", "pa", "p.a.")
_RESTATED = re.compile(r"\s?[(\[](?:[\w=~≈]+\s){0,3}")
_COINS = re.compile(r"[\s-](?:coins?|bank\s?notes?|notes?|stamps?)\b")  # a five rupee coin
_DISASTERS = re.compile(r"\s(?:m|b|tr)illion-dollar\s[a-z]+s\b")  # 28 billion-dollar disasters
_PLAIN_END = re.compile(r"\s?[(,.;]|\s(?:in|of|for|to|from|on|at|by|per|a|and|or|with|as|more|less)\b|$")
_FAR = 1000  # how many times larger one value of a range or list may be before a shared scale is not read into it


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """An amount at a place of a text. `currency` is None where the article doesn't show whose sign it is."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    currency: str | None
    qualifier: str
    per: str | None
    rule: str


class MoneyFinder:
    """Finds and reads the amounts of a text.

    >>> from pipeline.rulebook import load_rulebook
    >>> [found] = MoneyFinder(load_rulebook()).find("It paid more than HK$3.5bn a year.")
    >>> str(found.low), found.currency, found.qualifier, found.per
    ('3500000000.0', 'HKD', 'min', 'year')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rules."""
        self.numbers = number_finder(rules.number_words)
        self.pieces = PieceReader(rules)
        self.article = ArticleCurrency(rules.currency_clues, self.pieces.currencies.signs)
        self.qualifiers = Qualifiers(rules.qualifiers)
        self.ranges = Ranges(rules.directions)
        self.units = Phrases((words, row.unit) for row in rules.per_units for words in row.words)

    def find(self, text: str) -> list[FoundMoney]:
        """Find the amounts of a text, in its order; none overlap."""
        pieces = [self.pieces.read(text, number) for number in self.numbers.find(text)]
        pieces = self._inherit(text, pieces)
        if not any(piece.form for piece in pieces):
            return []
        shown = _Shown(self.article, text, [piece.form for piece in pieces if piece.form])
        found: list[FoundMoney] = []
        for group in self._ranges(text, pieces):
            amount = self._amount(text, group, shown, found[-1] if found else None)
            if amount and (not found or found[-1].end <= amount.start):
                found.append(amount)
        return found

    def _inherit(self, text: str, pieces: list[Piece]) -> list[Piece]:
        """Let the values of a range or list share a currency and scale: `$10-12 million`, `5, 10 and 20 million euros`."""
        pieces = list(pieces)
        listed = False  # whether the link to the right leads to an `and`
        for at in range(len(pieces) - 2, -1, -1):
            first, second = pieces[at], pieces[at + 1]
            ranged, listed = _linked(text, first.end, second.start, listed)
            if ranged or listed:
                pieces[at] = first = _from_right(first, second, ranged)
        for at in range(len(pieces) - 1):
            first, second = pieces[at], pieces[at + 1]
            if first.form and not first.after and not second.form and _dash_or_to(text, first, second):
                pieces[at + 1] = replace(second, form=first.form)
                pieces[at] = _from_right(first, pieces[at + 1], True)
        return pieces

    def _ranges(self, text: str, pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
        at = 0
        while at < len(pieces):
            first, second = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
            if second and _one_currency(first, second) and first.value <= second.value:
                if self.ranges.joins(text, (first.start, first.end), (second.start, second.end)):
                    yield first, second
                    at += 2
                    continue
            if first.form:
                yield (first,)
            at += 1

    def _amount(
        self, text: str, group: tuple[Piece, ...], shown: "_Shown", last: FoundMoney | None
    ) -> FoundMoney | None:
        form, start, end = group[0].form, group[0].start, group[-1].end
        assert form is not None
        if _is_no_amount(text, group[-1]) or (form.weak and not _looks_like_money(group)):
            return None
        code = form.code or self._restated(text, form, start, last) or shown.currency(form.sign)
        if form.weak and not _is_plain(text, group[-1]) and (code is None or not shown.clues[code]):
            return None
        qualifier = self.qualifiers.read(text, start, end)
        low, high = group[0].value, group[-1].value
        return FoundMoney(start, end, low, high, code, qualifier, self._per(text, end), form.id)

    def _restated(self, text: str, form: Form, start: int, last: FoundMoney | None) -> str | None:
        """Give USD for a bare `$` in brackets after an amount in another currency: `HK$307 billion ($39.4 billion)`."""
        beside = last is not None and last.currency not in (None, "USD") and start - last.end < 25
        if beside and form.sign == "dollar" and last and _RESTATED.fullmatch(text, last.end, start):
            return "USD"
        return None

    def _per(self, text: str, end: int) -> str | None:
        """Read what an amount is per, from the words after it."""
        lead = _PER.match(text, end)
        if lead is None:
            adverb = self.units.at(text, end)
            return adverb[0] if adverb and text[end : adverb[1]].strip().lower() in _ADVERBS else None
        unit = self.units.at(text, lead.end())
        if unit:
            return unit[0]
        word = WORD.match(text, lead.end()) if lead[0].strip() == "per" else None
        return word[0] if word and word[0].isalpha() else None


class _Shown:
    """What the article shows of its currencies, worked out once, and only where a sign needs it."""

    def __init__(self, article: ArticleCurrency, text: str, printed: list[Form]) -> None:
        self._article, self._text, self._printed = article, text, printed
        self._known: dict[str, str | None] = {}

    @cached_property
    def clues(self) -> Counter[str]:
        return self._article.clues(self._text)

    def currency(self, sign: str | None) -> str | None:
        if sign is None:
            return None
        if sign not in self._known:
            stated = self._article.stated(self._text) if sign == "dollar" else None
            first = [form.code for form in takewhile(lambda form: form.code or form.sign != sign, self._printed)]
            self._known[sign] = stated or self._article.resolve(sign, self.clues, [code for code in first if code])
        return self._known[sign]


def _linked(text: str, end: int, start: int, listed: bool) -> tuple[bool, bool]:
    """Whether two values are linked as a range, or as neighbours in a list that ends with `and`."""
    if start - end > 12:
        return False, False
    ranged = bool(DASH.fullmatch(text, end, start) or TO.fullmatch(text, end, start))
    link = text[end:start].strip().lower()
    return ranged, link in ("and", "or", ", and", ", or", "and/or", "/", "&") or (listed and link == ",")


def _from_right(first: Piece, second: Piece, ranged: bool) -> Piece:
    """Give a value the currency after the next one, and its scale, where it has none of its own."""
    if first.form is None and second.form and second.after and _may_share(first, second, ranged):
        first = replace(first, form=second.form, after=True)
    shares = first.form is not None and not first.after or (first.after and first.form is second.form)
    if shares and not first.scaled and second.scaled and _one_currency(first, second):
        scale = second.scale or _scale_in_words(second)
        if first.number.value < _FAR and (first.number.value <= second.value / scale or not ranged):
            first = replace(first, scale=scale)
    return first


def _may_share(first: Piece, second: Piece, ranged: bool) -> bool:
    """Whether a bare number before an amount can be money too; a year in a list is none."""
    year = first.number.end - first.number.start == 4 and 1900 <= first.number.value <= 2100
    return (ranged or not first.number.in_words) and not (year and second.scaled)


def _scale_in_words(piece: Piece) -> Decimal:
    scales = (Decimal(10) ** power for power in (12, 9, 6, 3))
    return next((scale for scale in scales if piece.number.value >= scale), Decimal(1))


def _dash_or_to(text: str, first: Piece, second: Piece) -> bool:
    """Whether a bare second number belongs to a range that a currency opens: `$10-12`, `$3 to 5 million`."""
    if DASH.fullmatch(text, first.end, second.start):
        return not text[second.end : second.end + 1].isalnum()
    between = LIST.fullmatch(text, first.end, second.start) and "between" in text[max(0, first.start - 20) : first.start]
    return bool(second.scaled and (TO.fullmatch(text, first.end, second.start) or between))


def _one_currency(first: Piece, second: Piece) -> bool:
    a, b = first.form, second.form
    return bool(a and b and a.minor == b.minor and (a.code == b.code or (a.sign and a.sign == b.sign and not b.code)))


def _is_no_amount(text: str, last: Piece) -> bool:
    """Whether what follows shows that it is none: `$20s`, `a billion-dollar idea`, `20 pounds of`."""
    following = text[last.end : last.end + 2]
    if not last.after and following[:1].isalpha() and not following[1:].isalpha():
        return True
    if last.after and last.scale and text[last.number.end : last.number.end + 1] == " " and _DISASTERS.match(text, last.number.end):
        return True
    vague = last.number.in_words and text[last.number.start : last.number.end].lower().startswith(("a ", "one "))
    if last.after and vague and last.number.scaled and text[last.number.end : last.number.end + 1] == "-":
        return True
    if last.after and _COINS.match(text, last.end):
        return True
    return bool(last.form and last.form.id == "pound" and text.startswith((" of ", "-feet", " per square"), last.end))


def _is_plain(text: str, last: Piece) -> bool:
    """Whether a weak form is money even where nothing shows its country: `20 million won ($15,314)`, `12CUP`."""
    if not last.after:
        return False
    glued = text[last.number.end : last.end].isupper() and last.end - last.number.end == 3
    return glued or (last.scaled and _PLAIN_END.match(text, last.end) is not None and last.form is not None and last.form.id != "pound")


def _looks_like_money(group: tuple[Piece, ...]) -> bool:
    """Whether a number is one that money has: a scale, thousands, or cents."""
    number, form = group[-1].number, group[-1].form
    if form and (form.minor or group[-1].after and group[-1].end - number.end == 3):
        return True
    return group[-1].scaled or number.value >= 100 or number.value != number.value.to_integral_value()
