"""A message of the internet to its parts: text, pages, and what it carries."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from pipeline.ingest.decoding import decode

_POLICY = policy.default.clone(raise_on_defect=False)


def message_of(data: bytes) -> EmailMessage:
    """Parse a message, however broken."""
    return message_from_bytes(data.lstrip(), policy=_POLICY)


def leaves_of(message: EmailMessage) -> Iterator[EmailMessage]:
    """Give the parts of a message that hold no others; a message in it is one part."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in cast(list[Any], message.get_payload()):
        yield from leaves_of(part)


def decoded(part: EmailMessage) -> str:
    """Give the text of a part."""
    return decode(content_of(part), part.get_content_charset())


def content_of(part: EmailMessage) -> bytes:
    """Give the bytes of a part, its transfer encoding undone; of a message in a message, the whole of it."""
    if part.get_content_type() == "message/rfc822":
        payload = part.get_payload()
        return bytes(payload[0]) if isinstance(payload, list) and payload else b""  # type: ignore[arg-type]
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
