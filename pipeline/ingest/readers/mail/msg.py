"""A message of Outlook (.msg) to the articles of its letter; messages in it are read the same way."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from typing import Any

import olefile

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, blob_of_bytes
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.mail.articles import items_of_letter
from pipeline.ingest.readers.mail.letter import Letter
from pipeline.ingest.readers.mail.packed_rtf import unpacked_rtf
from pipeline.ingest.readers.office.rtf import text_of_rtf
from pipeline.settings import Settings

_SUBJECT, _SENDER, _SENT_FOR, _HEADERS, _ID = "0037", "0C1A", "0042", "007D", "1035"
_PLAIN, _PAGE, _RTF = "1000", "1013", "1009"
_FILE, _LONG_NAME, _SHORT_NAME = "3701", "3707", "3704"
_TIMES = (0x0039, 0x0E06)
"""When it was sent, and when it came."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read_msg(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a message of Outlook."""
    try:
        with blob.open() as file, olefile.OleFileIO(file) as ole:
            yield from _items(blob, ole, [], None, settings)
    except InputUnusable:
        raise
    except Exception as error:
        # olefile raises whatever a broken table leads it to.
        raise InputUnusable(f"a broken message of Outlook: {type(error).__name__}: {error}") from None


def _items(blob: Blob, ole: Any, at: list[str], key: str | None, settings: Settings) -> Iterator[Item]:
    attachments = sorted({entry[len(at)] for entry in ole.listdir(storages=True)
                          if entry[: len(at)] == at and len(entry) > len(at)
                          and entry[len(at)].startswith("__attach_version1.0_#")})  # fmt: skip
    attached: list[Blob] = []
    inner: list[list[str]] = []
    left_out: list[str] = []
    used: dict[str, int] = {}
    for storage in attachments:
        place = [*at, storage]
        if ole.exists("/".join([*place, "__substg1.0_3701000D"])):
            inner.append([*place, "__substg1.0_3701000D"])
            continue
        name = _text(ole, place, _LONG_NAME) or _text(ole, place, _SHORT_NAME) or f"part-{len(attached) + 1}"
        data = _bytes(ole, place, _FILE)
        if data is None or name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".ics", ".vcf")):
            left_out += [name]
            continue
        called = unused(name, used)
        attached.append(blob_of_bytes("#".join(filter(None, (blob.source, key, called))), called, data))
    yield from items_of_letter(_letter(ole, at, attached, left_out), blob, key=key)
    for number, place in enumerate(inner, 1):
        yield from _items(blob, ole, place, f"{key}.{number}" if key else f"message-{number}", settings)


def _letter(ole: Any, at: list[str], attached: list[Blob], left_out: list[str]) -> Letter:
    headers = HeaderParser().parsestr(_text(ole, at, _HEADERS) or "")
    page = _bytes(ole, at, _PAGE)
    plain = _text(ole, at, _PLAIN) or ""
    if not plain.strip() and page is None and (packed := _bytes(ole, at, _RTF)):
        plain = text_of_rtf(unpacked_rtf(packed).decode("latin-1"))
    return Letter(
        subject=_text(ole, at, _SUBJECT),
        sender=_text(ole, at, _SENT_FOR) or _text(ole, at, _SENDER),
        sent=headers.get("Date") or _time(ole, at),
        id=_text(ole, at, _ID),
        plain=plain,
        pages=(decode(page),) if page else (),
        attached=tuple(attached),
        left_out=tuple(left_out),
    )


def _stream(ole: Any, at: list[str], name: str) -> bytes | None:
    path = "/".join([*at, name])
    return ole.openstream(path).read() if ole.exists(path) else None


def _text(ole: Any, at: list[str], number: str) -> str | None:
    wide = _stream(ole, at, f"__substg1.0_{number}001F")
    if wide is not None:
        return wide.decode("utf-16-le", "replace").rstrip("\x00") or None
    narrow = _stream(ole, at, f"__substg1.0_{number}001E")
    return decode(narrow).rstrip("\x00") or None if narrow else None


def _bytes(ole: Any, at: list[str], number: str) -> bytes | None:
    data = _stream(ole, at, f"__substg1.0_{number}0102")
    if data is None and (text := _text(ole, at, number)):
        return text.encode()
    return data


def _time(ole: Any, at: list[str]) -> str | None:
    """Give the day of sending that the table of short properties holds: 100 nanoseconds since 1601."""
    table = _stream(ole, at, "__properties_version1.0") or b""
    for wanted in _TIMES:
        for start in range(24 if at else 32, len(table) - 15, 16):
            kind, number, _, value = struct.unpack_from("<HHIQ", table, start)
            if (kind, number) == (0x0040, wanted) and 0 < value < 1 << 62:
                return (_EPOCH + timedelta(microseconds=value // 10)).date().isoformat()
    return None
