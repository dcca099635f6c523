"""An EPUB to an article a chapter: its date, publisher and author are the book's."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.html.page import article_of_page
from pipeline.ingest.readers.xml_tree import line_of, named, xml_tree
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

_WORDS = 30
"""Words below which a chapter is a cover, a title page or a list of the others."""


def read_epub(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every chapter in the order of the book."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        facts, names = _package(archive, settings)
        raws = [raw for name in names if (raw := _chapter(archive, name, settings)) is not None]
    if not raws:
        raise InputUnusable("an e-book without any text", kind="empty")
    long = [raw for raw in raws if len(raw.text.split()) >= _WORDS] or raws
    used: dict[str, int] = {}
    for raw in long:
        key = unused(raw.key or "chapter", used) if len(long) > 1 else None
        yield replace(
            raw,
            key=key,
            published=raw.published or facts.published,
            publisher=raw.publisher or facts.publisher,
            author=raw.author or facts.author,
        )


def _package(archive: zipfile.ZipFile, settings: Settings) -> tuple[RawArticle, list[str]]:
    """Give what the book says of itself, and its chapters in their order."""
    members = archive.namelist()
    pages = sorted(name for name in members if name.lower().endswith((".xhtml", ".html", ".htm")))
    package = next((name for name in members if name.lower().endswith(".opf")), None)
    if package is None:
        return RawArticle(text=""), pages
    tree = xml_tree(read_member(archive, package, settings), package, recover=True)
    items = {item.get("id"): item for item in named(tree, "item")}
    folder = str(PurePosixPath(package).parent)
    refs = dict.fromkeys(ref.get("idref") for ref in named(tree, "itemref"))  # one named a thousand times is read once
    spine = [items[ref] for ref in refs if ref in items]
    chapters = [normpath(f"{folder}/{unquote(item.get('href') or '')}").removeprefix("./") for item in spine
                if "nav" not in (item.get("properties") or "")]  # fmt: skip
    return (
        RawArticle(
            text="",
            published=_first(tree, "date"),
            publisher=_first(tree, "publisher"),
            author=_first(tree, "creator"),
        ),
        [name for name in chapters if name in members] or pages,
    )


def _first(tree: object, name: str) -> str | None:
    return next((words for found in named(tree, name) if (words := line_of(found))), None)  # type: ignore[arg-type]


def _chapter(archive: zipfile.ZipFile, name: str, settings: Settings) -> RawArticle | None:
    page = decode(read_member(archive, name, settings))
    if re.search(r"epub:type=[\"'](?:toc|cover|titlepage|landmarks)", page):
        return None
    try:
        return replace(article_of_page(page, day_first=settings.day_first), key=name, url=None)
    except InputUnusable:
        return None
