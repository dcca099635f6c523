"""A PDF to one article: columns one after the other, lines joined to paragraphs, tables as rows."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, RawArticle, warning
from pipeline.ingest.readers.pdf import ocr
from pipeline.ingest.readers.pdf.furniture import without_furniture
from pipeline.ingest.readers.pdf.headline import day_on_page, headline_of_pdf
from pipeline.ingest.readers.pdf.lines import Glyph, Line, lines_of
from pipeline.ingest.readers.pdf.order import in_reading_order, without_doubles
from pipeline.ingest.readers.pdf.paragraphs import joined_paragraphs, paragraphs_of
from pipeline.ingest.wrapping import join_wrapped
from pipeline.settings import Settings

MAX_PAGES = 2000
_TURNED = 0.05
"""Angle in radians from which on a character stands askew."""


def read_pdf(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a PDF; pages without text are said, and one that has none at all, or is locked, is an error."""
    document = _opened(blob.read(settings))
    try:
        count = min(len(document), MAX_PAGES)
        pages = [_lines(document[number]) for number in range(count)]
        empty = [number for number, lines in enumerate(pages) if not any(line.text for line in lines)]
        pictures = (
            {number: ocr.text_of_picture(document[number]) for number in empty} if _may_read(settings, empty) else {}
        )
        stated = document.get_metadata_value("Title")
    finally:
        document.close()
    paragraphs = paragraphs_of(without_furniture(pages))
    recognised = "\n\n".join(part for number in sorted(pictures) for part in join_wrapped(pictures[number].split("\n")))
    title = headline_of_pdf(paragraphs, stated or None)
    # The headline comes first in every article, wherever the page prints it.
    body = [paragraph for paragraph in paragraphs if paragraph[0] != title] or paragraphs
    text = "\n\n".join(filter(None, (joined_paragraphs(body), recognised)))
    if not any(map(str.isalpha, text)):
        counted = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
        message = f"{counted} without any text: a scan; make its text readable by OCR first"
        raise InputUnusable(message if settings.ocr else f"{message}, or use --ocr", kind="no text layer")
    if left := [str(number + 1) for number in empty if not pictures.get(number, "").strip()]:
        yield warning(
            blob,
            "page without text",
            f"{_said(left)} of {count} {'is a picture' if len(left) == 1 else 'are pictures'}; --ocr reads them",
        )
    elif pictures:
        yield warning(blob, "read by OCR", f"{len(pictures)} of {count} pages are pictures; tesseract read them")
    if len(document_pages := range(count)) == MAX_PAGES:
        yield warning(blob, "part left out", f"only the first {len(document_pages)} pages were read")
    yield RawArticle(text=text, title=title, dated=day_on_page(pages[0] if pages else []))


def _said(numbers: Sequence[str]) -> str:
    return f"{'page' if len(numbers) == 1 else 'pages'} {', '.join(numbers)}"


def _may_read(settings: Settings, empty: Sequence[int]) -> bool:
    if not settings.ocr or not empty:
        return False
    if not ocr.has_tesseract():
        raise InputUnusable("tesseract is not installed: --ocr needs it to read pictures", kind="no text layer")
    return True


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise InputUnusable("the PDF is locked by a password; save it without one", kind="encrypted") from None
        raise InputUnusable(f"a broken PDF, or one cut off: {error}") from None


def _lines(page: pdfium.PdfPage) -> list[Line]:
    """Give the lines of a page in reading order."""
    try:
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return []
    try:
        return in_reading_order(without_doubles(lines_of(_glyphs(text_page))))
    finally:
        text_page.close()
        page.close()


def _glyphs(page: pdfium.PdfTextPage) -> list[Glyph]:
    """Give the characters that stand upright, or as most of the page do."""
    found: list[tuple[Glyph, bool]] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    text = page.get_text_range()
    for at, char in enumerate(text[: page.count_chars()]):
        left, bottom, right, top = page.get_charbox(at, loose=True)
        raw.FPDFText_GetCharOrigin(page, at, ctypes.byref(x), ctypes.byref(y))
        angle = raw.FPDFText_GetCharAngle(page, at)
        turned = _TURNED < angle < 6.2832 - _TURNED
        found.append((Glyph(char, left, bottom, right, top, y.value or bottom), turned))
    most = Counter(turned for glyph, turned in found if not glyph.char.isspace()).most_common(1)
    kept = most[0][0] if most else False
    return [glyph for glyph, turned in found if turned == kept or glyph.char in "\r\n"]
