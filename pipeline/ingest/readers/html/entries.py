"""A page that lists several stories with their texts to its entries: headline, day, address and text of each."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.ingest.publication import read_stated
from pipeline.ingest.readers.html.blocks import Block

_LEAST = 3
"""Entries from which on a page is a list; two whole articles beside each other are one too."""
_WHOLE = 80
"""Words of an entry that is a whole article."""
_SHARE, _MOST = 0.7, 0.7
"""Share of the page's article that the entries hold together at least, and one of them at most."""


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story of a list."""

    title: str
    blocks: list[Block]
    published: str | None
    url: str | None


def entries_of(blocks: Sequence[Block]) -> list[ListedStory]:
    """Give the entries of a list of stories, each with a headline, a text and, in most, a day; none of one article."""
    whole = sum(len(block.text) for block in blocks)
    best: list[ListedStory] = []
    for group in _groups(blocks):
        entries = [entry for parts in group if (entry := _entry(parts)) is not None]
        sizes = [sum(len(block.text) for block in parts) for parts in group]
        if len(entries) < 0.8 * len(group) or not sizes or max(sizes) > _MOST * whole or sum(sizes) < _SHARE * whole:
            continue
        if len(entries) > len(best) and (_are_dated(entries) or _are_whole(entries)):
            best = entries
    return best


def _groups(blocks: Sequence[Block]) -> list[list[list[Block]]]:
    """Give the blocks of elements that stand beside each other and are called the same, by their parent."""
    held: dict[HtmlElement, list[Block]] = defaultdict(list)
    for block in blocks:
        for element in (block.element, *block.element.iterancestors()):
            held[element].append(block)
    groups: dict[tuple[HtmlElement, str, str], list[list[Block]]] = defaultdict(list)
    for element, parts in held.items():
        above = element.getparent()
        if above is not None and element.tag in ("article", "div", "li", "section", "tr", "td"):
            called = " ".join(name for name in (element.get("class") or "").split() if not re.search(r"\d", name))
            groups[above, str(element.tag), called].append(parts)
    return [group for group in groups.values() if len(group) > 1]


def _entry(blocks: Sequence[Block]) -> ListedStory | None:
    """Read an entry: its headline is a heading or a link, before a text."""
    published = next((block.text for block in blocks if _day(block.text)), None)
    for at, block in enumerate(blocks):
        link = next((a for a in block.element.iter("a") if len("".join(a.itertext()).split()) > 2), None)
        title = block.text if block.level else " ".join("".join(link.itertext()).split()) if link is not None else ""
        text = list(blocks[at + 1 :])
        if title and len(title) < 300 and sum(len(part.text) for part in text) > 30:
            address = (link.get("href") or "") if link is not None else ""
            return ListedStory(title, text, published, address if address.startswith("http") else None)
    return None


def _day(text: str) -> bool:
    """Say whether a line is a day, alone or beside a headline, and no sentence with a day in it."""
    begins = re.match(r"\D{0,25}\d", text) is not None
    return len(text) < 160 and begins and not text.endswith(".") and read_stated(text) is not None


def _are_dated(entries: Sequence[ListedStory]) -> bool:
    return len(entries) >= _LEAST and sum(entry.published is not None for entry in entries) >= 0.8 * len(entries)


def _are_whole(entries: Sequence[ListedStory]) -> bool:
    return all(sum(len(block.text.split()) for block in entry.blocks) >= _WHOLE for entry in entries)
