"""Finds numbers in text, in digits, with fractions or in words, and reads each to an exact Decimal."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from pipeline.rulebook.rows import NumberWord
from pipeline.values.numbers.digits import DIGITS, FRACTIONS, read_digits
from pipeline.values.numbers.in_words import joins, read_run

ONE, HUNDREDTH = Decimal(1), Decimal("0.01")
_BEGUN = re.compile(rf"[\d{''.join(FRACTIONS)}]")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place of a text. `scaled` where it is in words that multiply already: five million."""

    start: int
    end: int
    value: Decimal
    in_words: bool = False
    scaled: bool = False


def plain(value: Decimal) -> Decimal:
    """Write a value without the zeros and the exponent that arithmetic leaves: 1.20E+3 is 1200.

    >>> plain(Decimal("4.50")), plain(Decimal("1.20E+3"))
    (Decimal('4.5'), Decimal('1200'))
    """
    whole = value.to_integral_value()
    return whole.quantize(ONE) if whole == value else value.normalize()


def with_comma(text: str, number: Number) -> Number:
    """Read a number again as where commas stand before decimals: `1,234 triliun`."""
    printed = text[number.start : number.end]
    if number.in_words or printed.count(",") != 1:
        return number
    value = read_digits(printed.replace(".", "").replace(",", "."))
    return number if value is None else replace(number, value=value)


@cache
def number_finder(words: tuple[NumberWord, ...]) -> "NumberFinder":
    """Give the one finder of some rules, which money and percentages share."""
    return NumberFinder(words)


class NumberFinder:
    """Finds the numbers of a text, in one pass for digits and one for words."""

    def __init__(self, words: Iterable[NumberWord]) -> None:
        """Index the number words."""
        self.words = {word: row for row in words for word in row.words}
        self._last: tuple[str, tuple[Number, ...]] = "", ()

    def find(self, text: str) -> tuple[Number, ...]:
        """Find the numbers of a text, in its order; those of the last text are kept, as two finders ask for them."""
        if self._last[0] is not text:
            found = [*self._in_digits(text), *self._in_words(text)]
            self._last = text, tuple(sorted(found, key=lambda number: number.start))
        return self._last[1]

    def read(self, printed: str) -> Decimal | None:
        """Read a number in digits or words; None where it is no number."""
        if printed[:1].isdigit() or printed[:1] in FRACTIONS or printed[:1] == ".":
            return read_digits(printed)
        found = list(self._in_words(printed))
        return found[0].value if len(found) == 1 and found[0].end == len(printed) else None

    def _in_digits(self, text: str) -> Iterator[Number]:
        end = 0
        for begun in _BEGUN.finditer(text):
            at = begun.start()
            if at < end:
                continue
            if text.startswith("000", at) and text[at - 1 : at] in ("'", "’"):
                end = at + 3  # £'000 412
                continue
            if text[at - 1 : at] == "." and not (text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] == "/"):
                at -= 1  # .5 per cent
            found = DIGITS.match(text, at)
            if found is None:
                continue
            end = found.end()
            value = read_digits(found[0])
            if value is not None:
                yield Number(found.start(), end, value)

    def _in_words(self, text: str) -> Iterator[Number]:
        run: list[re.Match[str]] = []
        for found in _WORD.finditer(text):
            if found[0].casefold() not in self.words:
                continue
            if run and not joins(text, run[-1], found, self.words):
                yield from self._of_run(text, run)
                run = []
            run.append(found)
        yield from self._of_run(text, run)

    def _of_run(self, text: str, run: list[re.Match[str]]) -> Iterator[Number]:
        read = read_run(text, run, self.words) if run else None
        if read:
            yield Number(read.start, run[-1].end(), read.value, True, read.scaled)
