"""A message of the internet to its parts: text, pages, and what it carries."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import EmailPolicy
from typing import Any, cast

from pipeline.ingest.decoding import decode

_HEADER = 10_000
"""Letters of a header that are read: the library takes time for its parts that grows with their square."""
_BOUNDARY = re.compile(rb"boundary\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE)


class _Bounded(EmailPolicy):
    """Reads headers up to a length."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_HEADER])


_POLICY: Any = _Bounded(raise_on_defect=False)


def message_of(data: bytes) -> EmailMessage:
    """Parse a message, however broken, and however deep its parts lie in each other."""
    try:
        return cast(EmailMessage, message_from_bytes(data.lstrip(), policy=_POLICY))
    except RecursionError:
        return _flat(data.lstrip())


def _flat(data: bytes) -> EmailMessage:
    """Parse a message whose parts lie too deep in each other as if they lay side by side."""
    names = set(_BOUNDARY.findall(data))
    pieces: list[list[bytes]] = [[]]
    for line in data.splitlines(keepends=True):
        mark = line.strip()
        if mark.startswith(b"--") and (mark[2:] in names or mark[2:].removesuffix(b"--") in names):
            pieces.append([])
        else:
            pieces[-1].append(line)
    read = BytesHeaderParser(policy=_POLICY).parsebytes
    message, *parts = (cast(EmailMessage, read(b"".join(piece))) for piece in pieces)
    leaves = [part for part in parts if part.get_content_maintype() != "multipart" and str(part.get_payload()).strip()]
    if leaves:
        message.set_payload(cast(Any, leaves))
    return message


def leaves_of(message: EmailMessage) -> Iterator[EmailMessage]:
    """Give the parts of a message that hold no others; a message in it is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "message/rfc822" or not part.is_multipart():
            yield part
        else:
            waiting += reversed(cast(list[Any], part.get_payload()))


def decoded(part: EmailMessage) -> str:
    """Give the text of a part."""
    return decode(content_of(part), part.get_content_charset())


def content_of(part: EmailMessage) -> bytes:
    """Give the bytes of a part, its transfer encoding undone; of a message in a message, the whole of it."""
    if part.get_content_type() == "message/rfc822":
        payload = part.get_payload()
        if isinstance(payload, list):
            return bytes(payload[0]) if payload else b""  # type: ignore[arg-type]
        return str(payload).encode("utf-8", "surrogateescape")
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else str(part.get_payload() or "").encode("utf-8", "replace")


def name_of(part: EmailMessage) -> str | None:
    """Give the file name of a part."""
    name = part.get_filename()
    if part.get_content_type() == "message/rfc822" and not name:
        return "message.eml"
    return name.replace("\\", "/").rpartition("/")[2] if name else None


def header(message: EmailMessage, name: str) -> str | None:
    """Give a header's text, also where its encoding is broken."""
    try:
        value = message.get(name)
    except Exception:
        value = next((v for k, v in message.raw_items() if k.lower() == name), None)
    text = " ".join(str(value).split()) if value else ""
    return text or None
