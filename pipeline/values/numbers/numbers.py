"""Finds numbers in text, in digits, with fractions or in words, and reads each to an exact Decimal."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from pipeline.rulebook.rows import NumberWord

ONE, HUNDREDTH = Decimal(1), Decimal("0.01")
SPACES = " \u00a0\u2009\u202f"
FRACTIONS = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_LONGEST = 30  # characters of a number that anyone prints; what is longer is no number

_DIGITS = re.compile(
    rf"(?<![\d/])[1357]/(?:2|3|4|8|16)(?![\d/])|(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\.?\d(?:[\d,.'’]*\d)?)"
    rf"(?:[ -]?[{''.join(FRACTIONS)}]|[ -]1/[2348]\b|[ -][357]/8\b|[ -]3/4\b)?"
    rf"|[{''.join(FRACTIONS)}]"
)
_BEGUN = re.compile(rf"[\d{''.join(FRACTIONS)}]")
_WORD = re.compile(r"[A-Za-z]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
_PLAIN = re.compile(r"\d*\.\d+|\d+")
_SWISS = re.compile(r"\d{1,3}(?:['’]\d{3})+(?:\.\d+)?")
_RATIO = re.compile(r"(\d{1,2})/([2348]|16)")


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


def with_comma(text: str, number: Number) -> Number:
    """Read a number again as where commas stand before decimals: `1,234 triliun`."""
    printed = text[number.start : number.end]
    if number.in_words or printed.count(",") != 1:
        return number
    value = read_digits(printed.replace(".", "").replace(",", "."))
    return number if value is None else replace(number, value=value)


def _split_fraction(printed: str) -> tuple[str, Decimal]:
    if printed[-1] in FRACTIONS:
        return printed[:-1].rstrip(" -"), Decimal(FRACTIONS[printed[-1]])
    if ratio := _RATIO.search(printed, max(0, len(printed) - 5)):
        above, below = int(ratio[1]), int(ratio[2])
        if ratio.start() == 0 or printed[ratio.start() - 1] in " -":
            return printed[: ratio.start()].rstrip(" -"), Decimal(above) / below
    return printed, Decimal(0)


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
            found = _DIGITS.match(text, at)
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
            if run and not self._joins(text, run[-1], found):
                yield from self._read_run(text, run)
                run = []
            run.append(found)
        yield from self._read_run(text, run)

    def _joins(self, text: str, last: re.Match[str], found: re.Match[str]) -> bool:
        """Whether two number words are of one number: two hundred, but not two and three."""
        first, second = self.words[last[0].casefold()], self.words[found[0].casefold()]
        if second.kind == "scale" and first.value < 1 and _PART_OF.fullmatch(text, last.end(), found.start()):
            return True  # a quarter of a million
        return _JOINT.fullmatch(text, last.end(), found.start()) is not None and _may_follow(first, second)

    def _read_run(self, text: str, run: list[re.Match[str]]) -> Iterator[Number]:
        """Read a run of number words; `a` before hundred, million, half or dozen counts as one."""
        if not run:
            return
        rows = [self.words[found[0].casefold()] for found in run]
        start = run[0].start()
        if rows[0].kind != "unit":
            lead = _A.search(text, max(0, start - 3), start)
            if lead is None and rows[0].kind != "part":
                return
            start = lead.start() if lead else start
        yield Number(start, run[-1].end(), _read_words(rows), True, any(row.kind == "scale" for row in rows))


_JOINT = re.compile(r"[\s-](?:and[\s-](?:an?[\s-])?|an?[\s-])?")
_PART_OF = re.compile(r"\sof\san?\s")
_A = re.compile(r"\b(?:an?)[\s-]$", re.IGNORECASE)


def _read_words(rows: list[NumberWord]) -> Decimal:
    """Add up number words: units add, hundreds and scales multiply what stands before them."""
    total = group = last_scale = Decimal(0)
    for row in rows:
        if row.kind == "part" and total and not group:
            total += row.value * last_scale  # a million and a half
        elif row.kind in ("unit", "part"):
            group += row.value
        elif row.kind == "hundred":
            group = (group or 1) * row.value
        else:
            total, group = _scale(total, group or Decimal(1), row.value)
            last_scale = row.value
    return total + group


def _scale(total: Decimal, group: Decimal, factor: Decimal) -> tuple[Decimal, Decimal]:
    """Multiply a group by its scale; a larger scale multiplies all that came before: lakh crore."""
    if total and total < factor:
        return (total + (group if group != 1 else 0)) * factor, Decimal(0)
    return total + group * factor, Decimal(0)


def _may_follow(first: NumberWord, second: NumberWord) -> bool:
    if second.kind == "unit" and first.kind == "unit":
        return first.value >= 20 and 0 < second.value < 10
    return not (first.kind == "part" and second.kind in ("unit", "part"))
