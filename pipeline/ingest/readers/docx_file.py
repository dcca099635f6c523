"""A Word document to one article: paragraphs, tables as rows, insertions but not deletions."""

from collections.abc import Iterator

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.readers.xml_tree import xml_tree
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {_W + "del", _W + "moveFrom", _W + "instrText", _FALLBACK}
_BREAKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_TITLES = ("title", "heading1")
BODY = "word/document.xml"


def read_docx(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a Word document; its headline is the paragraph that is styled as the title."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        tree = xml_tree(read_member(archive, BODY, settings), BODY)
    body = tree.find(_W + "body")
    if body is None:
        raise InputUnusable("a Word document without a body")
    parts = [part for part in _parts(body) if part.strip()]
    yield RawArticle(text="\n\n".join(parts), title=_title(body))


def _parts(parent: etree._Element) -> Iterator[str]:
    """Give paragraphs, and tables as one part with a line a row."""
    for element in parent:
        if element.tag == _W + "p":
            yield _text(element)
        elif element.tag == _W + "tbl":
            yield "\n".join(filter(None, map(_row, element.iter(_W + "tr"))))
        elif element.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo"):
            yield from _parts(element)


def _row(row: etree._Element) -> str:
    cells = [" ".join(_text(p) for p in cell.iter(_W + "p")).split() for cell in row.iterfind(_W + "tc")]
    return " | ".join(" ".join(cell) for cell in cells if cell)


def _text(paragraph: etree._Element) -> str:
    """Give the text of a paragraph, with tabs and breaks, without what was deleted from it."""
    pieces = []
    for element in paragraph.iter():
        if element.tag == _W + "t" and not any(a.tag in _GONE for a in element.iterancestors()):
            pieces.append(element.text or "")
        else:
            pieces.append(_BREAKS.get(element.tag, ""))
    return "".join(pieces).strip()


def _title(body: etree._Element) -> str | None:
    for paragraph in body.iterfind(_W + "p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = (style.get(_W + "val") or "").lower() if style is not None else ""
        if name.replace(" ", "") in _TITLES and (text := _text(paragraph)):
            return " ".join(text.split())
    return None
