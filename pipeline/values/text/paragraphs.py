"""A text to its paragraphs: stretches of lines that belong together, whether lines are wrapped or not."""

import re
from dataclasses import dataclass

_BLOCK = re.compile(r"[^\s](?:.|\n(?![^\S\n]*(?:\n|\Z)))*")
_LINE = re.compile(r"[^\n]*[^\s\n][^\n]*")

_CELLS = re.compile(r"\t|\|| {3,}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the white space around it."""

    start: int
    end: int
    text: str


def paragraphs(text: str) -> list[Paragraph]:
    r"""Split a text into paragraphs: a line each, but for blocks of wrapped lines, which stay whole.

    >>> [p.text for p in paragraphs("Profit rises\n\nAcme said.\nIt grew.")]
    ['Profit rises', 'Acme said.', 'It grew.']
    """
    found: list[Paragraph] = []
    for block in _BLOCK.finditer(text):
        if _is_wrapped(block[0]):
            found.append(_stripped(text, block.start(), block.end()))
        else:
            lines = _LINE.finditer(text, block.start(), block.end())
            found.extend(_stripped(text, line.start(), line.end()) for line in lines)
    return found


def _stripped(text: str, start: int, end: int) -> Paragraph:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Paragraph(start, start + len(piece.strip()), piece.strip())


def _is_wrapped(block: str) -> bool:
    """Say whether a block's lines were broken at a width: all but the last are about as long, and most run on."""
    lines = block.split("\n")
    if len(lines) < 2:
        return False
    if sum(bool(_CELLS.search(line.strip())) for line in lines) > len(lines) / 3:
        return False  # rows of a table
    full = [len(line.rstrip()) for line in lines[:-1]]
    width = max(full)
    if not 45 <= width <= 110 or min(full) < width * 0.6 or len(lines[-1]) > width + 5:
        return False
    return sum(line.rstrip()[-1:] not in '.!?:;”"' for line in lines[:-1]) > len(full) / 2
