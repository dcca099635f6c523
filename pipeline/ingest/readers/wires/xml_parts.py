"""An element of XML of news to its parts: headline, subhead, text, place, byline, address, and what it states."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.ingest.readers.wires.markup import text_of_element
from pipeline.ingest.readers.xml_tree import line_of, local, named
from pipeline.ingest.rules import patterns

_HEADLINES = ("hl1", "headline", "HeadLine", "hedline", "article-title", "main-title", "title")
_SUBHEADS = ("hl2", "SubHeadLine", "subheadline", "subhead", "deck", "standfirst")
_BODIES = (("body.content",), ("inlineXML",), ("inlineData",), ("DataContent",), ("leadParagraph", "tailParagraphs"),
           ("bodytext", "body-text", "articleBody", "article_body", "fulltext", "story_text", "storyText"),
           ("body",), ("content",), ("text",), ("story",))  # fmt: skip
DATES = (("date.issue", "norm"), ("story.date", "norm"), ("date.release", "norm"), ("firstCreated", None),
          ("contentCreated", None), ("versionCreated", None), ("FirstCreated", None), ("ThisRevisionCreated", None),
          ("DateAndTime", None), ("publicationDate", None), ("DateLine", None), ("pubDate", None), ("pub-date", None),
          ("publication_date", None), ("published", None), ("releaseDate", None), ("date", None), ("dateline", None),
          ("pubdata", "date.publication"))  # fmt: skip
PROVIDERS = (("provider", "name"), ("doc.copyright", "holder"), ("pubdata", "name"), ("Provider", None),
              ("NewsService", "FormalName"), ("copyrightHolder", "name"), ("sourceName", None), ("infoSource", "name"),
              ("provider", "literal"), ("publisher", None), ("source", None), ("distributor", None))  # fmt: skip
_PLACES = ("location", "DateLine", "dateline", "located")
_SLUG = re.compile(r"^\w{2}-\w|--\w|^\S+$")
"""What wires write for each other where a line of the article might stand."""
_DAY = re.compile(r"\d{4}")


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (found for found in named(element, name) if local(found) == name)


def headline(element: etree._Element) -> str | None:
    """Give the headline: of `title` only one that is no keyword, slug or head of a page."""
    for name in _HEADLINES:
        for found in _named(element, name):
            role = found.get("role") or found.get("type") or ""
            above = found.getparent()
            inside = local(above) if above is not None else ""
            if re.search(r"keyword|slug|short|seo|web", role, re.IGNORECASE) or (name == "title" and inside == "head"):
                continue
            if text := line_of(found):
                return text
    return None


def subhead(element: etree._Element) -> str | None:
    """Give the line below the headline."""
    texts = (line_of(found) for name in _SUBHEADS for found in _named(element, name))
    return next((text for text in texts if text and not _is_slug(text)), None)


def body(element: etree._Element) -> str:
    """Give the text, from the first kind of element that has some."""
    for names in _BODIES:
        texts = [text for name in names for found in _named(element, name) if (text := text_of_element(found).strip())]
        if texts and sum(map(len, texts)) > 40:
            return "\n\n".join(dict.fromkeys(texts))
    return ""


def place_of_dateline(element: etree._Element) -> str | None:
    """Give the place that the dateline would print."""
    for name in _PLACES:
        for found in _named(element, name):
            text = line_of(found)
            # `located` of NewsML-G2 is a code with a name inside.
            if text and len(text) < 80 and not re.search(r"\d{4}", text) and not text.isdigit():
                return text.strip(" -–—,:")
    return None


def byline(element: etree._Element) -> str | None:
    """Give who wrote it."""
    for name in ("byline", "by", "ByLine", "byLine", "author", "creator"):
        for found in _named(element, name):
            person = next(named(found, "person", "name"), None)
            if text := line_of(person) or line_of(found):
                return re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
    return None


def url(element: etree._Element) -> str | None:
    """Give the address at which it stands."""
    for found in named(element, "link", "url", "weburl", "permalink"):
        address = line_of(found) or found.get("href") or ""
        if address.startswith("http"):
            return address
    return None


def first_stated(
    element: etree._Element, names: Sequence[tuple[str, str | None]], *, digits: bool = False
) -> str | None:
    """Give the first of some elements that says something, by an attribute or its text; `digits`: that is a date."""
    for name, attribute in names:
        for found in _named(element, name):
            child = next(named(found, "name", "date"), None) if attribute in (None, "name") else None
            text = found.get(attribute) if attribute else None
            text = (
                text or (line_of(child) if child is not None else None) or (line_of(found) if not attribute else None)
            )
            party = next(named(found, "Party"), None)
            text = text or (party.get("FormalName") if party is not None else None)
            if text and (not digits or _DAY.search(text)):
                return text
    return None


def stated_standing(element: etree._Element) -> tuple[str | None, str | None]:
    """Give the status of a story, usable or withdrawn, and the time until which it is held back."""
    status = first_stated(element, (("pubStatus", "qcode"), ("docdata", "management-status"), ("Status", "FormalName")))
    return status, first_stated(element, (("embargoed", None), ("date.release", "norm-embargo")), digits=True)


def _is_slug(text: str) -> bool:
    return bool(_SLUG.search(text) or patterns("wire_slug").search(text))
