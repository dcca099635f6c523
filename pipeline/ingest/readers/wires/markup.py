"""An element of a wire's XML to text: its paragraphs, lists and tables as a page has them, whatever they are called."""

import re
from copy import deepcopy

from lxml import etree

from pipeline.ingest.readers.html.page import fragment_text
from pipeline.ingest.readers.xml_tree import local

_HTML = {
    **dict.fromkeys(("paragraph", "para", "par", "pp", "simpara", "media-caption", "tagline"), "p"),
    "caption": "p",
    **dict.fromkeys(("block", "sect1", "sect2", "sec", "section", "body.content", "body.end", "inlinexml",
                     "datacontent", "leadparagraph", "tailparagraphs"), "div"),
    **dict.fromkeys(("head", "subhead", "subheadline", "crosshead", "title", "hl3"), "h3"),
    **dict.fromkeys(("itemizedlist", "list"), "ul"),
    **dict.fromkeys(("listitem", "list-item", "item"), "li"),
    **dict.fromkeys(("entry", "cell"), "td"),
    **dict.fromkeys(("linebreak", "lb"), "br"),
    "hl1": "h1", "hl2": "h2", "orderedlist": "ol", "row": "tr",
}  # fmt: skip
"""What elements of wires and of books are called on a page."""
_GONE = ("media-reference", "media-metadata", "media-producer", "object", "metadata", "style", "script", "head.meta")
_MARKUP = re.compile(r"</?(?:p|br|div|li|h[1-6]|table|pre)\b[^<>]*>", re.IGNORECASE)


def text_of_element(element: etree._Element) -> str:
    """Give the text of an element: markup in it, or markup written as its text, or lines."""
    written = "".join(map(str, element.itertext()))
    if not any(isinstance(child.tag, str) for child in element.iterdescendants()):
        return fragment_text(written) if _MARKUP.search(written) else _lines(written)
    copy = deepcopy(element)
    copy.tail = None
    for inner in list(copy.iter()):
        name = local(inner).lower()
        if name in _GONE and inner is not copy:
            inner.getparent().remove(inner)
        elif name:
            inner.tag = _HTML.get(name, name.replace(":", "-")) if inner is not copy else "div"
    etree.cleanup_namespaces(copy)
    page = etree.tostring(copy, encoding="unicode", method="html")
    text = fragment_text(page)
    return fragment_text(text) if _MARKUP.search(text) else text


def _lines(text: str) -> str:
    """Give text without markup: blank lines, or indents, part its paragraphs."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
