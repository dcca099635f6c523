"""An HTML page as saved from the web to one article: its text without the page around it, tables as rows."""

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

from lxml.html import HtmlElement

from pipeline.errors import InputUnusable
from pipeline.ingest.cleaning import repaired
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle, guess_said, warning
from pipeline.ingest.exports import is_export
from pipeline.ingest.readers.html.blocks import Block, blocks_of
from pipeline.ingest.readers.html.choice import article_blocks, is_led_away, without_repeats
from pipeline.ingest.readers.html.dates import published_on
from pipeline.ingest.readers.html.entries import ListedStory, entries_of
from pipeline.ingest.readers.html.facts import PageFacts, page_facts
from pipeline.ingest.readers.html.furniture import take_out_furniture
from pipeline.ingest.readers.html.headline import headline_of_page, is_section
from pipeline.ingest.readers.html.tree import take_out_unseen, tree_of
from pipeline.ingest.rules import any_word_of
from pipeline.settings import Settings

# What it logs of broken pages is said by our own errors.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_BEGINNING = 220
"""Words below which what a page shows of an article for subscribers is its beginning."""
_EMPTY = 25
"""Words below which a page that scripts fill is taken for empty."""
_FILLED_BY_SCRIPT = re.compile(
    r"__NEXT_DATA__|__NUXT__|data-reactroot|id=[\"']?(?:root|app|__next|__nuxt)[\"'>]|ng-app|ng-version",
    re.IGNORECASE,
)


def read_html(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a page as one article, its headline the first paragraph, or each story of a list with their texts."""
    data = blob.read(settings)
    yield from guess_said(blob, data)
    page = decode(data, blob.charset)
    article, entries, is_free = _read(page, day_first=settings.day_first)
    if not entries:
        if not is_free and len(article.text.split()) < _BEGINNING:
            yield warning(blob, "text cut short", "only subscribers read all of it; the page has the beginning")
        yield article
        return
    yield warning(
        blob, "list of stories", f"the page lists {len(entries)} stories; each was read as far as it is there"
    )
    for number, entry in enumerate(entries, 1):
        yield replace(
            article,
            text=text_of_blocks(entry.blocks),
            title=entry.title,
            published=entry.published,
            url=entry.url,
            author=None,
            key=str(number),
        )


def article_of_page(page: str, *, day_first: bool | None = None) -> RawArticle:
    """Take the article out of a page; raises InputUnusable where the page has no text."""
    return _read(page, day_first=day_first)[0]


def _read(page: str, *, day_first: bool | None) -> tuple[RawArticle, list[ListedStory], bool]:
    """Read a page as one article, and as the list of stories that it may be; the last says if all may read it."""
    # Before the page is parsed, for parsers drop the control characters that a repair needs.
    page = repaired(page)
    tree = tree_of(page)
    headings = [" ".join("".join(map(str, h.itertext())).split()) for h in tree.iter("h1", "h2", "h3")]
    facts = page_facts(tree, headings)
    take_out_unseen(tree)
    whole = blocks_of(deepcopy(tree))
    if is_export(text := text_of_blocks(whole)):
        return RawArticle(text=text), [], True
    take_out_furniture(tree)
    every = blocks_of(tree)
    blocks = article_blocks(tree, every)
    article = _article(tree, blocks, whole, facts, page, day_first)
    return article, [] if facts.published else entries_of(every), facts.is_free


def _article(
    tree: HtmlElement,
    blocks: Sequence[Block],
    whole: Sequence[Block],
    facts: PageFacts,
    page: str,
    day_first: bool | None,
) -> RawArticle:
    title = headline_of_page(blocks, whole, facts.titles, facts.publisher)
    published = facts.published or published_on(tree, blocks, title, facts.url, day_first=day_first)
    text = text_of_blocks(_without_lead(blocks, title, facts.publisher))
    if facts.body and len(facts.body.split()) > 1.5 * len(text.split()):
        text = _body(facts.body)
    words = len(text.split())
    if words < _EMPTY and (_FILLED_BY_SCRIPT.search(page) or any_word_of("script_needed").search(page)):
        raise InputUnusable(
            "the page is empty until its script has run; save it from a browser as complete or as PDF", kind="empty"
        )
    if not words:
        raise InputUnusable("the page has no text of an article", kind="empty")
    return RawArticle(
        text=text, title=title, published=published, publisher=facts.publisher, author=facts.author, url=facts.url
    )


def _without_lead(blocks: Sequence[Block], title: str | None, site: str | None) -> list[Block]:
    """Leave out the names of sections and of the site, and links, that stand before the headline."""
    at = next((n for n, block in enumerate(blocks) if block.text == title), 0)
    return [block for block in blocks[:at] if not is_section(block.text, site) and not is_led_away(block)] + list(
        blocks[at:]
    )


def _body(body: str) -> str:
    """Give the text that JSON-LD has of the article, which may be markup."""
    return fragment_text(body) if re.search(r"</?(?:p|br|div)\b", body) else body


def text_of_blocks(blocks: Sequence[Block]) -> str:
    """Join blocks, with a blank line between, but not between the rows of a table or the points of a list."""
    if not blocks:
        return ""
    together = ("row", "point")
    parts = [blocks[0].text]
    for before, block in pairwise(blocks):
        parts.append("\n" if block.kind == before.kind and block.kind in together else "\n\n")
        parts.append(block.text)
    return "".join(parts)


def fragment_text(markup: str) -> str:
    """Give the text of a piece of HTML: a feed's entry, a cell, a mail's body."""
    try:
        tree = tree_of(f"<div>{repaired(markup)}</div>")
    except InputUnusable:
        return ""
    take_out_unseen(tree)
    return text_of_blocks(without_repeats(blocks_of(tree)))
