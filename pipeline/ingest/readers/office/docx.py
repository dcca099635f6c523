"""A Word document to one article: paragraphs, text boxes, tables, heads and feet; insertions but not deletions."""

import re
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.html.inline import raised
from pipeline.ingest.readers.office.parts import DocumentPart, article_of_parts, table_parts
from pipeline.ingest.readers.xml_tree import local, named, xml_tree
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

_GONE = frozenset(("del", "moveFrom", "instrText", "Fallback", "delText", "rPr", "pPr", "annotationRef"))
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}
_HOLDERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "AlternateContent", "Choice",
                      "body", "hdr", "ftr", "footnote", "endnote"))  # fmt: skip
_TITLES = ("title", "heading1", "titel", "titre", "headline")
_NOTES = ("footnote", "endnote")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_PAGE = re.compile(r"(?:[^\W\d]{1,7}\.?\s*)?\d{1,3}\s*(?:(?:[^\W\d]{2,3}|[/|–-])\s*\d{1,3})?|[\d\s/|–-]*")
"""The number of a page: Page 1 of 2, Seite 3, - 4 -."""
_BOXES = ("txbxContent", "tbl")


def read_docx(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a Word document, Strict or not; its headline is the paragraph that is styled as the title."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        main = _main_part(archive, settings)
        tree = xml_tree(read_member(archive, main, settings), main)
        folder = main.rpartition("/")[0]
        heads, feet = (list(_edges(archive, folder, name, settings)) for name in ("header", "footer"))
        notes = [note for kind in _NOTES for note in _notes(archive, folder, kind, tree, settings)]
    body = next(named(tree, "body"), None)
    if body is None:
        raise InputUnusable("a Word document without a body")
    yield article_of_parts(list(_parts(body)), above=heads, below=[*notes, *feet])


def _main_part(archive: zipfile.ZipFile, settings: Settings) -> str:
    """Name the part that holds the text: by the content types, or as it usually is."""
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        types = xml_tree(read_member(archive, "[Content_Types].xml", settings), "[Content_Types].xml")
        for override in named(types, "Override"):
            if re.search(r"wordprocessingml\.\w+\.main|ms-word\.\w+\.macroEnabled", override.get("ContentType") or ""):
                return (override.get("PartName") or "").lstrip("/")
    return "word/document.xml"


def _members(archive: zipfile.ZipFile, folder: str, name: str, settings: Settings) -> Iterator[etree._Element]:
    """Give the trees of the members of one kind."""
    for member in sorted(archive.namelist()):
        if re.fullmatch(rf"{re.escape(folder)}/{name}\d*\.xml", member):
            yield xml_tree(read_member(archive, member, settings), member)


def _edges(archive: zipfile.ZipFile, folder: str, name: str, settings: Settings) -> Iterator[DocumentPart]:
    """Give the text of heads or feet, each piece once, without numbers of pages."""
    seen: set[str] = set()
    for tree in _members(archive, folder, name, settings):
        for part in _parts(tree):
            for piece in filter(None, map(str.strip, part.text.split("\t"))):
                if piece not in seen and not _PAGE.fullmatch(piece):
                    seen.add(piece)
                    yield DocumentPart(piece, part.kind)


def _notes(
    archive: zipfile.ZipFile, folder: str, kind: str, body: etree._Element, settings: Settings
) -> Iterator[DocumentPart]:
    """Give the notes of one kind, each with the mark that its place in the text has: 1, 2 or i, ii."""
    for tree in _members(archive, folder, f"{kind}s", settings):
        # Those with a type are the lines between text and notes.
        notes = [note for note in named(tree, kind) if not _attribute(note, "type")]
        marks = {_attribute(note, "id"): _mark(number, kind) for number, note in enumerate(notes, 1)}
        for reference in named(body, f"{kind}Reference"):
            reference.set("mark", marks.get(_attribute(reference, "id"), ""))
        for note in notes:
            for part in _parts(note):
                yield DocumentPart(f"[{marks[_attribute(note, 'id')]}] {part.text}", part.kind)


def _mark(number: int, kind: str) -> str:
    return str(number) if kind == "footnote" else _ROMAN[number - 1] if number <= len(_ROMAN) else f"e{number}"


def _attribute(element: etree._Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _parts(parent: etree._Element) -> Iterator[DocumentPart]:
    """Give paragraphs, and tables as a part a row."""
    for element in parent:
        name = local(element)
        if name == "p":
            yield from _paragraph(element)
        elif name == "tbl":
            rows = [row for row in element.iter() if local(row) == "tr" and _nearest(row, "tbl") is element]
            yield from table_parts([[list(_parts(cell)) for cell in _cells(row)] for row in rows])
        elif name in _HOLDERS:
            yield from _parts(element)


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next((above for above in element.iterancestors() if local(above) == name), None)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in _HOLDERS:
            yield from _cells(element)


def _paragraph(paragraph: etree._Element) -> Iterator[DocumentPart]:
    """Give a paragraph, and the boxes that hang on it as parts of their own."""
    text = _text(paragraph)
    style = next((_value(found) for found in named(paragraph, "pStyle")), "").lower().replace(" ", "")
    is_point = any(local(found) == "numPr" for found in paragraph.iter())
    kind = "title" if style in _TITLES else "point" if is_point and "heading" not in style else "p"
    if kind == "p" and _is_bold(paragraph):
        kind = "bold"
    if text:
        yield DocumentPart(f"- {text}" if kind == "point" else text, kind)
    for box in paragraph.iter():
        if local(box) == "txbxContent" and not _is_inside(box, paragraph, ("Fallback", "txbxContent")):
            yield from _parts(box)


def _is_inside(element: etree._Element, top: etree._Element, names: Sequence[str]) -> bool:
    for above in element.iterancestors():
        if above is top:
            return False
        if local(above) in names:
            return True
    return False


def _value(element: etree._Element) -> str:
    return _attribute(element, "val")


def _is_bold(paragraph: etree._Element) -> bool:
    """Say whether all of a paragraph's letters are in bold."""
    runs = [run for run in named(paragraph, "r") if any((text.text or "").strip() for text in named(run, "t"))]
    marks = [{local(mark): _value(mark) for props in run if local(props) == "rPr" for mark in props} for run in runs]
    return bool(runs) and all("b" in mark and mark["b"] not in ("0", "false") for mark in marks)


def _text(paragraph: etree._Element) -> str:
    """Give the text of a paragraph, with tabs and breaks, without what was deleted, hidden, or is in a box."""
    text = ""
    for run in paragraph.iter():
        if local(run) != "r" or _is_inside(run, paragraph, (*_GONE, *_BOXES)):
            continue
        marks = {local(mark): _value(mark) for props in run if local(props) == "rPr" for mark in props}
        if "vanish" in marks and marks["vanish"] not in ("0", "false"):
            continue
        piece = "".join(_piece(child) for child in run)
        text += raised(piece, text) if marks.get("vertAlign") == "superscript" else piece
    return re.sub(r"[ \xa0]{2,}", " ", text).strip()


def _piece(element: etree._Element) -> str:
    name = local(element)
    if name in ("footnoteReference", "endnoteReference"):
        return f" [{mark}]" if (mark := element.get("mark") or _attribute(element, "id")) else ""
    if name == "t":
        return element.text or ""
    return _BREAKS.get(name, "")
