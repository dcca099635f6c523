"""What of a page is no part of its article: navigation, related stories, sharing, cookies, by tag, name and words."""

import re
from collections import Counter

from lxml.html import HtmlElement

from pipeline.ingest.readers.html.tree import drop, names_on
from pipeline.ingest.rules import patterns

_TAGS = ("nav", "aside", "footer", "form", "dialog", "menu")
_ROLES = ("navigation", "search", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "menu", "menubar")
_MOST = 0.3
"""Share of a page's prose above which an element is the page itself, whatever it is called."""
_PROSE = 50
"""Letters of a piece of text from which on it is prose, no label."""


def take_out_furniture(tree: HtmlElement) -> None:
    """Take out of a tree what is called navigation, related, share, cookie and the like, unless it is most of it."""
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and _is_notice(e)]:
        drop(element)
    prose = _prose(tree)
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and _is_called_so(e)]:
        if prose[element] <= _MOST * prose[tree] and (prose[tree] or element.tag in _TAGS):
            drop(element)


def _prose(tree: HtmlElement) -> Counter[HtmlElement]:
    """Count the letters of prose in each element: of long pieces of text that are no links."""
    counts: Counter[HtmlElement] = Counter()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        own = "" if element.tag == "a" else element.text or ""
        for text, holder in ((own, element), (element.tail or "", element.getparent())):
            if holder is not None and len(text.strip()) >= _PROSE:
                for above in (holder, *holder.iterancestors()):
                    counts[above] += len(text.strip())
    return counts


def _is_called_so(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article", "h1"):
        return False
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return element.tag != "aside" or not _is_pull_quote(element)
    return bool(patterns("furniture_name").search(names_on(element)))


def _is_pull_quote(element: HtmlElement) -> bool:
    return "quote" in names_on(element)


def _is_notice(element: HtmlElement) -> bool:
    """Say whether an element is a notice about cookies or consent, however large it is."""
    if element.tag in ("html", "body", "main", "article") or not patterns("notice_name").search(names_on(element)):
        return False
    return bool(re.search(r"cookie|consent|privacy|partners", "".join(map(str, element.itertext())), re.IGNORECASE))


def is_furniture_line(text: str) -> bool:
    """Say whether a short block is a control or a notice of the site: Share, Print, Read next."""
    return len(text) < 200 and bool(patterns("furniture_line").fullmatch(text.strip(" -|·•»>:")))
