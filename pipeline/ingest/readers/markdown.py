"""A Markdown file to one article: its text without the marks, title and date from its front matter."""

import re
from collections.abc import Iterator

from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.readers.html.page import fragment_text
from pipeline.settings import Settings

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{2,30}):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#\s+(.+?)\s*#*$", re.MULTILINE)
_QUOTES = "\"'"


def read_markdown(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a Markdown file; its headline is that of the front matter, else its heading of the first level."""
    from markdown_it import MarkdownIt  # here, since most runs read no Markdown

    text = decode(blob.read(settings), blob.charset)
    front = _FRONT.match(text)
    facts = {name.lower(): value.strip(_QUOTES) for name, value in _FIELD.findall(front[1])} if front else {}
    body = text[front.end() :] if front else text
    heading = _HEADING.search(body)
    yield RawArticle(
        text=fragment_text(MarkdownIt("commonmark").enable("table").render(body)),
        title=facts.get("title") or (fragment_text(heading[1]) if heading else None),
        published=facts.get("date") or facts.get("published"),
        publisher=facts.get("publisher"),
        author=facts.get("author"),
        url=facts.get("url") or facts.get("canonical_url"),
        source_id=facts.get("id"),
    )
