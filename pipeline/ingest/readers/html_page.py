"""An HTML page as saved from the web to one article: its text without the page around it, tables as rows."""

import logging
import re
from collections.abc import Iterator

import trafilatura
from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring

from pipeline.errors import InputUnusable
from pipeline.ingest.cleaning import repaired
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.readers.html_metadata import page_facts
from pipeline.settings import Settings

# What they log of broken pages is said by our own errors.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_SPACE = re.compile(r"\s+")
_SPACES = re.compile(r"[ \t\xa0]+")
_SITE = re.compile(r"\s+[|»·–—-]\s+(?=[^|»·–—-]*$)")
_NO_TITLES = ("document", "untitled", "untitled document", "home", "news", "press release", "index")
_FILE_NAME = re.compile(r"\S+\.(?:html?|aspx?|php|pdf|docx?)$|[a-z]+-\d{6,8}$")
_LATEST = "2100-01-01"
"""Latest date that is looked for; whether a date is in the future is for `publication` to say, by its own clock."""
_BLANK = re.compile(r"\n{3,}")
_SKIPPED = {"script", "style", "noscript", "template", "head", "nav", "footer", "form", "button", "select", "svg"}
_BLOCKS = {"p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "pre",
           "blockquote", "br", "hr", "center", "dd", "dt", "figcaption"}  # fmt: skip


def read_html(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a page as one article, its headline the first paragraph."""
    yield article_of_page(decode(blob.read(settings), blob.charset))


def article_of_page(page: str) -> RawArticle:
    """Take the article out of a page; raises InputUnusable where the page has no text."""
    # Before the page is parsed, for parsers drop the control characters that a repair needs.
    page = repaired(page)
    tree = _tree(page)
    facts = page_facts(tree)
    text = _main_text(page, tree)
    if not text.strip():
        raise InputUnusable("the page has no text of an article", kind="empty")
    title = _title(tree, facts.title)
    published = facts.published or _printed_date(page)
    return RawArticle(text=text, title=title, published=published, publisher=facts.publisher)


def _printed_date(page: str) -> str | None:
    """Give the date that the page prints or has in its address, by the patterns of many sites."""
    try:
        return find_date(page, extensive_search=False, original_date=True, max_date=_LATEST)
    except (ValueError, etree.LxmlError):
        return None


def fragment_text(markup: str) -> str:
    """Give the text of a piece of HTML (a feed's entry, a mail's body), a line a block."""
    return all_text(_tree(f"<div>{markup}</div>"))


def _tree(page: str) -> HtmlElement:
    try:
        # Bytes with the encoding said, for lxml refuses a str that declares one.
        return fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputUnusable(f"not an HTML page: {error}", kind="empty") from None


def _main_text(page: str, tree: HtmlElement) -> str:
    found = trafilatura.bare_extraction(
        page, favor_recall=True, include_tables=True, include_comments=False, with_metadata=False
    )
    text = found.text if found is not None and found.text else ""
    return _paragraphs(text) if len(text) > 200 else max(_paragraphs(text), all_text(tree), key=len)


def _paragraphs(text: str) -> str:
    """Put a blank line between trafilatura's lines, but not between the rows of a table or the points of a list."""
    lines = [_SPACES.sub(" ", line).strip() for line in text.splitlines()]
    lines = [_row(line) for line in lines if line and not re.fullmatch(r"[|\s:-]+", line)]
    return "".join(_between(a, b) + b for a, b in zip(["", *lines], lines, strict=False))


def _row(line: str) -> str:
    if not (line.startswith("|") or line.endswith("|")):
        return line
    return " | ".join(cell.strip() for cell in line.strip("|").split("|") if cell.strip())


def _between(before: str, after: str) -> str:
    if not before:
        return ""
    together = (" | " in before and " | " in after) or (before.startswith("- ") and after.startswith("- "))
    return "\n" if together else "\n\n"


def _title(tree: HtmlElement, stated: str | None) -> str | None:
    """Give the page's headline: the heading that its metadata name, else what they state, else its one `h1`."""
    headings = [h for h in (" ".join(h.text_content().split()) for h in tree.iterfind(".//h1")) if h]
    stated = stated or " ".join((tree.findtext(".//title") or "").split()) or None
    if stated is None or stated.lower() in _NO_TITLES or _FILE_NAME.match(stated):
        return next(iter(headings), None)
    # Metadata often add the site's name to the headline; the heading on the page hasn't got it.
    core = _SITE.split(stated)[0]
    return next((h for h in headings if len(h) > 20 and (stated.startswith(h) or core in h)), stated)


def all_text(tree: HtmlElement) -> str:
    """Give all text of a page, a line a block and ` | ` between the cells of a table's row."""
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(_pieces(tree)).split("\n"))
    rows = (re.sub(r"^(\| ?)+|( ?\|)+$", "", re.sub(r"\|( \|)+", "|", line)).strip() for line in lines)
    return _BLANK.sub("\n\n", "\n".join(rows)).strip()


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Walk a tree without recursion, for broken pages nest deep."""
    hidden = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        skipped = tag in _SKIPPED or not tag
        if event == "start":
            hidden += skipped
            yield "\n" if tag in _BLOCKS else ""
            yield "" if hidden else _SPACE.sub(" ", node.text or "")
        else:
            hidden -= skipped
            yield "\n" if tag in _BLOCKS else " | " if tag in ("td", "th") else ""
            yield "" if hidden or node is element else _SPACE.sub(" ", node.tail or "")
