"""The pieces of lines of a page to lines in reading order: column by column, a row of a table as one line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.ingest.readers.html.tables import joined_cells
from pipeline.ingest.readers.pdf.lines import Line

_GUTTER = 6.0
"""Smallest space between two columns."""
_PROSE, _LONG = 18, 34
"""Letters that lines have on average where they are prose of a column, and of a page."""
BULLET = re.compile(r"(?:[-•*·–▪●◦‣o☐☒¨■□➢✓►–]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)])$")
_VALUE = re.compile(
    r"[(\[]?[-–—+]?\s*(?:[A-Z]{0,3}[$£€¥₹]\s*)?[(]?[\d.,]+\s*(?:%|x|bps|pp|[a-z]{1,3})?[)\]]?%?\*?$|[-–—]$|n/?[am]\.?$"
)
CONTACT = re.compile(
    r"\S@\S+\.\w|\+\d[\d ().-]{6,}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\bwww\.|\b(?:tel|phone|mobile|email)\b", re.I
)
_LEADER = re.compile(r"\s*(?:\.\s?){5,}|\s*…{2,}\s*")
"""The dots between a label and its value."""
_NUMBERS = re.compile(r"(?<=[\d)%—–-])\s+(?=[(\[]?(?:[$£€¥]\s*)?[(]?[-–—]?\d)")


def in_reading_order(pieces: Sequence[Line]) -> list[Line]:
    """Put the pieces of a page in the order in which they are read."""
    gutter = _gutter(pieces)
    if gutter is None:
        return _rows(pieces)
    ordered: list[Line] = []
    for left, right, crossing in _bands(pieces, gutter):
        ordered += [*_columns(left, right), *_rows(crossing)]
    return ordered


def _bands(pieces: Sequence[Line], gutter: float) -> Iterator[tuple[list[Line], list[Line], list[Line]]]:
    """Give what stands left and right of a gutter between lines that cross it, and the line that ends each band."""
    left: list[Line] = []
    right: list[Line] = []
    crossing: list[Line] = []
    for piece in sorted(pieces, key=lambda p: -p.top):
        if crossing and _is_beside(crossing[0], piece):
            crossing.append(piece)
            continue
        if crossing:
            yield left, right, crossing
            left, right, crossing = [], [], []
        if piece.right <= gutter:
            left.append(piece)
        elif piece.left >= gutter - 1:
            right.append(piece)
        else:
            # A line across both columns ends them: what stands above it is read first. A short one is a cell, and what
            # stands beside it the others of its row.
            row = [other for other in left if len(piece.text) < _LONG and _is_beside(piece, other)]
            left = [other for other in left if other not in row]
            crossing = [piece, *row]
    yield left, right, crossing


def _columns(left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """Read two columns one after the other; a narrow one of contacts beside the text comes behind it.

    Between two lines that cross the page there may be rows all the same, where the page has columns elsewhere.
    """
    if not left or not right:
        return in_reading_order([*left, *right]) if left or right else []
    whole = len(left) + len(right)
    if not (_is_prose(left) or _is_prose(right)) and not _are_columns(left, right, 0, whole, whole):
        return _rows([*left, *right])
    if _average(right) > 2 * _average(left) and _average(right) >= _LONG:
        left, right = right, left
    return in_reading_order(left) + in_reading_order(right)


def _average(pieces: Sequence[Line]) -> float:
    return sum(len(_LEADER.sub("", piece.text)) for piece in pieces) / len(pieces) if pieces else 0.0


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Find where a second column begins: an edge at which several lines start, with columns beside it somewhere."""
    if len(pieces) < 6:
        return None
    best: tuple[float, float] | None = None
    for edge, count in Counter(round(piece.left) for piece in pieces).items():
        right = [p for p in pieces if p.left >= edge - 1]
        left = [p for p in pieces if p.right <= edge - _GUTTER]
        if count < 3 or not left:
            continue
        crossing = len(pieces) - len(left) - len(right)
        bands = ((a, b) for a, b, _ in _bands(pieces, edge - 1) if a and b)
        whole = _are_columns(left, right, crossing, len(pieces), count)
        if whole or any(_are_contacts(a, b) for a, b in bands):
            best = max(best or (0.0, 0.0), (count, -float(edge)))
    return -best[1] if best else None


def _are_columns(left: Sequence[Line], right: Sequence[Line], crossing: int, whole: int, count: int) -> bool:
    """Say whether what stands at both sides are columns to be read one after the other, and no cells of rows."""
    if count >= 4 and crossing <= 0.3 * whole and _is_prose(left) and _is_prose(right):
        return True
    if _are_contacts(left, right):
        return True
    if len(left) < 3 or _values_in(left, right):
        return False
    # A narrow column beside the text: an address, contacts; its lines seldom stand on those of the text.
    narrow, wide = sorted((left, right), key=_average)
    beside = _average(wide) >= _LONG and len(wide) >= 4 and not any(BULLET.match(p.text) for p in narrow)
    apart = sum(not any(abs(p.base - q.base) < 1 for q in wide) for p in narrow)
    return beside and (any(CONTACT.search(p.text) for p in narrow) or apart >= 0.6 * len(narrow))


def _values_in(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether what stands at both sides are values of a table."""
    return sum(bool(_VALUE.match(p.text)) for p in (*left, *right)) > 0.2 * (len(left) + len(right))


def _are_contacts(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether contacts or a letterhead stand beside others, or beside a few lines."""
    contacts = [sum(bool(CONTACT.search(p.text)) for p in side) for side in (left, right)]
    if not any(contacts) or _values_in(left, right):
        return False
    if all(contacts) and len(left) > 2 and _near(left, right):
        return True
    few, many = sorted((left, right), key=len)
    return len(many) >= 4 and len(few) <= 0.5 * len(many) and _spans(many, few)


def _spans(many: Sequence[Line], few: Sequence[Line]) -> bool:
    """Say whether a column stands beside another, so that their lines would come between each other."""
    top, bottom = max(p.base for p in many), min(p.base for p in many)
    return all(bottom - 20 <= p.base <= top + 20 for p in few)


def _near(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether the contacts of two columns stand beside each other."""
    places = [[p.base for p in side if CONTACT.search(p.text)] for side in (left, right)]
    return min(abs(a - b) for a in places[0] for b in places[1]) < 40


def _is_prose(pieces: Sequence[Line]) -> bool:
    return len(pieces) >= 4 and _average(pieces) >= _PROSE


def _rows(pieces: Iterable[Line]) -> list[Line]:
    """Join the pieces that stand side by side to rows."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: -(p.top + p.bottom)):
        if rows and _is_beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda p: p.left)) for row in rows]


def _is_beside(a: Line, b: Line) -> bool:
    if abs(a.base - b.base) < 0.2 * min(a.size, b.size):
        return True
    return abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < 0.5 * min(a.size, b.size) + 0.5


def _joined(row: list[Line]) -> Line:
    """Join the pieces of a row: a bullet with its text, the others as cells."""
    bullet = ""
    if len(row) > 1 and BULLET.match(row[0].text) and len(row[0].text) < 5:
        bullet, row = row[0].text + " ", row[1:]
        row[0] = Line(row[0].text, row[0].left, row[0].bottom, row[0].right, row[0].top, row[0].base)
    pieces = [part for piece in row for part in _LEADER.split(piece.text) if part.strip()]
    cells = [part for piece in pieces for part in (_values(piece) if len(pieces) > 1 else [piece])] or [row[0].text]
    text = bullet + (joined_cells(cells) if len(cells) > 1 else cells[0])
    first = row[0]
    return Line(text, first.left, min(p.bottom for p in row), max(p.right for p in row), max(p.top for p in row),
                first.base, is_row=len(cells) > 1 and " | " in text)  # fmt: skip


def _values(text: str) -> list[str]:
    """Part the values of cells that stand so near each other that they came as one piece."""
    parts = _NUMBERS.split(text)
    return parts if all(map(_VALUE.fullmatch, parts)) else [text]


def without_doubles(pieces: Sequence[Line]) -> list[Line]:
    """Leave out a piece that is printed over itself, as programs do for bold."""
    kept: list[Line] = []
    for before, piece in pairwise([None, *pieces]):
        if piece is None:
            continue
        same = before is not None and before.text == piece.text
        if not (same and before and abs(before.left - piece.left) < 2 and abs(before.base - piece.base) < 2):
            kept.append(piece)
    return kept
