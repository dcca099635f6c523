"""A message (.eml, .emlx) or a mailbox (.mbox) to the articles of its letters."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, blob_of_bytes
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.mail.articles import items_of_letter
from pipeline.ingest.readers.mail.letter import Letter
from pipeline.ingest.readers.mail.parts import content_of, decoded, header, leaves_of, message_of, name_of
from pipeline.settings import Settings

_PICTURES = ("image", "audio", "video", "font")
_NO_ARTICLE = frozenset((
    "text/calendar", "application/ics", "application/pgp-signature", "application/pkcs7-signature", "text/x-vcard",
    "text/vcard", "message/delivery-status", "text/css", "application/pgp-encrypted",
))  # fmt: skip
_FROM = re.compile(rb"From \S.*\d{4}\s*$|From \S+\s*$")


def read_mail(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a message as the articles that it holds, then the messages and documents that it carries."""
    data = blob.read(settings)
    # Apple's mail writes the number of the message's bytes above it, and its own notes behind.
    if found := re.match(rb"(\d+)[ \t]*\r?\n", data):
        data = data[found.end() : found.end() + int(found[1])]
    yield from _items(blob, message_of(data), key=None)


def read_mbox(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each message of a mailbox, one at a time."""
    for number, data in enumerate(_messages(blob, settings.max_file_mb * 1_000_000), 1):
        yield from _items(blob, message_of(data), key=str(number))


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


def _items(blob: Blob, message: EmailMessage, key: str | None) -> Iterator[Item]:
    if message.get_content_type() in ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"):
        raise InputUnusable("the mail is encrypted or signed as a whole; save it opened", kind="encrypted")
    flowed = any((part.get_param("format") or "") == "flowed" for part in leaves_of(message))
    yield from items_of_letter(_letter(blob, message, key), blob, key=key, flowed=flowed)


def _letter(blob: Blob, message: EmailMessage, key: str | None) -> Letter:
    bodies: list[EmailMessage] = []
    attached: list[Blob] = []
    left_out: list[str] = []
    used: dict[str, int] = {}
    for part in leaves_of(message):
        kind, name = part.get_content_type(), name_of(part)
        if part.get_content_maintype() in _PICTURES or kind in _NO_ARTICLE:
            left_out += [name] if name and part.is_attachment() else []
        elif kind in ("text/plain", "text/html") and not part.is_attachment() and not name:
            bodies.append(part)
        else:
            called = unused(name or f"part-{len(attached) + 1}", used)
            source = "#".join(filter(None, (blob.source, key, called)))
            attached.append(blob_of_bytes(source, called, content_of(part), charset=part.get_content_charset()))
    name, address = parseaddr(header(message, "from") or "")
    return Letter(
        subject=header(message, "subject"),
        sender=name or None,
        address=address or None,
        sent=header(message, "date"),
        id=header(message, "message-id"),
        plain="\n\n".join(decoded(part) for part in bodies if part.get_content_type() == "text/plain"),
        pages=tuple(decoded(part) for part in bodies if part.get_content_type() == "text/html"),
        attached=tuple(attached),
        left_out=tuple(left_out),
    )
