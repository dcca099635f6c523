"""The head of an HTML page to its headline, date and publisher: JSON-LD first, then meta tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"article|posting|report|pressrelease|webpage", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date.issued", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "article.published", "release_date",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None


def page_facts(tree: HtmlElement) -> PageFacts:
    """Read what a page says of itself."""
    linked = max(_linked_articles(tree), key=_told, default={})
    metas = _metas(tree)
    publisher = linked.get("publisher")
    return PageFacts(
        title=_text(linked.get("headline")) or _first(metas, _TITLES),
        published=_text(linked.get("datePublished")) or _first(metas, _DATES) or _property(tree) or _time_tag(tree),
        publisher=_name(publisher.get("name") if isinstance(publisher, dict) else publisher)
        or _name(_first(metas, _PUBLISHERS)),
    )


def _told(linked: dict[str, Any]) -> int:
    return sum(key in linked for key in ("headline", "datePublished", "publisher"))


def _linked_articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(value)


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _articles(item)
    elif isinstance(value, dict):
        if _ARTICLE.search(str(value.get("@type", ""))):
            yield value
        yield from _articles(value.get("@graph", []))


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content", "").strip())
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _property(tree: HtmlElement) -> str | None:
    """Give the date that an element of the page itself carries, by RDFa or microdata."""
    for name in ("datePublished", "schema:datePublished", "dc:date", "dcterms:issued", "dc:issued"):
        for kind in ("itemprop", "property"):
            for element in tree.iterfind(f".//*[@{kind}='{name}']"):
                if found := element.get("content") or element.get("datetime"):
                    return str(found)
    return None


def _time_tag(tree: HtmlElement) -> str | None:
    """Give the date of the page's `time` tags, where they agree on one or one is marked as the publication."""
    marked = [t for t in tree.iterfind(".//time[@datetime]") if "pub" in f"{t.get('itemprop')} {t.get('pubdate')}"]
    days = {t.get("datetime", "")[:10] for t in marked or tree.iterfind(".//time[@datetime]")}
    return days.pop() if len(days) == 1 else None


def _name(value: Any) -> str | None:
    return None if isinstance(value, str) and value.startswith("http") else _text(value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
