"""Mail to articles: the subject is the headline, the sending date the publication; attachments come by themselves."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any, cast

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle, blob_of_bytes
from pipeline.ingest.readers.html.page import article_of_page, fragment_text
from pipeline.ingest.readers.tables import unused
from pipeline.settings import Settings

_POLICY = policy.default.clone(raise_on_defect=False)
_NO_ARTICLES = ("image", "audio", "video", "font")
_NO_ARTICLE = ("text/calendar", "application/pgp-signature", "application/pkcs7-signature", "application/ms-tnef")
_FROM = re.compile(rb"From \S.*\d{4}\s*$|From \S+\s*$")


def read_mail(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a message (.eml) as one article, then the messages and attachments that it carries."""
    yield from _message(blob, message_of(blob.read(settings)), key=None)


def read_mbox(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each message of a mailbox, one at a time."""
    for number, data in enumerate(_messages(blob, settings.max_file_mb * 1_000_000), 1):
        yield from _message(blob, message_of(data), key=str(number))


def _messages(blob: Blob, limit: int) -> Iterator[bytes]:
    """Split a mailbox at its `From ` lines."""
    lines: list[bytes] = []
    blank = True
    with blob.open() as file:
        while line := file.readline(limit):
            if blank and _FROM.match(line):
                if lines:
                    yield b"".join(lines)
                lines = []
            else:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            blank = not line.strip()
    if lines:
        yield b"".join(lines)


def message_of(data: bytes) -> EmailMessage:
    """Parse a message, however broken."""
    return message_from_bytes(data.lstrip(), policy=_POLICY)


def _message(blob: Blob, message: EmailMessage, key: str | None) -> Iterator[Item]:
    bodies, inner = _parts(message)
    text = _body(bodies)
    if text.strip() or not inner:
        yield RawArticle(
            text=text,
            title=_header(message, "subject"),
            published=_header(message, "date"),
            publisher=parseaddr(_header(message, "from") or "")[0] or None,
            source_id=_header(message, "message-id"),
            key=key,
        )
    used: dict[str, int] = {}
    for number, part in enumerate(inner, 1):
        name = unused(_name(part) or f"part-{number}", used)
        source = "#".join(filter(None, (blob.source, key, name)))
        yield blob_of_bytes(source, name, _content(part), charset=part.get_content_charset())


def _parts(message: EmailMessage) -> tuple[list[EmailMessage], list[EmailMessage]]:
    """Give the parts that are the message's own text, and those that are documents by themselves."""
    bodies: list[EmailMessage] = []
    inner: list[EmailMessage] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        if part.get_content_maintype() in _NO_ARTICLES or kind in _NO_ARTICLE:
            continue
        is_body = kind in ("text/plain", "text/html") and not part.is_attachment() and not _name(part)
        (bodies if is_body else inner).append(part)
    return bodies, inner


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in cast(list[Any], message.get_payload()):
        yield from _leaves(part)


def _body(bodies: list[EmailMessage]) -> str:
    """Give the text of a message: of its HTML part, where that is an article, else of its plain part."""
    pages = [_decoded(part) for part in bodies if part.get_content_type() == "text/html"]
    plain = "\n\n".join(_decoded(part) for part in bodies if part.get_content_type() == "text/plain")
    html = "\n\n".join(filter(None, map(_page_text, pages)))
    return html if len(html) > 0.5 * len(plain) else plain


def _page_text(page: str) -> str:
    try:
        return article_of_page(page).text
    except InputUnusable:
        return fragment_text(page)


def _decoded(part: EmailMessage) -> str:
    return decode(_content(part), part.get_content_charset())


def _content(part: EmailMessage) -> bytes:
    """Give the bytes of a part, its transfer encoding undone; of a message in a message, the whole of it."""
    if part.get_content_type() == "message/rfc822":
        payload = part.get_payload()
        return bytes(payload[0]) if isinstance(payload, list) and payload else b""  # type: ignore[arg-type]
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else str(part.get_payload() or "").encode("utf-8", "replace")


def _name(part: EmailMessage) -> str | None:
    name = part.get_filename()
    if part.get_content_type() == "message/rfc822" and not name:
        return "message.eml"
    return name.replace("\\", "/").rpartition("/")[2] if name else None


def _header(message: EmailMessage, name: str) -> str | None:
    """Give a header's text, also where its encoding is broken."""
    try:
        value = message.get(name)
    except Exception:
        value = next((v for k, v in message.raw_items() if k.lower() == name), None)
    text = " ".join(str(value).split()) if value else ""
    return text or None
