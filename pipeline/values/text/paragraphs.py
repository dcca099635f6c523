"""A text to its paragraphs: stretches of lines that belong together, whether lines are wrapped or not."""

import re
from dataclasses import dataclass

from pipeline.values.text.lines import is_wrapped

_BLOCK = re.compile(r"[^\s](?:.|\n(?![^\S\n]*(?:\n|\Z)))*")
_LINE = re.compile(r"[^\n]*[^\s\n][^\n]*")


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
        if is_wrapped(block[0]):
            found.append(_stripped(text, block.start(), block.end()))
        else:
            lines = _LINE.finditer(text, block.start(), block.end())
            found.extend(_stripped(text, line.start(), line.end()) for line in lines)
    return found


def _stripped(text: str, start: int, end: int) -> Paragraph:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Paragraph(start, start + len(piece.strip()), piece.strip())
