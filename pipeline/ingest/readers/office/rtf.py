"""RTF to one article: paragraphs, rows of tables, superscripts apart, nothing that was deleted."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.readers.html.inline import raised
from pipeline.ingest.readers.html.tables import joined_cells
from pipeline.ingest.readers.office.parts import DocumentPart, text_of_parts
from pipeline.settings import Settings

_DELETED = re.compile(r"\{[^{}]*\\(?:deleted|v)(?![a-z\d])[^{}]*\}")
_RAISED = re.compile(r"\\super(?![a-z\d])((?:\\(?!nosupersub|par|line|cell|tab|u\d|')[a-z]+-?\d*)*) ?([^{}\\]+)")
_SIGN = re.compile(r"\\u(-?\d+)")
_BEGIN, _END = "\ue000", "\ue001"
_POINT = re.compile(r"^[·•▪●◦o\-–]\t")


def read_rtf(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read an RTF document."""
    text = text_of_rtf(blob.read(settings).decode("latin-1"))
    if not text.strip():
        raise InputUnusable("an RTF document without any text", kind="empty")
    yield RawArticle(text=text)


def _within_unicode(sign: re.Match[str]) -> str:
    """Give the code of a sign; that of the replacement character where there is no such sign."""
    return sign[0] if len(sign[1]) < 7 and -0x10000 <= int(sign[1]) < 0x110000 else r"\u65533"


def text_of_rtf(data: str) -> str:
    """Give the text of RTF, a blank line between its paragraphs; raises InputUnusable where it is broken."""
    data = _SIGN.sub(_within_unicode, _DELETED.sub("", data))
    data = _RAISED.sub(r"\\super\1 \\u57344?\2\\u57345?", data)
    try:
        text = rtf_to_text(data, errors="replace")
    except Exception as error:
        # striprtf raises whatever a broken code leads it to.
        raise InputUnusable(f"a broken RTF document: {type(error).__name__}") from None
    lines = (_with_raised(line) for line in text.replace("\xa0", " ").split("\n"))
    return text_of_parts([_part(line) for line in lines])


def _with_raised(line: str) -> str:
    while (at := line.find(_BEGIN)) >= 0:
        end = line.find(_END, at)
        end = end if end >= 0 else len(line)
        line = line[:at] + raised(line[at + 1 : end], line[:at]) + line[end + 1 :]
    return line.replace(_END, "")


def _part(line: str) -> DocumentPart:
    if line.rstrip().endswith("|") and line.count("|") > 1:
        return DocumentPart(joined_cells(line.split("|")), "row")
    if _POINT.match(line):
        return DocumentPart("- " + line[2:].strip(), "point")
    return DocumentPart(" ".join(line.split()))
