"""RSS, Atom and RDF feeds to an article an entry."""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import declared_encoding, decode
from pipeline.ingest.documents import Blob, Item, RawArticle, warning
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.html.furniture import is_furniture_line
from pipeline.ingest.readers.html.headline import without_site
from pipeline.ingest.readers.html.page import fragment_text
from pipeline.settings import Settings

_CUT = re.compile(r"(?:…|\.\.\.)\W*$")
_SHORT_CODE = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist|contact-form-7)\b[^\]\n]*\]")
"""What WordPress puts pictures and players for."""
_NO_POSTS = ("attachment", "nav_menu_item", "revision", "custom_css", "wp_navigation", "wp_global_styles")
"""What an export of WordPress holds beside its posts."""


def read_feed(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each entry of a feed; its text is the full content where the feed has it, else the summary."""
    feed = _parsed(blob.read(settings))
    if not feed.entries:
        raise InputUnusable("a feed without entries, or XML of another kind", kind="empty")
    used: dict[str, int] = {}
    for number, entry in enumerate(feed.entries, 1):
        if entry.get("wp_post_type") in _NO_POSTS:
            continue
        key = unused(entry.get("id") or entry.get("link") or str(number), used)
        text = _text(entry)
        if not entry.get("content") and _CUT.search(text):
            yield warning(blob, "only a summary", "the feed gives only the beginning of the text", key=key)
        yield RawArticle(
            text=text,
            title=without_site(_plain(entry.get("title")) or "", _source(entry)) or None,
            published=entry.get("published") or entry.get("updated") or entry.get("created"),
            publisher=_source(entry) or _plain(feed.feed.get("title")),
            author=_plain(entry.get("author")),
            url=_address(entry.get("link")),
            source_id=entry.get("id") or entry.get("link"),
            key=key,
        )


def _parsed(data: bytes) -> Any:
    """Parse a feed; feedparser is only ever given bytes, so that it never fetches anything."""
    import feedparser  # here, since most runs read no feed, and it takes a tenth of a second

    encoding = declared_encoding(data) or "utf-8"
    try:
        data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        # The declaration is wrong, so the bytes are decoded by likelihood and handed over as UTF-8.
        text = decode(data).replace(f'encoding="{encoding}"', "").replace(f"encoding='{encoding}'", "")
        data = text.encode("utf-8", "replace")
    return feedparser.parse(data)


def _text(entry: Any) -> str:
    values = [content.get("value") or "" for content in entry.get("content") or ()]
    markup = max([*values, entry.get("summary") or ""], key=len)
    text = fragment_text(markup) if "<" in markup or "&" in markup else markup
    parts = _SHORT_CODE.sub("", text).split("\n\n")
    # What the program of the site adds says where the text came from.
    while len(parts) > 1 and (not parts[-1].strip() or is_furniture_line(parts[-1])):
        parts.pop()
    return "\n\n".join(parts)


def _source(entry: Any) -> str | None:
    """Give the medium that an entry of a collection comes from."""
    return _plain((entry.get("source") or {}).get("title"))


def _address(link: str | None) -> str | None:
    return link if link and link.startswith("http") else None


def _plain(markup: str | None) -> str | None:
    if not markup:
        return None
    return " ".join(fragment_text(markup).split()) if "<" in markup or "&" in markup else " ".join(markup.split())
