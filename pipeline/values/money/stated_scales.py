"""Scales that a text states once, over a table or for all its figures -> what plain amounts there are multiplied by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.values.money.amounts import Piece
from pipeline.values.money.currencies import Currencies, Form
from pipeline.values.numbers.numbers import ONE

_EDGE = re.compile(r"[\n\t()\[\]|;:]|\.(?=\s|$)|$")
_TOKEN = re.compile(r"[^\s,]+")
_FIGURE = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d[\d,.]*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LEADS_TO = re.compile(  # in thousands, in US$ millions, € million, Rs crore; not 5 million, half a million
    r"(?:\b[Ii]n\s(?:[^\s\d]{1,12}\s){0,3}|nearest\s|[A-Z]\.?\s?|[€£¥₹$]\s?|s\.?\s)[^\W\d_]?$"
)
_LEAD = 44  # characters before a scale in which what makes it a stated one begins
_REACH = 160  # characters that a statement is long
_PROSE = 12  # words in a line that is no row of a table
_LEADS = 4  # words among which one that begins a statement stands: (unaudited, in thousands
_ROWS = 300  # lines that a table is long


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of a text whose plain amounts are in thousands, millions ...; `words` say so."""

    start: int
    end: int
    factor: Decimal
    words: str
    code: str | None = None  # the currency that they name


class StatedScales:
    """Finds the scales that a text states, and scales the amounts that they are for."""

    def __init__(self, rules: Rulebook, currencies: Currencies) -> None:
        """Index the words."""
        parts = {row.part: frozenset(row.words) for row in rules.stated_scales}
        self._lead, self._statement, self._words = parts["lead"], parts["statement"], parts["filler"] | parts["lead"]
        self._per_row = re.compile(rf"\b{any_of(parts['per_row'])}\b", re.IGNORECASE)
        plain = {
            word: row.factor for row in rules.scales if row.factor > 100 for word in row.words[:2]
        }  # million, millions
        joined = {word: row.factor for row in rules.currency_scales if row.side == "after" for word in row.words}
        self._factors = plain | joined
        self._currencies = currencies
        stems = {word.removesuffix("s") for word in plain} | {word for word in joined if "000" in word}
        tails = {word[1:] if word.isalpha() else word for word in stems}  # without the letter that may be a capital
        self._tails = [tail for tail in tails if not any(other != tail and other in tail for other in tails)]
        scale = rf"[ ]?{any_of(joined)}(?![\w'’])(?!\s?\d)"
        self._joined = re.compile(rf"(?:[€£¥₹$]|[(\n\t][A-Z][A-Za-z]{{0,3}}\.?){scale}")
        self._anywhere = re.compile(rf"(?:[€£¥₹$]|\b[A-Z][A-Za-z]{{1,2}}\.?){scale}")
        self._open = [f"{word[1:]} {verb}" for word in self._statement for verb in ("in", "are") if len(word) > _LEADS]

    def apply(self, text: str, pieces: list[Piece]) -> list[Piece]:
        """Scale the plain amounts that a stated scale is for."""
        if not any(piece.form and not piece.scaled for piece in pieces):
            return pieces
        stated = list(self._find(text))
        return [self._scaled(text, piece, stated) for piece in pieces] if stated else pieces

    def _scaled(self, text: str, piece: Piece, stated: list[Stated]) -> Piece:
        """Scale a plain amount; one a share, and one in a row of such, is in full."""
        if piece.form is None or piece.form.minor or piece.scaled:
            return piece
        found = next((one for one in reversed(stated) if one.start <= piece.start < one.end), None)
        if found is None:
            return piece
        begin = text.rfind("\n", 0, piece.start) + 1
        stop = text.find("\n", piece.end)
        begin = max(begin, text.rfind(". ", begin, piece.start))
        if self._per_row.search(text, begin, min(len(text) if stop < 0 else stop, piece.end + 40)):
            return piece
        form = piece.form
        if found.code and form.code is None and form.sign == self._currencies.signs.get(found.code):
            form = replace(form, code=found.code)
        return piece._replace(scale=found.factor, stated=found.words, form=form)

    def _find(self, text: str) -> Iterator[Stated]:
        """Find what the text states, in its order."""
        end = 0
        for at in sorted(self._places(text)):
            if at < end:
                continue
            begin = max((e.end() for e in _EDGE.finditer(text, max(0, at - _REACH), at) if e[0]), default=at - _REACH)
            edge = _EDGE.search(text, at, at + _REACH)
            end = edge.start() if edge else at
            words = text[max(0, begin) : end].strip()
            if told := self._told(words):
                start, stop = _region(text, begin, end, told[0] == "statement")
                yield Stated(start, stop, told[1], words, told[2])

    def _places(self, text: str) -> Iterator[int]:
        """Give where scales stand that no number stands before. Looked for word by word: that is the quickest."""
        for tail in self._tails:
            at = text.find(tail)
            while at >= 0:
                if _LEADS_TO.search(text, max(0, at - _LEAD), at):
                    yield at
                at = text.find(tail, at + 1)
        wide = any(word in text for word in self._open)
        for found in (self._anywhere if wide else self._joined).finditer(text):
            yield found.end() - 1

    def _told(self, words: str) -> tuple[str, Decimal, str | None] | None:
        """Read whether words state a scale for all figures, or for a table, and which; None where they say else."""
        tokens: list[str] = []
        currency = False
        factor: Decimal | None = None
        code: str | None = None
        end = 0
        for token in _TOKEN.finditer(words):
            if token.start() < end:
                continue
            known = token[0].strip("“”\"'*").casefold()
            factor = factor or self._factors.get(known) or self._factors.get(token[0])
            if known not in self._words and known not in self._factors:
                end, scale, form = self._currency(words, token)
                code = code or (form.code if form else None)
                currency |= end > token.start() and len(tokens) < 2
                factor = factor or scale
                if not end:
                    return None
            tokens.append(known)
        if factor is None or not tokens:
            return None
        if self._statement.intersection(tokens[:2]):
            return "statement", factor, code
        leads = currency or not self._lead.isdisjoint(tokens[:_LEADS])
        return ("head", factor, code) if leads else None

    def unit(self, words: str) -> tuple[Form, Decimal] | None:
        """Read words that are a currency, and a scale with it or not: NZ$m, Rs crore, KShs'000, thousands of euros.

        None where they say anything else, and for a letter or two that no scale makes a currency: (P), (R).
        """
        form: Form | None = None
        factor: Decimal | None = None
        end = 0
        for token in _TOKEN.finditer(words):
            if token.start() < end:
                continue
            known = token[0].casefold()
            own = self._factors.get(known) or self._factors.get(token[0])
            end, scale, named = (0, own, None) if own else self._currency(words, token)
            if (factor and (scale or own)) or (form and named) or not (own or named or known in self._words):
                return None
            factor, form = factor or scale or own, form or named
        if form is None or form.minor or (factor is None and form.weak):
            return None
        return form, factor or ONE

    def _currency(self, words: str, token: re.Match[str]) -> tuple[int, Decimal | None, Form | None]:
        """Give where a currency that begins at a word ends, a scale that is joined to it, and its form; else 0."""
        found = self._currencies.after(words, token.start())
        if found and found[1] >= token.end():
            return found[1], None, found[0]
        if form := self._currencies.form(token[0]):
            return token.end(), None, form
        scale = max((word for word in self._factors if token[0].endswith(word)), key=len, default="")
        form = self._currencies.form(token[0].removesuffix(scale)) if scale else None
        return (token.end(), self._factors[scale], form) if form else (0, None, None)


def _region(text: str, begin: int, end: int, statement: bool) -> tuple[int, int]:
    """Give the stretch that a stated scale is for: the rest of a text, a row that holds it, or the table under it."""
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    if statement:
        return end, len(text)
    if _FIGURE.search(text, end, line):
        return begin, line
    at = line
    for _ in range(_ROWS):
        after = text.find("\n", at + 1)
        after = len(text) if after < 0 else after
        if at >= len(text) or _is_prose(text[at:after]):
            break
        at = after
    return end, at


def _is_prose(line: str) -> bool:
    """Whether a line is no row of a table: many words, few figures."""
    words = len(_LETTERS.findall(line))
    return words > _PROSE and words > 4 * len(_FIGURE.findall(line))
