"""A PDF with a text layer to one article: columns one after the other, lines joined to paragraphs."""

from collections.abc import Iterator

import pypdfium2 as pdfium

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.readers.page_layout import Line, in_reading_order, lines_of, without_furniture
from pipeline.ingest.readers.page_text import joined
from pipeline.settings import Settings

MAX_PAGES = 2000


def read_pdf(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a PDF; one that is a scan, or locked by a password, is an error that says so."""
    document = _opened(blob.read(settings))
    try:
        pages = [_lines(document[number]) for number in range(min(len(document), MAX_PAGES))]
    finally:
        document.close()
    text = joined(without_furniture(pages))
    if not any(map(str.isalpha, text)):
        message = f"{len(pages)} pages without any text: a scan; make its text readable by OCR first"
        raise InputUnusable(message, kind="no text layer")
    yield RawArticle(text=text)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise InputUnusable("the PDF is locked by a password; save it without one", kind="encrypted") from None
        raise InputUnusable(f"a broken PDF: {error}") from None


def _lines(page: pdfium.PdfPage) -> list[Line]:
    """Give the lines of a page in reading order."""
    try:
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return []
    try:
        text = text_page.get_text_range()
        chars = (
            (char, text_page.get_charbox(at, loose=True)) for at, char in enumerate(text[: text_page.count_chars()])
        )
        return in_reading_order(lines_of(chars), page.get_height())
    finally:
        text_page.close()
        page.close()
