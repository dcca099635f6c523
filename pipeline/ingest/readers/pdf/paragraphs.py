"""The lines of pages in reading order to paragraphs: by leading, indents and whether a line had room for more."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.ingest.readers.pdf.lines import Line
from pipeline.ingest.readers.pdf.order import BULLET, CONTACT
from pipeline.ingest.readers.pdf.words import run_on_as_printed, with_ligatures
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.marks import marks_of

_ENDS = re.compile(r"(?:[.!?:;]|(?<![,–—-])[”\"])[”\"]?['’)\]\s\d]*(?:\s\[[\d,]+\])?$")
_POINT = re.compile(r"(?:[•*·▪●◦‣☐☒¨■□➢✓►]|[-–]\s|o\s|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]\s)")
_NARROW = 28
"""Letters of a line below which it is no line of prose that was full: a line of an address, a label."""
Margins = dict[int, dict[int, float]]
"""Right ends of lines by their left edge, and by their size."""
_ALIKE = 0.2
"""Part by which the sizes of lines of one column differ at most."""
_WIDE = 0.7
"""Part of its column that a line takes at least, where the next goes on with it."""
_SENTENCE = 4
"""Words of a line that may be part of a sentence."""
_LEADING = 1.9
"""Distance between two lines of one paragraph at most, in sizes of the letters."""


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[tuple[str, list[Line]]]:
    """Give each paragraph with the lines that it is made of."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    printed = " ".join(line.text for line in lines)
    leadings = _leadings(pages)
    right = _margins(lines)
    groups: list[list[Line]] = [[lines[0]]]
    texts = [lines[0].text]
    for before, line in pairwise(lines):
        if _goes_on(groups[-1], before, line, leadings, right) or _is_label_of(before, line):
            groups[-1].append(line)
            texts[-1] = run_on_as_printed(texts[-1], line.text, printed)
        else:
            groups.append([line])
            texts.append(line.text)
    return [(with_ligatures(text.replace("\x02", "-")), group) for text, group in zip(texts, groups, strict=True)]


def joined_paragraphs(paragraphs: Sequence[tuple[str, list[Line]]]) -> str:
    """Join paragraphs, with a blank line between, but not between rows of a table."""
    text = ""
    for before, following in pairwise([None, *paragraphs]):
        assert following is not None
        paragraph, lines = following
        rows = before is not None and before[1][-1].is_row and lines[-1].is_row
        text += ("" if not text else "\n" if rows else "\n\n") + paragraph
    return text


def _size(line: Line) -> int:
    return round(2 * line.size)


def _leadings(pages: Sequence[Sequence[Line]]) -> dict[int, float]:
    """Give the usual distance of lines for each size of letters: that of most lines of prose that follow each other."""
    counts: dict[int, Counter[int]] = {}
    for page in pages:
        for a, b in pairwise(page):
            distance = a.base - b.base
            prose = not a.is_row and not b.is_row and len(a.text) > 30
            if prose and _size(a) == _size(b) and 0 < distance < _LEADING * a.size:
                counts.setdefault(_size(a), Counter())[round(2 * distance)] += 1
    return {size: distances.most_common(1)[0][0] / 2 for size, distances in counts.items()}


def _margins(lines: Sequence[Line]) -> Margins:
    """Give where lines that begin at an edge end at most, by their size: the right margin of their column."""
    margins: Margins = {}
    for line in lines:
        if not line.is_row:
            sizes = margins.setdefault(round(line.left / 10), {})
            sizes[_size(line)] = max(sizes.get(_size(line), 0.0), line.right)
    return margins


def _margin(line: Line, margins: Margins) -> float:
    """Give the right margin of a line's column; a headline over several columns begins at the edge of the first."""
    alike = (right for size, right in margins.get(round(line.left / 10), {}).items()
             if abs(size - _size(line)) <= _ALIKE * _size(line))  # fmt: skip
    return max(line.right, *alike, line.right)


def _goes_on(group: Sequence[Line], before: Line, line: Line, leadings: dict[int, float], right: Margins) -> bool:
    """Say whether a line goes on with the paragraph of the one before."""
    if before.is_row or line.is_row or _POINT.match(line.text) or BULLET.match(line.text):
        return False
    if len(line.text) < _NARROW and CONTACT.search(line.text):
        return False
    distance, size = before.base - line.base, max(before.size, line.size)
    if abs(before.size - line.size) > 0.12 * size:
        return False
    small = line.text[:1].islower()
    if distance < -size:
        # Above: the next column or page.
        return not _ENDS.search(before.text) and (small or _is_full(before, line, right))
    if distance > 6 * size:
        return small and not _ENDS.search(before.text)
    usual = leadings.get(_size(before), 1.3 * size)
    if not 0 < distance <= 1.22 * usual + 1:
        return small and not _ENDS.search(before.text) and 0 < distance <= _LEADING * size
    if _is_centred(before, line):
        return not _ENDS.search(before.text) and _is_headline(group, before, line)
    first = group[0]
    hangs = bool(_POINT.match(first.text) or BULLET.match(first.text.split(" ")[0]))
    if line.left > before.left + 1.2 * size and not (hangs and before is first):
        return False
    if _ENDS.search(before.text):
        return _is_full(before, line, right)
    # A line of names in the middle of a paragraph goes on with it, as one of other words does.
    runs = len(group) > 1 and _is_prose(" ".join(part.text for part in group[-3:]))
    return small or _is_full(before, line, right) or (runs and _is_wide(before, right))


def _is_wide(line: Line, right: Margins) -> bool:
    return line.width > _WIDE * (_margin(line, right) - line.left)


def _is_label_of(before: Line, line: Line) -> bool:
    """Say whether a line is the beginning of the label of the row under it."""
    near = 0 < before.base - line.base < _LEADING * line.size and abs(before.left - line.left) < 2 * line.size
    return line.is_row and not before.is_row and near and line.text[:1].islower() and not _ENDS.search(before.text)


def _is_full(before: Line, line: Line, right: Margins) -> bool:
    """Say whether a line had no room for the first word of the next, so that it ended because it was full."""
    if len(before.text) < _NARROW and not _is_prose(before.text):
        return False
    margin = _margin(before, right)
    word = len(line.text.split(" ")[0]) / max(1, len(line.text)) * line.width
    space = line.width / max(1, len(line.text))
    share = _WIDE if not line.text[:1].isupper() or _is_prose(before.text) else 0.88
    runs_on = not _ENDS.search(before.text) and before.width > share * (margin - before.left)
    return runs_on or before.right + space + word > margin - 0.02 * (margin - before.left)


def _is_prose(text: str) -> bool:
    """Say whether a line is part of a sentence: several words, most of them small."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) >= _SENTENCE and sum(word[0].islower() for word in words) >= 0.6 * len(words)


def _is_centred(before: Line, line: Line) -> bool:
    middle = abs((before.left + before.right) - (line.left + line.right)) / 2
    return middle < 3 and abs(before.left - line.left) > 4


def _is_headline(group: Sequence[Line], before: Line, line: Line) -> bool:
    """Say whether centred lines are one headline: of one make, and the first the longer, as when a line was full."""
    shouted = before.text.isupper() == line.text.isupper()
    return (
        shouted
        and len(group) < 4
        and before.width > 0.5 * line.width
        and not marks_of(load_rulebook()).is_day_line(line.text)
    )
