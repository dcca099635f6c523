"""SGML files of many documents, as of Reuters and TREC, to an article a document."""

import html
import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.keys import unused
from pipeline.settings import Settings

_MARK = re.compile(r"<(/?)(?:REUTERS|DOC)\b([^<>]*)>", re.IGNORECASE)
_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>")
_ID = re.compile(r"""\b(?:NEWID|ID)\s*=\s*["']?([\w.-]+)""", re.IGNORECASE)


def read_sgml(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each document of the file: its id, headline, date, dateline and body."""
    text = decode(blob.read(settings), blob.charset)
    used: dict[str, int] = {}
    number = 0
    for number, (attributes, content) in enumerate(_documents(text), 1):
        yield _document(attributes, content, number, used)
    if not number:
        raise InputUnusable("SGML without <REUTERS> or <DOC> documents", kind="unsupported")


def _documents(text: str) -> Iterator[tuple[str, str]]:
    """Give the attributes and the content of each document; one that isn't closed ends where the next begins."""
    marks = list(_MARK.finditer(text))
    for mark, following in zip_longest(marks, marks[1:]):
        if not mark[1]:
            yield mark[2], text[mark.end() : following.start() if following else len(text)]


def _document(attributes: str, content: str, number: int, used: dict[str, int]) -> RawArticle:
    identity = _ID.search(attributes)
    name = identity[1] if identity else _element(content, "DOCNO", "DOCID", "ID")
    dateline = _element(content, "DATELINE")
    body = _element(content, "BODY", "TEXT") or ""
    return RawArticle(
        text=f"{dateline} {body.lstrip()}" if dateline and not body.startswith(dateline) else body,
        title=_element(content, "TITLE", "HEADLINE", "HL", "HEAD"),
        published=_element(content, "DATE", "DATE_TIME", "DD"),
        source_id=name,
        key=unused(name or str(number), used),
    )


def _element(content: str, *names: str) -> str | None:
    """Give the text of the first of these elements that the document has."""
    for name in names:
        found = re.search(rf"<{name}\b[^<>]*>(.*?)(?=</{name}\s*>|<(?:DATE|TITLE|BODY|TEXT|DOCNO|HEADLINE)\b|\Z)",
                          content, re.IGNORECASE | re.DOTALL)  # fmt: skip
        if found and (text := html.unescape(_TAG.sub("", found[1])).replace("\x03", "").strip()):
            return text
    return None
