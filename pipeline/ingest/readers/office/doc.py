"""An old Word document (.doc) to one article, by the table of pieces that its text lies in."""

import re
import struct
from collections.abc import Iterator
from typing import Any

import olefile

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.html.tables import joined_cells
from pipeline.ingest.readers.office.parts import DocumentPart, article_of_parts
from pipeline.settings import Settings

_ENCRYPTED, _TABLE_1, _COMPLEX = 0x0100, 0x0200, 0x0004
_WORD_97 = 0x00C1
_MARKS = {
    "\x0b": "\n",
    "\x0c": "\r",
    "\x1e": "-",
    "\x1f": "",
    "\xa0": " ",
    "\x02": "",
    "\x01": "",
    "\x08": "",
    "\x05": "",
}
_PIECES = 200_000


def read_doc(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a document of Word 6 to 2003: its main text, and the heads and feet of its pages."""
    try:
        with blob.open() as file, olefile.OleFileIO(file) as ole:
            text, main, notes, heads = _text(ole)
    except InputUnusable:
        raise
    except Exception as error:
        # olefile and struct raise whatever a broken table leads them to.
        raise InputUnusable(f"a broken Word document: {type(error).__name__}: {error}") from None
    above = _parts(text[main + notes : main + notes + heads])
    ends = {
        part.text: part for part in above if not re.fullmatch(r"(?:page\s*)?[\d\s/|of–-]*", part.text, re.IGNORECASE)
    }
    body = _parts(text[:main])
    if not body:
        raise InputUnusable("a Word document without any text", kind="empty")
    yield article_of_parts(body, below=list(ends.values()))


def _text(ole: Any) -> tuple[str, int, int, int]:
    """Give all text of a document, and how much of it is main text, footnotes, heads and feet."""
    data = ole.openstream("WordDocument").read()
    version, flags = struct.unpack_from("<H", data, 2)[0], struct.unpack_from("<H", data, 10)[0]
    if flags & _ENCRYPTED:
        raise InputUnusable("the Word document is locked by a password; save it without one", kind="encrypted")
    if version < _WORD_97:
        start, end = struct.unpack_from("<II", data, 0x18)
        text = data[start:end].decode("cp1252", "replace")
        return text, len(text), 0, 0
    main, notes, heads = struct.unpack_from("<III", data, 0x4C)
    table = ole.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
    place, size = struct.unpack_from("<II", data, 0x01A2)
    return "".join(_pieces(data, table[place : place + size])), main, notes, heads


def _pieces(data: bytes, table: bytes) -> Iterator[str]:
    at = 0
    while at < len(table) and table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= len(table) or table[at] != 2:
        raise InputUnusable("a broken Word document: it has no table of its pieces")
    size = struct.unpack_from("<I", table, at + 1)[0]
    plan = table[at + 5 : at + 5 + size]
    count = (len(plan) - 4) // 12
    if not 0 < count < _PIECES:
        raise InputUnusable("a broken Word document: its table of pieces is empty")
    places = struct.unpack_from(f"<{count + 1}I", plan)
    for number in range(count):
        where = struct.unpack_from("<I", plan, 4 * (count + 1) + 8 * number + 2)[0]
        length = max(0, places[number + 1] - places[number])
        if where & 0x40000000:
            start = (where & 0x3FFFFFFF) // 2
            yield data[start : start + length].decode("cp1252", "replace")
        else:
            yield data[where : where + 2 * length].decode("utf-16-le", "replace")


def _parts(text: str) -> list[DocumentPart]:
    """Give the paragraphs of a text, and the rows of its tables."""
    # A field is its code between 0x13 and 0x14, then what it shows.
    text = re.sub(r"\x13[^\x13-\x15]*\x14|\x13[^\x13-\x15]*\x15", "", text)
    text = re.sub(r"\x13[^\x13-\x15]*\x14", "", text).replace("\x15", "").replace("\x13", "").replace("\x14", "")
    for mark, meant in _MARKS.items():
        text = text.replace(mark, meant)
    # The end of a cell is 0x07, that of a row another one.
    text = re.sub(r"\x07\x07", "\x07\r", text)
    parts = []
    for line in text.split("\r"):
        cells = line.split("\x07")
        is_row = len(cells) > 2
        whole = joined_cells(cells) if is_row else " ".join(filter(None, cells))
        clean = re.sub(r"[ \t]{2,}", " ", re.sub(r"[\x00-\x08\x0e-\x1f]", "", whole)).strip()
        parts.append(DocumentPart(clean, "row" if is_row else "p"))
    return [part for part in parts if part.text]
