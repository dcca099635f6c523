"""Scales that a text states once, over a table or for all its figures -> what plain amounts there are multiplied by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.rulebook.reading import Rulebook
from pipeline.values.money.amounts import Piece
from pipeline.values.money.currencies import Currencies

_EDGE = re.compile(r"[\n\t()\[\]|;:]|\.(?=\s|$)|$")
_TOKEN = re.compile(r"[^\s,]+")
_FIGURE = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d[\d,.]*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_REACH = 160  # characters that a statement is long
_PROSE = 12  # words in a line that is no row of a table
_ROWS = 300  # lines that a table is long


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of a text whose plain amounts are in thousands, millions ...; `words` say so."""

    start: int
    end: int
    factor: Decimal
    words: str


class StatedScales:
    """Finds the scales that a text states, and scales the amounts that they are for."""

    def __init__(self, rules: Rulebook, currencies: Currencies) -> None:
        """Index the words."""
        parts = {row.part: frozenset(row.words) for row in rules.stated_scales}
        self._lead, self._statement, self._words = parts["lead"], parts["statement"], parts["filler"] | parts["lead"]
        self._per_row = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(parts['per_row'])))})\b", re.IGNORECASE)
        plain = {word.casefold(): row.factor for row in rules.scales for word in row.words if len(word) > 2}
        joined = {word: row.factor for row in rules.currency_scales if row.side == "after" for word in row.words}
        self._factors = plain | joined
        self._currencies = currencies
        self._scale = re.compile(
            rf"\b(?i:{_any_of(plain)})\b|(?:[A-Z]{{3}}|[€£¥₹$])[ ]?({_any_of(joined)})(?![\w'’])(?!\s?\d)"
        )

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
        return replace(piece, scale=found.factor, stated=found.words)

    def _find(self, text: str) -> Iterator[Stated]:
        """Find what the text states, in its order."""
        for found in self._scale.finditer(text):
            at = found.start()
            if text[max(0, at - 2) : at].rstrip(" -")[-1:].isdigit():
                continue
            begin = max((e.end() for e in _EDGE.finditer(text, max(0, at - _REACH), at) if e[0]), default=at - _REACH)
            edge = _EDGE.search(text, found.end(), found.end() + _REACH)
            end = edge.start() if edge else found.end()
            words = text[max(0, begin) : end].strip()
            factor = self._factors.get(found[1] or found[0].casefold())
            if factor and (told := self._told(words)):
                start, stop = _region(text, begin, end, told == "statement")
                yield Stated(start, stop, factor, words)

    def _told(self, words: str) -> str | None:
        """Say whether words state a scale for all figures, or for a table; None where they say something else."""
        tokens: list[str] = []
        currency = False
        end = 0
        for token in _TOKEN.finditer(words):
            if token.start() < end:
                continue
            known = token[0].strip("“”\"'*").casefold()
            if known not in self._words and known not in self._factors:
                end = self._currency_end(words, token)
                currency |= end > token.start() and len(tokens) < 2
                if not end:
                    return None
            tokens.append(known)
        if self._statement.intersection(tokens[:2]):
            return "statement"
        return "head" if currency or tokens[0] in self._lead else None

    def _currency_end(self, words: str, token: re.Match[str]) -> int:
        """Give where a currency that begins at a word ends, with a scale joined to it or not; 0 where none does."""
        found = self._currencies.after(words, token.start())
        if found and found[1] >= token.end():
            return found[1]
        scale = next((word for word in self._factors if token[0].endswith(word)), "")
        printed = token[0].removesuffix(scale)
        return token.end() if self._currencies.prints(token[0]) or self._currencies.prints(printed) else 0


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


def _any_of(words: Iterable[str]) -> str:
    """Write a pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
