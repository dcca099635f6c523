"""SGML files of many documents, as of Reuters and TREC, to an article a document."""

import html
import re
from collections.abc import Iterator

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.settings import Settings

_DOCUMENT = re.compile(r"<(REUTERS|DOC)\b([^>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>")
_ID = re.compile(r"""\b(?:NEWID|ID)\s*=\s*["']?([\w.-]+)""", re.IGNORECASE)


def read_sgml(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each document of the file: its id, headline, date, dateline and body."""
    text = decode(blob.read(settings), blob.charset)
    documents = list(_DOCUMENT.finditer(text))
    if not documents:
        raise InputUnusable("SGML without <REUTERS> or <DOC> documents", kind="unsupported")
    for number, found in enumerate(documents, 1):
        yield _document(found[2], found[3], number)


def _document(attributes: str, content: str, number: int) -> RawArticle:
    identity = _ID.search(attributes)
    name = identity[1] if identity else _element(content, "DOCNO", "DOCID", "ID")
    dateline = _element(content, "DATELINE")
    body = _element(content, "BODY", "TEXT") or ""
    return RawArticle(
        text=f"{dateline} {body.lstrip()}" if dateline and not body.startswith(dateline) else body,
        title=_element(content, "TITLE", "HEADLINE", "HL", "HEAD"),
        published=_element(content, "DATE", "DATE_TIME", "DD"),
        source_id=name,
        key=name or str(number),
    )


def _element(content: str, *names: str) -> str | None:
    """Give the text of the first of these elements that the document has."""
    for name in names:
        found = re.search(rf"<{name}\b[^>]*>(.*?)(?=</{name}\s*>|<(?:DATE|TITLE|BODY|TEXT|DOCNO|HEADLINE)\b|\Z)",
                          content, re.IGNORECASE | re.DOTALL)  # fmt: skip
        if found and (text := html.unescape(_TAG.sub("", found[1])).replace("\x03", "").strip()):
            return text
    return None
