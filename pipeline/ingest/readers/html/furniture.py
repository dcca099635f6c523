"""What of a page is no part of its article: navigation, related stories, sharing, cookies, by tag, name and words."""

import re
from collections import Counter

from lxml.html import HtmlElement

from pipeline.ingest.readers.html.tree import drop, names_on
from pipeline.ingest.rules import patterns

_TAGS = ("nav", "aside", "footer", "form", "dialog", "menu")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_WHOLE = ("html", "body", "main", "article")
_LINKED = 0.3
"""Share of an element's letters that are links from which on it lists stories, though there is prose in it."""
_CONTACT = 500
"""Letters of the longest element of contacts."""
_PRESS = re.compile(r"(?:press|media|investor)", re.IGNORECASE)
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
    for heading in [e for e in tree.iter(*_HEADINGS) if patterns("other_stories").fullmatch(_line(e))]:
        _drop_other_stories(heading, prose, prose[tree])
    for link in [a for a in tree.iter("a") if (a.get("href") or "").startswith("#")]:
        # The number of a note is such a link too, and stays.
        if not _line(link).isdigit() and is_furniture_line(_line(link)):
            drop(link)
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and _is_called_so(e)]:
        if prose[element] <= _MOST * prose[tree] and (prose[tree] or element.tag in _TAGS) and not _is_contact(element):
            drop(element)


def _line(element: HtmlElement) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _drop_other_stories(heading: HtmlElement, prose: Counter[HtmlElement], whole: int) -> None:
    """Take out a heading of other stories and what it stands above: its element, or what follows up to prose."""
    above = heading.getparent()
    while above is not None and above.tag not in _WHOLE and _line(above).startswith(_line(heading)):
        if prose[above] > _MOST * whole or above.find(".//h1") is not None:
            break
        heading, above = above, above.getparent()
    for element in list(heading.itersiblings()):
        if not isinstance(element.tag, str):
            continue
        linked = sum(len(_line(a)) for a in element.iter("a"))
        if element.tag in _HEADINGS or (linked < _LINKED * len(_line(element)) and prose[element]):
            break
        drop(element)
    drop(heading)


def _is_contact(element: HtmlElement) -> bool:
    """Say whether an element holds whom the press may ask, with an address or number: no part of the site."""
    if element.tag in ("nav", "footer", "menu") or len(text := _line(element)) > _CONTACT:
        return False
    lines = (_line(inner) for inner in element.iter() if isinstance(inner.tag, str) and len(_line(inner)) < 60)
    asked = any(_PRESS.match(line) and patterns("contact_line").fullmatch(line) for line in lines)
    return asked and re.search(r"\S@\S|\d{3}", text) is not None


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
    names = names_on(element)
    if patterns("stories_name").search(names) and element.find(".//a") is not None:
        return True
    return bool(patterns("furniture_name").search(names))


def _is_pull_quote(element: HtmlElement) -> bool:
    return "quote" in names_on(element)


def _is_notice(element: HtmlElement) -> bool:
    """Say whether an element is a notice about cookies or consent, however large it is."""
    if element.tag in _WHOLE or not patterns("notice_name").search(names_on(element)):
        return False
    # What holds the headline or the page's main part is the frame of the page, whatever it is called.
    if next(element.iterdescendants("h1", "main", "article"), None) is not None:
        return False
    return bool(patterns("notice_text").search("".join(map(str, element.itertext()))))


def is_furniture_line(text: str) -> bool:
    """Say whether a block is a control or a notice of the site: Share, Print, Read next, We use cookies."""
    line = text.strip(" -|·•»>:[]")
    return bool(
        (len(text) < 200 and patterns("furniture_line").fullmatch(line)) or patterns("notice_line").fullmatch(line)
    )
