"""The tree of a page to its blocks in order: paragraphs, headings, points of lists, rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from pipeline.ingest.readers.html.inline import is_glued, is_raised, raised
from pipeline.ingest.readers.html.tables import cells_of, is_data, joined_cells
from pipeline.ingest.wrapping import join_wrapped

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((
    "p", "div", "tr", "td", "th", "table", "tbody", "thead", "caption", "ul", "ol", "li", "section", "article", "pre",
    "blockquote", "hr", "center", "dl", "dd", "dt", "figure", "figcaption", "header", "footer", "main", "aside", "nav",
    "address", "fieldset", "form", "details", "summary", "body", "html", "head", "title", "option", "legend",
    "hgroup", "menu", "dir", "listing", "xmp", *_HEADINGS,
))  # fmt: skip
_BULLET = re.compile(r"\s*[•·▪●◦‣■□➢✓►]")
_POINT = 400
"""Letters of the longest point of a list; a longer one, or one of several paragraphs, is a layout."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text: a paragraph, a heading, a point of a list, a row of a table."""

    text: str
    kind: str
    """p, heading, point, row, or line (of several that a break parts)."""
    element: HtmlElement
    linked: int = 0
    """Letters that are links."""
    level: int = 0
    """1 to 6 where it is a heading."""

    @property
    def letters(self) -> str:
        """Give its letters and digits in lower case: what is compared."""
        return re.sub(r"\W+", "", self.text).casefold()


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Give the blocks of a tree in the order of the page."""
    return [block for block in _Walk(tree).blocks() if block.text]


class _Walk:
    """A walk over a tree without recursion, for broken pages nest deep."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._text, self._linked, self._in_link = "", 0, 0
        self._open: list[HtmlElement] = [tree]
        self._element = tree
        self._inline: list[int] = []
        self._closed_words = 0

    def blocks(self) -> Iterator[Block]:
        """Walk from block to block."""
        skip: HtmlElement | None = None
        for event, element in etree.iterwalk(self._tree, events=("start", "end")):
            if not isinstance(element.tag, str):
                yield from self._tail(event, element)
                continue
            if skip is not None:
                if element is skip and event == "end":
                    skip = None
                    yield from self._tail(event, element)
                continue
            if event == "start" and element is not self._tree and (whole := _whole(element)) is not None:
                yield from self._flush()
                yield from whole
                skip = element
                continue
            yield from self._started(element) if event == "start" else self._ended(element)
        yield from self._flush()

    def _started(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag in _BLOCKS:
            yield from self._flush()
            self._element = element
        elif element.tag == "br":
            self._text += "\n"
        elif element.tag == "a":
            self._in_link += 1
        if element.tag not in _BLOCKS:
            self._inline.append(len(self._text))
        yield from self._add(element.text or "", element, is_start=True)

    def _ended(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag in _BLOCKS:
            yield from self._flush()
            self._element = element.getparent() if element.getparent() is not None else element
        elif element.tag == "a":
            self._in_link = max(0, self._in_link - 1)
        yield from self._tail("end", element)

    def _tail(self, event: str, element: HtmlElement) -> Iterator[Block]:
        if event == "end" and element is not self._tree:
            yield from self._add(element.tail or "", element, is_start=False)

    def _add(self, text: str, element: HtmlElement, *, is_start: bool) -> Iterator[Block]:
        """Add a text to the block at hand, or begin another where only a tag parts two paragraphs."""
        if not is_start and element.tag not in _BLOCKS and isinstance(element.tag, str) and self._inline:
            self._closed_words = max(self._closed_words, len(self._text[self._inline.pop() :].split()))
        if not text:
            return
        text = re.sub(r"[\s\xa0\u200b]+", " ", text)
        if is_start and is_raised(element):
            text = raised(text, self._text)
        elif element.tag not in _BLOCKS and element.tag != "br" and is_glued(self._text, text, self._closed_words):
            yield from self._flush()
        if _BULLET.fullmatch(self._text) and not text.startswith(" "):
            self._text += " "
        self._text += text
        self._closed_words = 0
        self._linked += len(text.replace(" ", "")) if self._in_link else 0

    def _flush(self) -> Iterator[Block]:
        text, linked, self._text, self._linked = self._text, self._linked, "", 0
        self._inline = [0 for _ in self._inline]
        if not text.strip():
            return
        lines = [" ".join(line.split()) for line in text.split("\n")]
        level = next((int(e.tag[1]) for e in _up(self._element) if e.tag in _HEADINGS), 0)
        parts = [" ".join(filter(None, lines))] if level else join_wrapped(lines)
        share = linked / max(1, sum(len(part) - part.count(" ") for part in parts))
        for part in parts:
            kind = "heading" if level else "line" if len(parts) > 1 else "p"
            yield Block(part, kind, self._element, round(share * len(part)), level)


def _whole(element: HtmlElement) -> list[Block] | None:
    """Give the blocks of an element that is read as a whole: a table of data, a point of a list, preformatted."""
    if element.tag == "table" and is_data(element):
        return [block for row in element.iter("tr", "caption") for block in _row(row)]
    if element.tag in ("pre", "listing", "xmp") and element.find(".//p") is None:
        lines = "".join(map(str, element.itertext())).expandtabs().split("\n")
        return [Block(part, "p", element) for part in join_wrapped(lines)]
    if element.tag == "li" and (point := _point(element)):
        return [Block(point[0], "point", element, point[1])]
    if element.tag == "dt":
        return [Block(text, "p", element) for text in _defined(element)]
    return [] if element.tag == "dd" and _is_defined(element) else None


def _up(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _row(row: HtmlElement) -> Iterator[Block]:
    cells = [row] if row.tag == "caption" else list(cells_of(row))
    inner = [blocks_of(cell) for cell in cells]
    text = joined_cells([" ".join(_unlisted(block.text) for block in blocks) for blocks in inner])
    linked = sum(block.linked for blocks in inner for block in blocks)
    if text:
        yield Block(text, "row" if " | " in text or len(cells) > 1 else "p", row, linked)


def _unlisted(text: str) -> str:
    return text.removeprefix("- ")


def _point(element: HtmlElement) -> tuple[str, int] | None:
    """Give a point of a list as one line; None where it is a layout of paragraphs."""
    if element.find(".//table") is not None or element.find(".//li") is not None:
        return None
    inner = blocks_of(element)
    long = sum(len(block.text) > 120 for block in inner)
    if not inner or long > 1 or any(block.level for block in inner) or len(inner) > 3:
        return None
    text = "\n- ".join(block.text for block in inner)
    return (f"- {text}", sum(block.linked for block in inner)) if len(text) <= 2 * _POINT else None


def _is_defined(element: HtmlElement) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == "dt"


def _defined(term: HtmlElement) -> list[str]:
    """Give a term and what is said of it on one line, where both are short, else as paragraphs."""
    following = term.getnext()
    said = blocks_of(following) if following is not None and following.tag == "dd" else []
    texts = [block.text for block in blocks_of(term)]
    if len(texts) == 1 and len(said) == 1 and len(texts[0]) + len(said[0].text) < 160:
        return [f"{texts[0].rstrip(':')}: {_unlisted(said[0].text)}"]
    return texts + [block.text for block in said]
