"""Finds amounts of money in text, and reads each: low, high, currency, qualifier, what it is per."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.rulebook.reading import Rulebook
from pipeline.values.dropped import ELSEWHERE, Dropped
from pipeline.values.money.amounts import Piece, is_in_bracket
from pipeline.values.money.article_currency import ArticleCurrency
from pipeline.values.money.currencies import Form
from pipeline.values.money.filters import NoAmounts, has_letter, is_plain, looks_like_money
from pipeline.values.money.labels import Labels
from pipeline.values.money.per import PerUnits
from pipeline.values.money.pieces import PieceReader
from pipeline.values.money.shared_parts import one_currency, share_parts
from pipeline.values.money.shown import Shown
from pipeline.values.money.stated_scales import StatedScales
from pipeline.values.numbers.marks import may_part_thousands, parts_thousands
from pipeline.values.numbers.numbers import number_finder
from pipeline.values.numbers.qualifiers import Qualifiers, shared_qualifier
from pipeline.values.numbers.ranges import Ranges
from pipeline.values.told import ToldCell
from pipeline.values.zones.head import LONGEST

_DOTTED = range(5, 8)  # characters of a number with one dot that may part thousands: 1.234, 123.456
_CLOSE = Decimal("1.5")  # times: what rises by $9 billion hardly rises to $11 billion
_WEAK = "its sign means other things too, and nothing about the number is like money"
_FOLLOWS = 40  # characters between two prices in cents or pence: up from 44c in May to 46c
_LETTER = "its letter means other things too, and no words by it tell of a price"
_UNSHOWN = "its sign means other things too, and the article shows nothing of the country that pays with it"


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
    told: tuple[ToldCell, ...] = ()  # what decided the cells that its own words do not fill


class MoneyFinder:
    """Finds and reads the amounts of a text.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> [found] = MoneyFinder(load_rulebook()).find("It paid more than HK$3.5bn a year.")
    >>> str(found.low), found.currency, found.qualifier, found.per
    ('3500000000', 'HKD', 'min', 'year')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rules."""
        self._numbers = number_finder(rules.number_words)
        self._pieces = PieceReader(rules)
        self._stated = StatedScales(rules, self._pieces.currencies)
        self._labels = Labels(self._stated)
        self._article = ArticleCurrency(rules, self._pieces.currencies.signs)
        self._no_amounts = NoAmounts(rules)
        self._qualifiers = Qualifiers(rules)
        self._ranges = Ranges(rules)
        self._per = PerUnits(rules)

    def find(
        self, text: str, *, head: int = LONGEST, told: bool = False, dropped: list[Dropped] | None = None
    ) -> list[FoundMoney]:
        """Find the amounts of a text, in its order; none overlap.

        `head` is where the head of the article ends. `told`: say what decided each cell. What is none goes into
        `dropped`.
        """
        pieces = [self._pieces.read(text, number) for number in self._numbers.find(text)]
        pieces = self._labels.apply(text, pieces)
        forms = [piece.form for piece in pieces if piece.form]
        if not forms:
            return []
        shown = Shown(self._article, text, pieces, head)
        pieces = share_parts(text, self._in_full(text, pieces, shown), self._article.beside.to)
        pieces = self._stated.apply(text, pieces)
        found: list[FoundMoney] = []
        for group in self._groups(text, pieces):
            amount = self._amount(text, group, shown, found[-1] if found else None)
            if isinstance(amount, Dropped):
                if dropped is not None:
                    dropped.append(amount)
            elif not found or found[-1].end <= amount.start:
                why = tuple(self._told(text, group, amount, shown, found[-1:])) if told else ()
                found.append(replace(amount, told=why) if why else amount)
            elif dropped is not None:
                dropped.append(Dropped(amount.start, amount.end, amount.rule, ELSEWHERE))
        return found

    def _in_full(self, text: str, pieces: list[Piece], shown: Shown) -> list[Piece]:
        """Read dots that part thousands: 25.000 USD; not in the price of a litre or a share."""
        full = list(pieces)
        dotted = {
            at: text[one.number.start : one.number.end] for at, one in enumerate(pieces) if self._dotted(text, one)
        }
        before = {printed for at, printed in dotted.items() if not pieces[at].after}
        for at, printed in dotted.items():
            if parts_thousands(text, printed, shown.most, before=before):
                number = full[at].number
                full[at] = full[at]._replace(number=replace(number, value=number.value * 1000))
        return full

    def _dotted(self, text: str, piece: Piece) -> bool:
        """Whether the dot of a piece's number may part thousands."""
        number = piece.number
        if piece.form is None or piece.scaled or piece.form.minor or number.end - number.start not in _DOTTED:
            return False
        return may_part_thousands(text[number.start : number.end]) and not self._per.is_small(text, piece.end)

    def read(self, printed: str) -> FoundMoney | None:
        """Read an amount that is the whole of a text; None where it is none, or more than one."""
        found = self.find(printed)
        whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(printed))
        return found[0] if whole else None

    def _groups(self, text: str, pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
        """Put the two pieces of a range together; leave out pieces with no currency."""
        at = 0
        while at < len(pieces):
            first, second = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
            if second and one_currency(first, second) and first.value <= second.value:
                close = first.shares or second.value < _CLOSE * first.value
                if self._ranges.joins(text, (first.start, first.end), (second.start, second.end), close=close):
                    yield first, second
                    at += 2
                    continue
            if first.form:
                yield (first,)
            at += 1

    def _amount(
        self, text: str, group: tuple[Piece, ...], shown: Shown, last: FoundMoney | None
    ) -> FoundMoney | Dropped:
        form, start, end = group[0].form, group[0].start, group[-1].end
        if form is None:
            return Dropped(start, end, "", "nothing says its currency")
        if against := self._no_amounts.tell(text, group[-1]):
            return Dropped(start, end, *against)
        if form.weak and not (looks_like_money(group) or self._per.begins(text, end) or shown.prints_surely(form)):
            return Dropped(start, end, form.id, _WEAK)  # R2, but R2 a day, or R2 beside R400
        code = shown.of(form)
        code = code or self._restated(text, form, start, last) or shown.of_sign(form)
        if has_letter(group[-1]):
            if not self._is_price(text, group, code if form.code else None, shown, last):
                return Dropped(start, end, form.id, _LETTER)
        elif form.weak and not is_plain(text, group[-1]) and not shown.is_counted_in(code):
            return Dropped(start, end, form.id, _UNSHOWN)
        inside = next((piece.qualifier for piece in group if piece.qualifier), None)
        qualifier = inside or _shared_qualifier(text, start, end, last) or self._qualifiers.read(text, start, end)
        per = self._per.read(text, end)
        low, high = (piece.value_in(code) for piece in (group[0], group[-1]))
        return FoundMoney(start, end, low, high, code, qualifier, per, form.id)

    def _is_price(
        self, text: str, group: tuple[Piece, ...], code: str | None, shown: Shown, last: FoundMoney | None
    ) -> bool:
        """Whether a number with the letter of cents is a price, as its article pays in them, or words by it say so."""
        start, end = group[0].start, group[-1].end
        if self._per.is_picture(text, start, end):
            return False
        follows = last is not None and start - last.end < _FOLLOWS and text[last.end - 1] == text[end - 1]
        return follows or shown.is_counted_in(code) or self._per.shows_price(text, start, end)

    def _told(
        self, text: str, group: tuple[Piece, ...], amount: FoundMoney, shown: Shown, last: list[FoundMoney]
    ) -> Iterator[ToldCell]:
        """Say what decided the cells of an amount that its own words do not fill."""
        first = group[0]
        yield from _told_amount(text, first)
        if first.form and first.form.code is None:
            yield ToldCell("currency", shown.why(amount.currency), first.form.id)
        if _shared_qualifier(text, amount.start, amount.end, last[0] if last else None):
            yield ToldCell(
                "qualifier", f"takes {amount.qualifier!r}: it restates the amount before it, or stands beside it"
            )
        elif not any(piece.qualifier for piece in group):
            yield self._qualifiers.told_cell(text, amount.start, amount.end)
        if amount.per:
            yield ToldCell("per", f"takes {amount.per!r}: the words after it say so", self._per.row(amount.per))

    def _restated(self, text: str, form: Form, start: int, last: FoundMoney | None) -> str | None:
        """Give USD for a bare `$` in brackets after an amount in another currency: `HK$307 billion ($39.4 billion)`."""
        if last is None or last.currency in (None, "USD") or form.sign != "dollar":
            return None
        return "USD" if is_in_bracket(text, last.end, start) else None


def _told_amount(text: str, first: Piece) -> Iterator[ToldCell]:
    """Say what scale and sign of an amount were taken from, where its own words do not print them."""
    if first.stated:
        yield ToldCell("low", f"its scale is stated once, by {first.stated!r}")
    elif first.scale and not any(letter.isalpha() for letter in text[first.number.end : first.end]):
        yield ToldCell("low", "takes the scale that is printed with the value beside it")
    if first.negative:
        told = text[max(0, first.start - 9) : first.end]
        yield ToldCell("low", f"is below zero by what stands before or around it: {told!r}")


def _shared_qualifier(text: str, start: int, end: int, last: FoundMoney | None) -> str | None:
    """Give the qualifier of the amount that this one restates, or stands beside: `over $5m with Japan and $6m`."""
    if last is None or last.qualifier == "exact":
        return None
    alongside = shared_qualifier(text, last.qualifier, last.end, start, end)
    return last.qualifier if is_in_bracket(text, last.end, start) else alongside
