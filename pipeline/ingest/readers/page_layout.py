"""The characters of a printed page to its lines in reading order: column by column, cells with bars between."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

GUTTER = 6.0
"""Smallest space between two columns."""
PROSE = 18
"""Characters that lines have on average where they are prose, not cells of a table."""
BULLET = re.compile(r"(?:[-•*·–▪●◦‣o☐☒¨]|\(?[a-z\d]{1,3}[.)])$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one, with its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """Give the height of its letters."""
        return self.top - self.bottom


def lines_of(chars: Iterable[tuple[str, Box]]) -> list[Line]:
    """Join characters to pieces of lines; a wide gap, as between columns or cells, begins another piece."""
    pieces: list[Line] = []
    text, box = "", (0.0, 0.0, 0.0, 0.0)
    for char, (left, bottom, right, top) in chars:
        if char in "\r\n" or (text and not _goes_on(box, (left, bottom, right, top), char)):
            pieces.append(Line(text.strip(), *box))
            text = ""
        if char in "\r\n":
            continue
        if not text:
            box = (left, bottom, right, top)
        elif not char.isspace():
            box = (min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top))
        text += char
    return [piece for piece in [*pieces, Line(text.strip(), *box)] if piece.text]


def _goes_on(box: Box, new: Box, char: str) -> bool:
    size = max(box[3] - box[1], 4.0)
    if char.isspace():
        return True
    beside = min(box[3], new[3]) - max(box[1], new[1]) > -0.3 * size
    return beside and -size < new[0] - box[2] < 1.6 * size


def in_reading_order(pieces: Sequence[Line], height: float) -> list[Line]:
    """Put the pieces of a page in the order in which they are read."""
    gutter = _gutter(pieces) if len(pieces) >= 8 else None
    if gutter is None:
        return _rows(pieces)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for piece in sorted(pieces, key=lambda p: -p.top):
        if piece.right <= gutter:
            left.append(piece)
        elif piece.left >= gutter - 1:
            right.append(piece)
        else:
            # A line across both columns ends them: what stands above it is read first.
            ordered += [*in_reading_order(left, height), *in_reading_order(right, height), piece]
            left, right = [], []
    return ordered + in_reading_order(left, height) + in_reading_order(right, height)


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Find where a second column begins: an edge at which many lines of prose start and that few lines cross."""
    edges = Counter(round(piece.left) for piece in pieces)
    best: tuple[int, float] | None = None
    for edge, count in edges.items():
        right = [p for p in pieces if p.left >= edge - 1]
        left = [p for p in pieces if p.right <= edge - GUTTER]
        crossing = len(pieces) - len(left) - len(right)
        if count >= 4 and crossing <= 0.3 * len(pieces) and _is_prose(left) and _is_prose(right):
            best = max(best or (0, 0.0), (count, float(edge)))
    return best[1] if best else None


def _is_prose(pieces: Sequence[Line]) -> bool:
    return len(pieces) >= 4 and sum(len(piece.text) for piece in pieces) / len(pieces) >= PROSE


def _rows(pieces: Iterable[Line]) -> list[Line]:
    """Join the pieces that stand side by side, with ` | ` between the cells of a row."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: -(p.top + p.bottom)):
        if rows and _is_beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda p: p.left)) for row in rows]


def _is_beside(a: Line, b: Line) -> bool:
    return abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < 0.5 * min(a.size, b.size) + 0.5


def _joined(row: list[Line]) -> Line:
    text = row[0].text
    for before, piece in pairwise(row):
        text += (" " if BULLET.match(before.text) or text.endswith("$") else " | ") + piece.text
    return Line(text, row[0].left, min(p.bottom for p in row), row[-1].right, max(p.top for p in row))


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Take away the head and foot lines that most pages repeat, page numbers with them."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]})
    repeated = {shape for shape, count in edges.items() if count >= 3 and count > len(pages) * 0.4}
    kept = []
    for page in pages:
        ends = {*page[:2], *page[-2:]}
        kept.append([line for line in page if line not in ends or _shape(line) not in repeated])
    return kept


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)
