"""The lines of printed pages to running text: paragraphs made whole, hyphens at line ends taken out."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from pipeline.ingest.readers.page_layout import BULLET, Line

_ENDS = re.compile(r"[.!?:;”\"]\W*$")
_HYPHEN = re.compile(r"([^\W\d_]+)(?:-|\x02|\ufffe|‐|\xad)$")
_FIRST = re.compile(r"[^\W\d_]+")
_KEPT = frozenset(("co", "non", "self", "well", "long", "short", "high", "low", "mid", "all", "cross", "ex", "half",
                   "year", "pre", "post", "anti", "full", "part", "first", "second", "third", "fourth", "two", "three",
                   "four", "five", "six", "seven", "eight", "nine", "ten"))  # fmt: skip
"""Words after which a hyphen at the end of a line is part of the word."""


def joined(pages: Sequence[Sequence[Line]]) -> str:
    """Join the lines of pages to paragraphs, with a blank line between."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    printed = " ".join(line.text for line in lines)
    width, gap = _width(lines), _gap(lines)
    text = lines[0].text
    for before, line in pairwise(lines):
        if _goes_on(before, line, width, gap):
            text = _run_on(text, line.text, printed)
        else:
            text += ("\n" if " | " in before.text and " | " in line.text else "\n\n") + line.text
    return with_ligatures(text.replace("\x02", "-"))


def _width(lines: Iterable[Line]) -> float:
    """Give the width of a full line."""
    widths = sorted(line.right - line.left for line in lines)
    return widths[int(len(widths) * 0.8)]


def _gap(lines: Sequence[Line]) -> float:
    """Give the usual space between two lines of a paragraph."""
    gaps = [a.bottom - b.top for a, b in pairwise(lines) if -0.5 * b.size < a.bottom - b.top < 2 * b.size]
    return median(gaps) if gaps else 0.0


def _goes_on(before: Line, line: Line, width: float, gap: float) -> bool:
    """Say whether a line goes on with the paragraph of the one before."""
    if " | " in before.text or " | " in line.text or BULLET.match(line.text.split(" ")[0]):
        return False
    below = before.bottom - line.top
    if not -line.size < below < gap + 0.5 * line.size:
        # Far below, or above, where the next column or page begins.
        runs_on = not _ENDS.search(before.text) and (line.text[:1].islower() or _is_full(before, width))
        return below < -line.size and runs_on
    if abs(before.size - line.size) > 0.2 * line.size or line.left > before.left + 1.2 * line.size:
        return False
    return _is_full(before, width) or (line.text[:1].islower() and not _ENDS.search(before.text))


def _is_full(line: Line, width: float) -> bool:
    return line.right - line.left > 0.8 * width or bool(_HYPHEN.search(line.text))


def _run_on(text: str, following: str, printed: str) -> str:
    """Put a line behind a text: with a space, or without where a hyphen broke a word."""
    broken, rest = _HYPHEN.search(text), _FIRST.match(following)
    if not broken or not rest or not rest[0][0].islower():
        return text + ("" if text.endswith("-") else " ") + following
    whole, hyphened = broken[1] + rest[0], f"{broken[1]}-{rest[0]}"
    is_compound = broken[1].lower() in _KEPT or text[: broken.start()].endswith("-")
    keep = hyphened in printed or (whole not in printed and is_compound)
    return text[: broken.end(1)] + ("-" if keep else "") + following


_LIGATURES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?<=[aeiou])\ufffe(?=c[aeiu])", re.IGNORECASE), "ffi"),
    (re.compile("(?<=[aeiou])\ufffe(?=[eoaus\\s.,;]|$)", re.IGNORECASE), "ff"),
    (re.compile("\ufffe(?=[oua]|ee|ex|ight)"), "fl"),
    (re.compile("\ufffe(?=[^\\W\\d_])"), "fi"),
    (re.compile("\ufffe"), "-"),
)
"""What a character that a PDF doesn't name stands for, by the letters around it: most often a ligature of f."""


def with_ligatures(text: str) -> str:
    """Put letters for the ligatures that a PDF has no name for.

    >>> with_ligatures("\ufffenancial O\ufffecer e\ufffeective cash \ufffeow")
    'financial Officer effective cash flow'
    """
    for pattern, letters in _LIGATURES:
        text = pattern.sub(letters, text)
    return text
