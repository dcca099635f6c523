"""An OpenDocument text or presentation (.odt, .odp, .fodt) to one article."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.html.inline import raised
from pipeline.ingest.readers.office.parts import DocumentPart, article_of_parts, table_parts
from pipeline.ingest.readers.xml_tree import attribute, local, named, xml_tree
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

_HOLDERS = frozenset(("section", "text", "presentation", "page", "frame", "text-box", "body", "index-body", "g",
                      "custom-shape", "rect", "list-header", "numbered-paragraph", "header", "footer"))  # fmt: skip
_GONE = frozenset(("tracked-changes", "annotation", "note", "deletion", "notes", "frame", "text-box"))
_BREAKS = {"tab": "\t", "line-break": "\n"}


def read_odt(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read an OpenDocument text: its content, with the heads and feet of its pages."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        content = xml_tree(read_member(archive, "content.xml", settings), "content.xml")
        has_styles = "styles.xml" in archive.namelist()
        styles = xml_tree(read_member(archive, "styles.xml", settings), "styles.xml") if has_styles else None
    yield from _document(content, styles)


def read_flat_odt(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read an OpenDocument text that is one XML file."""
    tree = xml_tree(blob.read(settings), "an OpenDocument text")
    yield from _document(tree, tree)


def _document(content: etree._Element, styles: etree._Element | None) -> Iterator[Item]:
    body = next((found for found in named(content, "text", "presentation") if _is_body(found)), None)
    if body is None:
        raise InputUnusable("an OpenDocument text without a body")
    raised_styles = _raised_styles(content)
    heads, feet = (list(_ends(styles, name, raised_styles)) for name in ("header", "footer"))
    yield article_of_parts(list(_parts(body, raised_styles)), above=heads, below=feet)


def _is_body(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and local(above) == "body"


def _ends(styles: etree._Element | None, name: str, raised_styles: set[str]) -> Iterator[DocumentPart]:
    for found in named(styles, name) if styles is not None else ():
        for part in _parts(found, raised_styles):
            if not re.fullmatch(r"(?:page\s*)?[\d\s/|of–-]*", part.text, re.IGNORECASE):
                yield part


def _raised_styles(tree: etree._Element) -> set[str]:
    """Name the styles whose text stands above the line."""
    found = set()
    for style in named(tree, "style"):
        if any("super" in (attribute(props, "text-position") or "") for props in named(style, "text-properties")):
            found.add(attribute(style, "name") or "")
    return found


def _parts(parent: etree._Element, raised_styles: set[str]) -> Iterator[DocumentPart]:
    for element in parent:
        name = local(element)
        if name in ("p", "h"):
            yield from _paragraph(element, raised_styles)
        elif name in ("list", "list-item"):
            for part in _parts(element, raised_styles):
                yield (
                    DocumentPart(part.text if part.text.startswith("- ") else f"- {part.text}", "point")
                    if part.text
                    else part
                )
        elif name == "table":
            rows = [[list(_parts(cell, raised_styles)) for cell in row if local(cell) == "table-cell"]
                    for row in named(element, "table-row")]  # fmt: skip
            yield from table_parts(rows)
        elif name in _HOLDERS:
            yield from _parts(element, raised_styles)


def _paragraph(element: etree._Element, raised_styles: set[str]) -> Iterator[DocumentPart]:
    style = attribute(element, "style-name") or ""
    is_title = style == "Title" or (local(element) == "h" and attribute(element, "outline-level") in (None, "1"))
    text = re.sub(r" {2,}", " ", _text(element, "", raised_styles)).strip()
    if text:
        yield DocumentPart(text, "title" if is_title else "p")
    for frame in named(element, "text-box"):
        yield from _parts(frame, raised_styles)


def _text(element: etree._Element, before: str, raised_styles: set[str]) -> str:
    """Give the text of an element, with tabs, breaks and repeated spaces, without notes and boxes."""
    text = element.text or ""
    for child in element:
        name = local(child)
        if name == "s":
            text += " " * min(int(attribute(child, "c") or 1), 10)
        elif name in _BREAKS:
            text += _BREAKS[name]
        elif name == "note":
            citation = next(named(child, "note-citation"), None)
            text += f" [{citation.text}]" if citation is not None and citation.text else ""
        elif name not in _GONE:
            piece = _text(child, before + text, raised_styles)
            is_raised = attribute(child, "style-name") in raised_styles
            text += raised(piece, before + text) if is_raised else piece
        text += child.tail or ""
    return text
