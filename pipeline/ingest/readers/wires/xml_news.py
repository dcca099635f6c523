"""NITF, NewsML and other XML of news to articles: headline, date, place, provider and text; never a slug."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import declared_encoding, decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.tables.columns import folded
from pipeline.ingest.readers.wires.markup import text_of
from pipeline.ingest.readers.xml_tree import local, named, words_of, xml_tree
from pipeline.ingest.rules import column_names, patterns
from pipeline.settings import Settings

_DOCUMENTS = ("nitf", "newsItem", "ppsarticle", "NewsItem")
"""Elements that are an article each, in this order of trust."""
_HEADLINES = ("hl1", "headline", "HeadLine", "hedline", "article-title", "main-title", "title")
_SUBHEADS = ("hl2", "SubHeadLine", "subheadline", "subhead", "deck", "standfirst")
_BODIES = (("body.content",), ("inlineXML",), ("inlineData",), ("DataContent",), ("leadParagraph", "tailParagraphs"),
           ("bodytext", "body-text", "articleBody", "article_body", "fulltext", "story_text", "storyText"),
           ("body",), ("content",), ("text",), ("story",))  # fmt: skip
_DATES = (("date.issue", "norm"), ("story.date", "norm"), ("date.release", "norm"), ("firstCreated", None),
          ("contentCreated", None), ("versionCreated", None), ("FirstCreated", None), ("ThisRevisionCreated", None),
          ("DateAndTime", None), ("publicationDate", None), ("DateLine", None), ("pubDate", None), ("pub-date", None),
          ("publication_date", None), ("published", None), ("releaseDate", None), ("date", None), ("dateline", None),
          ("pubdata", "date.publication"))  # fmt: skip
_PROVIDERS = (("provider", "name"), ("doc.copyright", "holder"), ("pubdata", "name"), ("Provider", None),
              ("NewsService", "FormalName"), ("copyrightHolder", "name"), ("sourceName", None), ("infoSource", "name"),
              ("provider", "literal"), ("publisher", None), ("source", None), ("distributor", None))  # fmt: skip
_PLACES = ("location", "DateLine", "dateline", "located")
_NO_TEXT = re.compile(r"picture|video|audio|graphic|animation|composite", re.IGNORECASE)
_SLUG = re.compile(r"^\w{2}-\w|--\w|^\S+$")
"""What wires write for each other where a line of the article might stand."""
_DAY = re.compile(r"\d{4}")


def read_xml_news(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read every article of a file of XML; raises InputUnusable where there is none in it."""
    data = blob.read(settings)
    tree = xml_tree(_as_utf8(data, blob), "XML", recover=True)
    articles = [raw for element in _documents(tree) if (raw := _article(element, tree)) is not None]
    articles = articles or list(_records(tree)) or [raw for raw in [_prose(tree)] if raw is not None]
    if not articles:
        root = local(tree)
        raise InputUnusable(
            f"it is XML ({root}) without any article; export its articles as NewsML, NITF, RSS, CSV or JSON",
            kind="unsupported",
        )
    used: dict[str, int] = {}
    for number, raw in enumerate(articles, 1):
        key = unused(raw.source_id or str(number), used) if len(articles) > 1 else None
        yield replace(raw, key=key)


def _is_slug(text: str) -> bool:
    return bool(_SLUG.search(text) or patterns("wire_slug").search(text))


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
    text = _body(element)
    headline = _headline(element)
    if not text:
        return None
    subheads = (words_of(found) for name in _SUBHEADS for found in _named(element, name))
    subhead = next((text for text in subheads if text and not _is_slug(text)), None)
    place = _place(element)
    if place and re.sub(r"\W", "", place).casefold() not in re.sub(r"\W", "", text[:300]).casefold():
        text = f"{place} - {text}"
    return RawArticle(
        text=f"{subhead}\n\n{text}" if subhead and subhead not in text[:500] else text,
        title=headline,
        published=_stated(element, _DATES, digits=True) or _stated(tree, _DATES, digits=True),
        publisher=_stated(element, _PROVIDERS) or _stated(tree, _PROVIDERS),
        author=_byline(element),
        source_id=element.get("guid") or _stated(element, (("doc-id", "id-string"), ("accessionNo", None))),
        url=_url(element),
    )


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (found for found in named(element, name) if local(found) == name)


def _headline(element: etree._Element) -> str | None:
    """Give the headline: of `title` only one that is no keyword, slug or head of a page."""
    for name in _HEADLINES:
        for found in _named(element, name):
            role = found.get("role") or found.get("type") or ""
            above = found.getparent()
            inside = local(above) if above is not None else ""
            if re.search(r"keyword|slug|short|seo|web", role, re.IGNORECASE) or (name == "title" and inside == "head"):
                continue
            if text := words_of(found):
                return text
    return None


def _body(element: etree._Element) -> str:
    for names in _BODIES:
        texts = [text for name in names for found in _named(element, name) if (text := text_of(found).strip())]
        if texts and sum(map(len, texts)) > 40:
            return "\n\n".join(dict.fromkeys(texts))
    return ""


def _place(element: etree._Element) -> str | None:
    for name in _PLACES:
        for found in _named(element, name):
            text = words_of(found)
            # `located` of NewsML-G2 is a code with a name inside.
            if text and len(text) < 80 and not re.search(r"\d{4}", text) and not text.isdigit():
                return text.strip(" -–—,:")
    return None


def _byline(element: etree._Element) -> str | None:
    for name in ("byline", "by", "ByLine", "byLine", "author", "creator"):
        for found in _named(element, name):
            person = next(named(found, "person", "name"), None)
            if text := words_of(person) or words_of(found):
                return re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
    return None


def _url(element: etree._Element) -> str | None:
    for found in named(element, "link", "url", "weburl", "permalink"):
        address = words_of(found) or found.get("href") or ""
        if address.startswith("http"):
            return address
    return None


def _stated(element: etree._Element, names: Sequence[tuple[str, str | None]], *, digits: bool = False) -> str | None:
    for name, attribute in names:
        for found in _named(element, name):
            child = next(named(found, "name", "date"), None) if attribute in (None, "name") else None
            text = found.get(attribute) if attribute else None
            text = (
                text or (words_of(child) if child is not None else None) or (words_of(found) if not attribute else None)
            )
            party = next(named(found, "Party"), None)
            text = text or (party.get("FormalName") if party is not None else None)
            if text and (not digits or _DAY.search(text)):
                return text
    return None


def _records(tree: etree._Element) -> Iterator[RawArticle]:
    """Read elements that have a text and a title or date among their children, as rows of a table have."""
    usual = column_names()
    for element in tree.iter():
        children = {folded(local(child)): child for child in reversed(element) if local(child)}
        held = {holds: next((children[name] for name in names if name in children), None)
                for holds, names in usual.items()}  # fmt: skip
        body = held["text"] if held["text"] is not None else held["lead"]
        if body is None or all(held[holds] is None for holds in ("title", "published")):
            continue
        if not (text := text_of(body).strip()):
            continue
        stated = {holds: _value(found) for holds, found in held.items() if found is not None}
        yield RawArticle(
            text=text,
            title=stated.get("title"),
            published=stated.get("published"),
            publisher=stated.get("publisher"),
            author=stated.get("author"),
            url=stated.get("url"),
            source_id=stated.get("id") or element.get("id"),
        )


def _value(element: etree._Element) -> str | None:
    return words_of(element) or next((element.get(name) for name in ("norm", "value", "content", "datetime", "href")
                                      if element.get(name)), None)  # fmt: skip


def _prose(tree: etree._Element) -> RawArticle | None:
    """Read a document of paragraphs, of whatever kind, as one article."""
    paragraphs = [text for found in named(tree, "p", "para", "paragraph", "par") if (text := words_of(found))]
    if sum(map(len, paragraphs)) < 200:
        return None
    return RawArticle(
        text="\n\n".join(dict.fromkeys(paragraphs)),
        title=_headline(tree),
        published=_stated(tree, _DATES, digits=True),
        publisher=_stated(tree, _PROVIDERS),
        author=_byline(tree),
    )
