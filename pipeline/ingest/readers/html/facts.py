"""What a page says of itself in its head: titles, date, publisher, author, address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from pipeline.ingest.readers.html.linked import bare_address, linked_article, names_of

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "parsely-title")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date.issued", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "pubdate", "pub_date", "publishdate",
    "publish-date", "publish_date", "publication_date", "publicationdate", "published", "published-date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "article.published",
    "article:published", "release_date", "originalpublicationdate", "article_date_original", "bt:pubdate",
    "cxenseparse:recs:publishtime", "cre:publishtime", "iso-8601-publish-date", "displaydate", "eprints.date",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title",
               "publisher", "article:publisher", "copyright")  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
            "citation_author", "byl", "twitter:creator")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself."""

    titles: tuple[str, ...] = ()
    """Its headline as its metadata state it, the most trustworthy first."""
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    body: str | None = None
    """The article's text as JSON-LD gives it."""
    is_free: bool = True
    """Whether everybody may read all of it, as JSON-LD says."""


def page_facts(tree: HtmlElement, headings: Sequence[str]) -> PageFacts:
    """Read what a page says of itself; `headings` are those that it prints, by which its JSON-LD is chosen."""
    metas = _metas(tree)
    titles = [metas[name] for name in TITLES if metas.get(name)]
    title_tag = " ".join((tree.findtext(".//title") or "").split())
    url = _address(tree, metas)
    linked = linked_article(
        tree,
        addresses={bare_address(url)} if url else set(),
        headings={re.sub(r"\W+", "", text).casefold() for text in (*headings, *titles, title_tag) if text},
    )
    return PageFacts(
        titles=tuple(filter(None, (_text(linked.get("headline")), *titles, title_tag))),
        published=_text(linked.get("datePublished")) or _first(metas, _DATES),
        publisher=names_of(linked.get("publisher")) or _name(_first(metas, _PUBLISHERS)),
        author=names_of(linked.get("author")) or _name(_first(metas, _AUTHORS)),
        url=url,
        body=linked.get("articleBody") if isinstance(linked.get("articleBody"), str) else None,
        is_free=str(linked.get("isAccessibleForFree", True)).casefold() != "false",
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if meta.get(key) and (content := (meta.get("content") or "").strip()):
                metas.setdefault(meta.get(key, "").lower(), content)
    return metas


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    found = next((link for link in links if link), None) or metas.get("og:url")
    return found if found and found.startswith("http") else None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _name(value: str | None) -> str | None:
    return None if value is None or value.startswith(("http", "@")) or len(value) > 100 else _text(value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
