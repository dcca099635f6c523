"""The JSON-LD of a page to what it says of this page's article, not of the others that it lists."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:article|posting|report|pressrelease|statement|newsitem)$", re.IGNORECASE)
_PAGE = re.compile(r"(?:web|item|about)page$", re.IGNORECASE)
_NODES = 5000
"""Most nodes that are looked at: a page may carry a whole catalogue."""
_OTHERS = frozenset(("itemListElement", "hasPart", "isPartOf", "citation", "relatedLink", "mentions", "isBasedOn"))
"""Properties under which other articles stand."""


def linked_article(tree: HtmlElement, *, addresses: set[str], headings: set[str]) -> dict[str, Any]:
    """Give the node of this page's article: by its address, its headline, and its place in the graph.

    `addresses` are the page's own, `headings` the letters of what it prints as headings and titles.
    """
    nodes = list(_nodes(tree))
    by_id = {node["@id"]: node for node, _ in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    best: dict[str, Any] = {}
    most = 0
    for node, apart in nodes:
        if rank := _rank(node, apart, addresses, headings):
            most, best = max((most, best), (rank, node), key=lambda pair: pair[0])
    return {key: _resolved(value, by_id) for key, value in best.items()}


def _nodes(tree: HtmlElement) -> Iterator[tuple[dict[str, Any], bool]]:
    """Give every node, and whether it stands under a property that lists others."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [(value, False) for value in _values(script.text or "")]
        while waiting and count < _NODES:
            value, apart = waiting.pop(0)
            count += 1
            if isinstance(value, list):
                waiting = [(item, apart) for item in value] + waiting
            elif isinstance(value, dict):
                yield value, apart
                inner = [(item, apart or key in _OTHERS) for key, item in value.items()
                         if isinstance(item, dict | list)]  # fmt: skip
                waiting = inner + waiting


def _values(text: str) -> Iterator[Any]:
    text = re.sub(r"\A\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*\Z|\A\s*<!--|-->\s*\Z", "", text).strip().rstrip(";")
    try:
        yield json.loads(text, strict=False)
    except (ValueError, RecursionError):
        try:
            # A comma too many is the most usual fault.
            yield json.loads(re.sub(r",(\s*[\]}])", r"\1", text), strict=False)
        except (ValueError, RecursionError):
            return


def _rank(node: dict[str, Any], apart: bool, addresses: set[str], headings: set[str]) -> int:
    """Say how much speaks for a node: its kind, that it names this page, or prints this page's headline."""
    kinds = node.get("@type")
    names = [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds or "")]
    is_article = any(map(_ARTICLE.search, names))
    if not is_article and not any(map(_PAGE.search, names)):
        return 0
    mine = bool(_addresses(node) & addresses)
    headline = re.sub(r"\W+", "", str(node.get("headline") or node.get("name") or "")).casefold()
    printed = bool(headline) and any(headline in other or other in headline for other in headings if len(other) > 10)
    if is_article and headline and headings and not printed and not mine:
        return 0 if apart else 1
    told = sum(key in node for key in ("headline", "datePublished", "publisher", "articleBody"))
    return 1 + told + 4 * is_article + 8 * printed + 6 * mine - 6 * apart if is_article or printed or mine else 1


def _addresses(node: dict[str, Any]) -> set[str]:
    page = node.get("mainEntityOfPage")
    values = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return {bare_address(value) for value in values if isinstance(value, str) and value}


def bare_address(url: str) -> str:
    """Give an address without scheme, query and the slash at its end, for comparison."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", url.strip()).rstrip("/").lower()


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return by_id.get(str(value.get("@id")), value)
    return value


def names_of(value: Any) -> str | None:
    """Give the name, or the names, of a person or organisation that a node states."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(names_of, value))) or None
    name = value.get("name") if isinstance(value, dict) else value
    if isinstance(name, list):
        name = next(iter(name), None)
    if not isinstance(name, str) or name.startswith(("http", "#")):
        return None
    return " ".join(name.split()) or None
