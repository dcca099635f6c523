"""The characters of a printed page to its lines: a wide gap parts two, and what is printed raised is set apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.ingest.readers.html.inline import raised

_GAP = 1.6
"""Space between two characters, in sizes of the letters, from which on they stand in two columns or cells."""
_VALUE, _VALUE_GAP = frozenset("0123456789($£€¥"), 0.85
"""What a number begins with, and the space from which on it is a cell of its own behind the label of its row."""
_SMALL = 0.85
"""Size, in that of the line, below which a character is small enough to be printed raised or lowered."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its box, and the line that it stands on, in points from the lower left of the page."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    base: float

    @property
    def size(self) -> float:
        """Give the height of its font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one, with its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    is_row: bool = False
    """Whether it is a row of several cells."""

    @property
    def size(self) -> float:
        """Give the height of its font."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """Give its length."""
        return self.right - self.left


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Join characters to pieces of lines, in the order in which the page has them."""
    return [line for line in _pieces(glyphs) if line.text]


def _pieces(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    piece: _Piece | None = None
    for glyph in glyphs:
        if glyph.char in "\r\n":
            if piece is not None:
                piece.ended = True
            continue
        if piece is not None and not piece.takes(glyph):
            yield piece.line()
            piece = None
        if piece is not None:
            piece.add(glyph)
        elif not glyph.char.isspace():
            piece = _Piece(glyph)
    if piece is not None:
        yield piece.line()


class _Piece:
    """A piece of a line while its characters are gathered."""

    def __init__(self, first: Glyph) -> None:
        self._text, self._high, self._space = first.char, "", False
        self._box = first
        self._right = first.right
        self._last = (first.left, first.right, first.base)
        self.ended = False
        """Whether the page says that a line ends here."""

    def takes(self, glyph: Glyph) -> bool:
        """Say whether a character goes on with the piece."""
        if glyph.char.isspace():
            return True
        if (glyph.left, glyph.right, glyph.base) == self._last:
            # The letters of a ligature share its box.
            return True
        size = max(self._box.size, 4.0)
        gap = glyph.left - self._right
        if glyph.char in _VALUE and self._text[-1:].isalpha() and gap > _VALUE_GAP * size:
            return False
        if not -size < gap < _GAP * size:
            return False
        if self.ended and not (gap < 0.5 * size and self._is_shifted(glyph)):
            # A line that ended goes on only with what is raised over it, or comes back from there.
            return bool(self._high) and gap < 0.6 * size and abs(glyph.base - self._box.base) < 0.15 * size
        return abs(glyph.base - self._box.base) < 0.25 * size or self._is_shifted(glyph)

    def _is_shifted(self, glyph: Glyph) -> bool:
        small, large = sorted((glyph.size, self._box.size))
        return small < _SMALL * large and abs(glyph.base - self._box.base) < 0.7 * large

    def add(self, glyph: Glyph) -> None:
        """Add a character."""
        is_high = glyph.size < _SMALL * self._box.size and glyph.base > self._box.base + 0.12 * self._box.size
        if glyph.char.isspace():
            self._space = self._space or not self.ended
            return
        if len(self._text.strip()) == 1 and not self._text.isalnum() and not is_high:
            # A bullet is often of another font; the line is that of its text.
            self._box = replace(glyph, left=self._box.left)
        elif self._is_larger(glyph):
            # What stands raised at the beginning is the mark of a note.
            self._text, self._box = self._text.strip() + " ", replace(glyph, left=self._box.left)
        # A line that ended and goes on has a space where it has room for one.
        self._space = self._space or (self.ended and glyph.left - self._right > 0.12 * self._box.size)
        if is_high:
            self._high += (" " if self._space and self._high else "") + glyph.char
        else:
            if self._high:
                self._lower()
            self._text += (" " if self._space and not self._text.endswith(" ") else "") + glyph.char
            low, high = min(self._box.bottom, glyph.bottom), max(self._box.top, glyph.top)
            if glyph.size >= _SMALL * self._box.size:
                self._box = replace(self._box, bottom=low, top=high)
        self._right = max(self._right, glyph.right)
        self._last = (glyph.left, glyph.right, glyph.base)
        self.ended = self._space = False

    def _is_larger(self, glyph: Glyph) -> bool:
        return self._box.size < _SMALL * glyph.size and self._box.base > glyph.base and len(self._text.strip()) < 4

    def _lower(self) -> None:
        self._text += raised(self._high, self._text)
        self._high = ""

    def line(self) -> Line:
        """Give the piece as it was gathered."""
        if self._high:
            self._lower()
        box = self._box
        return Line(self._text.strip(), box.left, box.bottom, self._right, box.top, box.base)
