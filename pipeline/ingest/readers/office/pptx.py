"""A PowerPoint presentation to one article: its slides in order, each from its title downwards."""

import re
import zipfile
from collections.abc import Iterator
from posixpath import normpath

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.html.inline import raised
from pipeline.ingest.readers.office.parts import DocumentPart, article_of_parts, table_parts
from pipeline.ingest.readers.xml_tree import local, named, xml_tree
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

_FURNITURE = ("sldNum", "dt", "ftr", "hdr")


def read_pptx(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read the slides of a presentation; notes to the speaker are left out."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        slides = [xml_tree(read_member(archive, name, settings), name) for name in _slides(archive, settings)]
    parts = [part for slide in slides for part in _slide(slide)]
    if not any(part.text.strip() for part in parts):
        raise InputUnusable("a presentation without any text: its slides are pictures; make them readable by OCR",
                            kind="no text layer")  # fmt: skip
    first = next((at for at, part in enumerate(parts) if part.kind == "title"), None)
    yield article_of_parts([DocumentPart(part.text, "p") if part.kind == "title" and at != first else part
                            for at, part in enumerate(parts)])  # fmt: skip


def _slides(archive: zipfile.ZipFile, settings: Settings) -> list[str]:
    """Name the slides in the order of the presentation; hidden ones too."""
    names = archive.namelist()
    known = sorted((name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)),
                   key=lambda name: int(re.sub(r"\D", "", name)))  # fmt: skip
    relations = "ppt/_rels/presentation.xml.rels"
    if relations not in names or "ppt/presentation.xml" not in names:
        return known
    found = named(xml_tree(read_member(archive, relations, settings), relations), "Relationship")
    targets = {one.get("Id"): normpath(f"ppt/{(one.get('Target') or '').lstrip('/').removeprefix('ppt/')}")
               for one in found}  # fmt: skip
    show = xml_tree(read_member(archive, "ppt/presentation.xml", settings), "ppt/presentation.xml")
    ids = [value for found in named(show, "sldId") for key, value in found.attrib.items() if key.endswith("}id")]
    ordered = [targets[name] for name in ids if targets.get(name) in known]
    return ordered + [name for name in known if name not in ordered]


def _slide(slide: etree._Element) -> list[DocumentPart]:
    """Give the parts of a slide, its title first, then from above to below and from left to right."""
    shapes = [shape for shape in slide.iter() if local(shape) in ("sp", "graphicFrame")]
    titles = [shape for shape in shapes if _placeholder(shape) in ("title", "ctrTitle")]
    others = [shape for shape in shapes if shape not in titles and _placeholder(shape) not in _FURNITURE]
    # Places come in steps of a third of an inch, for boxes side by side are seldom at the very same height.
    others.sort(key=lambda shape: (_place(shape)[1] // 300_000, _place(shape)[0]))
    parts = [DocumentPart(part.text, "title") for shape in titles for part in _parts(shape)]
    parts += [part for shape in others for part in _parts(shape)]
    return parts if shapes else [DocumentPart(text) for paragraph in named(slide, "p") if (text := _text(paragraph))]


def _placeholder(shape: etree._Element) -> str | None:
    return next((found.get("type") or "body" for found in named(shape, "ph")), None)


def _place(shape: etree._Element) -> tuple[int, int]:
    found = next(named(shape, "off"), None)
    try:
        return (int(found.get("x") or 0), int(found.get("y") or 0)) if found is not None else (0, 0)
    except ValueError:
        return 0, 0


def _parts(shape: etree._Element) -> list[DocumentPart]:
    table = next(named(shape, "tbl"), None)
    if table is not None:
        rows = [
            [
                [DocumentPart(text) for p in named(cell, "p") if (text := _text(p))]
                for cell in row
                if local(cell) == "tc"
            ]
            for row in named(table, "tr")
        ]
        return table_parts(rows)
    texts = [text for paragraph in named(shape, "p") if (text := _text(paragraph))]
    points = _placeholder(shape) == "body" and len(texts) > 1
    return [DocumentPart(f"- {text}", "point") if points else DocumentPart(text) for text in texts]


def _text(paragraph: etree._Element) -> str:
    text = ""
    for element in paragraph:
        if local(element) in ("r", "fld"):
            piece = "".join(found.text or "" for found in named(element, "t"))
            above = any(int(props.get("baseline") or 0) > 0 for props in named(element, "rPr"))
            text += raised(piece, text) if above else piece
        elif local(element) == "br":
            text += "\n"
    return text.strip()
