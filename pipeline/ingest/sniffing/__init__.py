"""A blob to the name of its format: by signature, by what is packed in it, by its root element, then by its suffix."""

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob
from pipeline.ingest.sniffing.containers import in_ole, in_zip
from pipeline.ingest.sniffing.markup import by_markup
from pipeline.ingest.sniffing.plain import by_plain_text
from pipeline.ingest.sniffing.signatures import by_signature

_INSIDE = {"zip": in_zip, "ole": in_ole}

_UNPRINTED = 0.05
"""Share of characters that no text has so many of: of random bytes it is a tenth, where every other is a letter."""


def format_of(blob: Blob) -> str:
    """Name the format of a blob, as `formats.FORMATS` has it; raises InputUnusable where it is empty, or no text."""
    head = blob.head
    if not head:
        raise InputUnusable("the file is empty", kind="empty")
    if found := by_signature(head):
        return _INSIDE[found](blob) if found in _INSIDE else found
    text = decode(head, blob.charset)
    if is_binary(text):
        raise InputUnusable("it is not text and in no format that is read", kind="binary")
    text = text.lstrip("\ufeff \t\r\n\x00")
    suffix = blob.suffix
    return by_markup(text, suffix) or by_plain_text(text, suffix)


def is_binary(text: str) -> bool:
    """Say whether what was decoded is no text: many control characters or characters that no encoding gives."""
    control = sum(
        1 for char in text if (char < " " and char not in "\t\n\r\f\x1b" and char != "\x00") or "\x7f" <= char < "\xa0"
    )
    nuls, replaced = text.count("\x00"), text.count("\ufffd")
    return control + replaced > len(text) * _UNPRINTED or nuls > max(4, len(text) * 0.1)
