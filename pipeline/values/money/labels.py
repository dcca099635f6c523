"""Units in the label of a row of figures -> what its plain numbers are in: Revenue (NZ$m): 412.5."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.values.money.amounts import Piece
from pipeline.values.money.currencies import Form
from pipeline.values.money.stated_scales import StatedScales

_FIGURES = re.compile(r"[):]:?[ \t|]+(?=[-−–(]?\d)")
_BRACKET = re.compile(r"\((?P<unit>[^()\n\t]{1,30})\)$")
_WORDS = re.compile(r"(?:,|\bin)\s(?P<unit>[^()\n\t:;,]{1,30}):$")
_REACH = 36  # characters before the figures in which a unit begins
_BETWEEN = re.compile(r"[ \t|/;:,()−–-]*(?:\s?vs?\.?\s)?[(−–-]?")
_PERCENT = re.compile(r"\s?%")
_ENDS = re.compile(r"[ \t]?[)*]?(?:[\n\t|/;,]|:\s|\.(?!\d)|$|[ ](?:vs?\.?\s)?[(−–-]?\d|[ ][(|/])")
_LOSS = re.compile(r"[(−–-]")


class Label(NamedTuple):
    """A unit that a row of figures is labelled with: where the row begins, and what its numbers are in."""

    end: int
    words: str
    form: Form
    factor: Decimal


class Labels:
    """Gives plain numbers the currency and scale of the label that begins their row."""

    def __init__(self, scales: StatedScales) -> None:
        """Read units as stated scales are read."""
        self._scales = scales

    def apply(self, text: str, pieces: list[Piece]) -> list[Piece]:
        """Give the numbers of labelled rows their unit, as far as nothing but numbers stands in the row."""
        labels = list(self._find(text))
        if not labels:
            return pieces
        full = list(pieces)
        for label in labels:
            end = label.end
            for at, piece in enumerate(full):
                if piece.start < label.end:
                    continue
                if piece.form or piece.number.in_words or not _BETWEEN.fullmatch(text, end, piece.start):
                    break
                end = piece.end
                if percent := _PERCENT.match(text, end):
                    end = percent.end()
                elif piece.scaled or not _ENDS.match(text, end):
                    break
                elif not (piece.is_year and text[piece.start : piece.end].isdigit()):
                    full[at] = _labelled(text, piece, label)
        return full

    def _find(self, text: str) -> Iterator[Label]:
        """Find the labels that say a unit."""
        for figures in _FIGURES.finditer(text):
            before = text[max(0, figures.start() - _REACH) : figures.start() + 1]
            found = _BRACKET.search(before) or _WORDS.search(before)
            if found and (unit := self._scales.unit(found["unit"])):
                yield Label(figures.end(), found["unit"], *unit)


def _labelled(text: str, piece: Piece, label: Label) -> Piece:
    """Read a plain number in the unit of its row; in brackets, or behind a minus, it is a loss."""
    lost = _LOSS.match(text, piece.start - 1) is not None and (text[piece.start - 1] != "(" or text[piece.end] == ")")
    return piece._replace(form=label.form, scale=label.factor, stated=label.words, negative=lost)
