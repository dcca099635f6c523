"""An HTML page to a tree, without what a reader of the page doesn't see."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring

from pipeline.errors import InputUnusable

_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "video", "audio", "canvas",
           "math", "head", "select", "option", "datalist", "textarea", "button", "input", "map", "picture")  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|opacity|max-height)\s*:\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screen-reader|hidden|hide|d-none|is-hidden|element-invisible"
    r"|printonly|print-only)(?:\s|$)",
    re.IGNORECASE,
)
_ATTRIBUTES = 500
_VALUE = r"""\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++)"""
_HEAP = re.compile(rf"""(<[a-zA-Z][^\s<>/"'=]*+)(?:[\s/]*+(?:[^\s<>/"'=]++(?:{_VALUE})?+|["'=<])){{{_ATTRIBUTES},}}+""")
"""An element with more attributes than any page has, which the parser takes time for that grows with their square."""
_ALL = 0.6
"""Share of a page's letters above which what is marked as hidden is the page itself, shown by a script."""


def tree_of(page: str) -> HtmlElement:
    """Parse a page; raises InputUnusable where there is nothing in it."""
    try:
        # Bytes with the encoding said, for lxml refuses a str that declares one.
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        return fromstring(_HEAP.sub(r"\1", page).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputUnusable(f"not an HTML page: {error}", kind="empty") from None


def drop(element: HtmlElement) -> None:
    """Take an element out of its tree, but not the text behind it; the root stays."""
    if element.getparent() is not None:
        element.drop_tree()


def take_out_unseen(tree: HtmlElement) -> None:
    """Take out scripts, pictures and fields, and what is marked as hidden."""
    for button in list(tree.iter("button")):
        # What unfolds a part of the page is its heading.
        if (above := button.getparent()) is not None and above.tag in ("h2", "h3", "h4", "h5", "h6", "summary"):
            button.drop_tag()
    for element in list(tree.iter(*_UNSEEN)):
        drop(element)
    whole = letters(tree)
    for element in [element for element in tree.iter() if isinstance(element.tag, str) and is_hidden(element)]:
        if letters(element) <= _ALL * whole:
            drop(element)


def is_hidden(element: HtmlElement) -> bool:
    """Say whether an element is marked as not to be shown."""
    if element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or element.tag == "ix:header":
        return True
    if element.tag == "div" and (element.get("fallback") is not None or element.get("placeholder") is not None):
        return True  # what AMP shows only where something else can't be had
    return bool(_HIDDEN_STYLE.search(element.get("style") or "") or _HIDDEN_CLASS.search(element.get("class") or ""))


def letters(element: HtmlElement) -> int:
    """Count the characters of an element's text, spaces apart."""
    return sum(len(part) - part.count(" ") for part in map(str, element.itertext()) if part.strip())


def names_on(element: HtmlElement) -> str:
    """Give the names that a page gives an element, in lower case: class, id, role."""
    return " ".join(element.get(name) or "" for name in ("class", "id", "role", "itemprop", "data-testid")).lower()
