"""The head and foot lines that pages repeat, numbers of pages, and what says that the text goes on: none is text."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.readers.pdf.lines import Line
from pipeline.ingest.rules import patterns

_EDGE = 3
"""Lines at the top and the bottom of a page among which its head and foot are."""
_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?[ivx\d]{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Take away the lines at the edges that pages repeat in one place, and the numbers of pages."""
    counts = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    least = 2 if len(pages) < 5 else max(3, 0.4 * len(pages))
    repeated = {shape for shape, count in counts.items() if count >= least}
    return [[line for line in page if not _is_furniture(line, page, repeated, len(pages))] for page in pages]


def _is_furniture(line: Line, page: Sequence[Line], repeated: set[tuple[str, int]], pages: int) -> bool:
    if patterns("page_goes_on").fullmatch(line.text):
        return True
    edges = _edges(page)
    if line not in edges:
        return False
    if pages > 1 and _NUMBER.fullmatch(line.text):
        return True
    return pages > 1 and _shape(line) in repeated


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.base)
    return [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _shape(line: Line) -> tuple[str, int]:
    """Give what a head has in common on all pages: its words without numbers, and its place."""
    return re.sub(r"\d+", "0", line.text), round(line.base / 12)
