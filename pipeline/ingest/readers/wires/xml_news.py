"""NITF, NewsML and other XML of news to articles: headline, date, place, provider and text; never a slug."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import declared_encoding, decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.tables.columns import folded
from pipeline.ingest.readers.wires.markup import text_of_element
from pipeline.ingest.readers.wires.standing import standing_said
from pipeline.ingest.readers.wires.xml_parts import (
    DATES,
    PROVIDERS,
    body,
    byline,
    first_stated,
    headline,
    place_of_dateline,
    stated_standing,
    subhead,
    url,
)
from pipeline.ingest.readers.xml_tree import line_of, local, named, xml_tree
from pipeline.ingest.rules import column_names
from pipeline.settings import Settings

_DOCUMENTS = ("nitf", "newsItem", "ppsarticle", "NewsItem")
"""Elements that are an article each, in this order of trust."""
_NO_TEXT = re.compile(r"picture|video|audio|graphic|animation|composite", re.IGNORECASE)


def read_xml_news(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every article of a file of XML; raises InputUnusable where there is none in it."""
    data = blob.read(settings)
    tree = xml_tree(_as_utf8(data, blob), "XML", recover=True)
    found = [(raw, element) for element in _documents(tree) if (raw := _article(element, tree)) is not None]
    standings = [stated_standing(element) for _, element in found]
    articles = [raw for raw, _ in found] or list(_records(tree)) or [raw for raw in [_prose(tree)] if raw is not None]
    if not articles:
        root = local(tree)
        raise InputUnusable(
            f"it is XML ({root}) without any article; export its articles as NewsML, NITF, RSS, CSV or JSON",
            kind="unsupported",
        )
    used: dict[str, int] = {}
    for number, raw in enumerate(articles, 1):
        key = unused(raw.source_id or str(number), used) if len(articles) > 1 else None
        if standings:
            status, embargo = standings[number - 1]
            yield from standing_said(blob, status=status, embargo=embargo, key=key)
        yield replace(raw, key=key)


def _as_utf8(data: bytes, blob: Blob) -> bytes:
    """Give the bytes as UTF-8 where the encoding that they declare isn't theirs."""
    declared = blob.charset or declared_encoding(data) or "utf-8"
    try:
        data.decode(declared)
    except (LookupError, UnicodeDecodeError):
        text = decode(data)
        return re.sub(r"""(<\?xml[^>]*?)\s+encoding=["'][^"']*["']""", r"\1", text, count=1).encode("utf-8", "replace")
    return data


def _documents(tree: etree._Element) -> list[etree._Element]:
    for name in _DOCUMENTS:
        found = [element for element in named(tree, name) if local(element) == name]
        if found:
            # A message of NewsML may hold NITF, which says more.
            return found
    return []


def _article(element: etree._Element, tree: etree._Element) -> RawArticle | None:
    item_class = next(named(element, "itemClass"), None)
    if item_class is not None and _NO_TEXT.search(str(item_class.get("qcode"))):
        return None
    text = body(element)
    if not text:
        return None
    below, place = subhead(element), place_of_dateline(element)
    if place and re.sub(r"\W", "", place).casefold() not in re.sub(r"\W", "", text[:300]).casefold():
        text = f"{place} - {text}"
    return RawArticle(
        text=f"{below}\n\n{text}" if below and below not in text[:500] else text,
        title=headline(element),
        published=first_stated(element, DATES, digits=True) or first_stated(tree, DATES, digits=True),
        publisher=first_stated(element, PROVIDERS) or first_stated(tree, PROVIDERS),
        author=byline(element),
        source_id=element.get("guid") or first_stated(element, (("doc-id", "id-string"), ("accessionNo", None))),
        url=url(element),
    )


def _records(tree: etree._Element) -> Iterator[RawArticle]:
    """Read elements that have a text and a title or date among their children, as rows of a table have."""
    usual = column_names()
    for element in tree.iter():
        children = {folded(local(child)): child for child in reversed(element) if local(child)}
        held = {holds: next((children[name] for name in names if name in children), None)
                for holds, names in usual.items()}  # fmt: skip
        story = held["text"] if held["text"] is not None else held["lead"]
        if story is None or all(held[holds] is None for holds in ("title", "published")):
            continue
        if not (text := text_of_element(story).strip()):
            continue
        said = {holds: _value(found) for holds, found in held.items() if found is not None}
        yield RawArticle(
            text=text,
            title=said.get("title"),
            published=said.get("published"),
            publisher=said.get("publisher"),
            author=said.get("author"),
            url=said.get("url"),
            source_id=said.get("id") or element.get("id"),
        )


def _value(element: etree._Element) -> str | None:
    return line_of(element) or next((element.get(name) for name in ("norm", "value", "content", "datetime", "href")
                                      if element.get(name)), None)  # fmt: skip


def _prose(tree: etree._Element) -> RawArticle | None:
    """Read a document of paragraphs, of whatever kind, as one article."""
    paragraphs = [text for found in named(tree, "p", "para", "paragraph", "par") if (text := line_of(found))]
    if sum(map(len, paragraphs)) < 200:
        return None
    return RawArticle(
        text="\n\n".join(dict.fromkeys(paragraphs)),
        title=headline(tree),
        published=first_stated(tree, DATES, digits=True),
        publisher=first_stated(tree, PROVIDERS),
        author=byline(tree),
    )
