"""Lines as printed to paragraphs: one rule for whatever wraps its lines, mail, preformatted text, breaks of a page."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.ingest.rules import words_of_kind

_NARROW, _WIDE = 40, 110
"""Widths between which lines are wrapped by a program that prints or mails."""
_LONG = 1.6 * _WIDE
"""Letters of a line above which nobody wrapped it."""
_FIELD = re.compile(r"\s*\*?[^\W\d_][\w-]{1,12}\*?:\s")
_ENDS = re.compile(r"[.!?:;”\"’)*]\s*$")
_POINT = re.compile(r"\s*(?:[-•*·–▪●◦]|\(?\d{1,2}[.)])\s")
_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_TABLE = re.compile(r"\S {3,}\S|\t\S|\.{4,}")
_FULL = 0.72
"""Share of the usual width above which a line is full, so that the next one goes on with it."""


def join_wrapped(lines: Sequence[str]) -> list[str]:
    r"""Join the lines of each paragraph; blank lines part paragraphs, and lines that aren't wrapped stay by themselves.

    >>> join_wrapped(["Sales rose.", "", "Ama Boateng", "Head of Press"])
    ['Sales rose.', 'Ama Boateng', 'Head of Press']
    """
    width = _usual_width(lines)
    paragraphs: list[str] = []
    for group in _groups(lines):
        paragraphs += _joined(group, width)
    return paragraphs


def _usual_width(lines: Sequence[str]) -> float | None:
    """Give the width that lines are wrapped at; None where they aren't."""
    pairs = [(a.rstrip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip() and not _TABLE.search(a)]
    # A line that ends inside a sentence is wrapped; where few do, each line is a paragraph by itself.
    inside = [a for a, b in pairs if not _ENDS.search(a) and len(a) >= _NARROW and not _POINT.match(b)]
    goes_on = [a for a, b in pairs if len(a) >= _NARROW and b[:1].islower() and not _ENDS.search(a)]
    # A notice on one long line under a letter says nothing of the letter.
    long = sum(len(line.strip()) > _LONG for line in lines)
    if len(goes_on) < 1 or len(goes_on) < 0.3 * len(inside) or long > 0.5 * len(inside):
        return None
    widths = sorted(len(a) for a in inside)
    return median(widths) if median(widths) <= _WIDE else None


def _groups(lines: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _joined(group: list[str], width: float | None) -> list[str]:
    parts: list[str] = []
    for number, line in enumerate(group):
        before = group[number - 1] if number else None
        if before is not None and width is not None and _goes_on(before, line, width):
            parts[-1] = run_on(parts[-1], line.strip())
        else:
            parts.append(_cells(line))
    return parts


def _goes_on(before: str, line: str, width: float) -> bool:
    if _POINT.match(line) or _TABLE.search(before.strip()) or _TABLE.search(line.strip()):
        return False
    if re.match(r"\s*(?:\S+@|www\.)", line) or len(before) > _LONG:
        return False
    if _FIELD.match(before) and _FIELD.match(line):
        return False
    length = len(before.strip())
    return length >= _FULL * width or (length > width / 2 and line.strip()[:1].islower() and not _ENDS.search(before))


def run_on(text: str, following: str) -> str:
    """Put a line behind a text: with a space, or without where a hyphen broke a word.

    >>> run_on("said Amara Tan-", "doh on Monday"), run_on("a well-", "known firm"), run_on("the 10-", "K")
    ('said Amara Tandoh on Monday', 'a well-known firm', 'the 10-K')
    """
    broken = _HYPHEN.search(text)
    if not broken:
        return text + ("" if text.endswith("-") and not text.endswith(" -") else " ") + following
    keeps = broken[1].lower() in words_of_kind("hyphen_kept") or not following[:1].islower()
    return (text if keeps else text[:-1]) + following


def _cells(line: str) -> str:
    """Write a line; where wide gaps part its cells, as of a table printed by spaces, with bars between."""
    cells = [cell.strip(" .") for cell in re.split(r"\s{3,}|\t+|\.{4,}", line.strip())]
    return " | ".join(filter(None, cells)) if len(cells) > 1 and any(c.isdigit() for c in line) else line.strip()
