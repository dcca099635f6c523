"""A Markdown file to one article: title and date from its front matter, where it has one."""

import re
from collections.abc import Iterator

from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.settings import Settings

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{2,30}):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_QUOTES = "\"'"


def read_markdown(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a Markdown file as it is written; only the front matter is taken off."""
    text = decode(blob.read(settings), blob.charset)
    front = _FRONT.match(text)
    if front is None:
        yield RawArticle(text=text)
        return
    facts = {name.lower(): value.strip(_QUOTES) for name, value in _FIELD.findall(front[1])}
    yield RawArticle(
        text=text[front.end() :].lstrip("\r\n"),
        title=facts.get("title"),
        published=facts.get("date") or facts.get("published"),
        publisher=facts.get("publisher"),
        source_id=facts.get("id"),
    )
