"""The parts of an office document to text: paragraphs, points, rows of tables, and tables that are only a layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.ingest.documents import RawArticle
from pipeline.ingest.publication import read_stated
from pipeline.ingest.readers.html.tables import joined_cells
from pipeline.ingest.rules import patterns

_CELL = 160
"""Letters of the longest cell of a row of data; a longer one is prose."""
_HEADLINE = 200
_HEAD, _WORDS = 10, 4
"""Parts among which a headline in bold is, and the words that it has at least."""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part of a document: its text, and p, bold (all of it), title, point or row."""

    text: str
    kind: str = "p"


def text_of_parts(parts: Sequence[DocumentPart]) -> str:
    """Join parts, with a blank line between, but not between the rows of a table or the points of a list."""
    parts = [part for part in parts if part.text.strip()]
    if not parts:
        return ""
    texts = [parts[0].text]
    for before, part in pairwise(parts):
        together = part.kind == before.kind and part.kind in ("row", "point")
        texts += ["\n" if together else "\n\n", part.text]
    return "".join(texts)


def table_parts(rows: Sequence[Sequence[Sequence[DocumentPart]]]) -> list[DocumentPart]:
    """Give a table as a row each, or, where its cells hold prose, as the parts of its cells one after the other."""
    full = [[cell for cell in row if any(part.text.strip() for part in cell)] for row in rows]
    prose = any(len(part.text) > _CELL or len(cell) > 3 for row in full for cell in row for part in cell)
    if prose or all(len(row) < 2 for row in full):
        # The column of the text comes first: beside it stand letterheads and contacts.
        ordered = [sorted(row, key=lambda cell: not any(len(part.text) > _CELL / 2 for part in cell)) for row in full]
        return [part for row in ordered for cell in row for part in cell]
    parts: list[DocumentPart] = []
    for row in full:
        # A table inside a cell gives rows of its own, behind the row that it stands in.
        inner = [part for cell in row for part in cell if part.kind == "row"]
        own = [" ".join(part.text.replace("\n", " ") for part in cell if part.kind != "row") for cell in row]
        parts += [DocumentPart(text, "row") for text in [joined_cells(own)] if text] + inner
    return parts


def _is_label(text: str) -> bool:
    return patterns("banner").fullmatch(text.strip()) is not None


def _bold(body: Sequence[DocumentPart]) -> str | None:
    """Give the line in bold that is the headline of a document without styles: behind its label, where it has one."""
    head = body[:_HEAD]
    label = next((at + 1 for at, part in enumerate(head) if _is_label(part.text)), 0)
    lines = [part.text for part in head[label:] if part.kind == "bold"]
    return next((line for line in lines if len(line.split()) >= _WORDS and len(line) <= _HEADLINE
                 and not line.rstrip().endswith((".", ":")) and not read_stated(line)), None)  # fmt: skip


def article_of_parts(
    parts: Sequence[DocumentPart], *, above: Sequence[DocumentPart] = (), below: Sequence[DocumentPart] = ()
) -> RawArticle:
    """Make an article of a document's parts, and of the heads and feet of its pages: date and contact may be there."""
    body = [part for part in parts if part.text.strip()]
    title = next((part.text for part in body if part.kind == "title" and not _is_label(part.text)), None) or _bold(body)
    heads = [DocumentPart(text) for part in above for text in part.text.split("\t") if text.strip()]
    if title is None and heads and body and len(body[0].text) < _HEADLINE:
        title = body[0].text
    seen = {part.text for part in body}
    outside = [[part for part in ends if part.text not in seen] for ends in (heads, below)]
    return RawArticle(
        text=text_of_parts([*outside[0], *body, *outside[1]]), title=" ".join(title.split()) if title else None
    )
