"""Every format that is known, read or refused: the one place where a format is added."""

from dataclasses import dataclass

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Reader
from pipeline.ingest.readers.compressed import read_bzip2, read_gzip, read_xz
from pipeline.ingest.readers.epub import read_epub
from pipeline.ingest.readers.feed import read_feed
from pipeline.ingest.readers.mail.eml import read_mail, read_mbox
from pipeline.ingest.readers.mail.msg import read_msg
from pipeline.ingest.readers.markdown import read_markdown
from pipeline.ingest.readers.office.doc import read_doc
from pipeline.ingest.readers.office.docx import read_docx
from pipeline.ingest.readers.office.opendocument import read_flat_odt, read_odt
from pipeline.ingest.readers.office.pptx import read_pptx
from pipeline.ingest.readers.office.rtf import read_rtf
from pipeline.ingest.readers.pdf.file import read_pdf
from pipeline.ingest.readers.plain_text import read_plain_text
from pipeline.ingest.readers.sgml import read_sgml
from pipeline.ingest.readers.tables.csv_table import read_csv
from pipeline.ingest.readers.tables.html_table import read_page_or_table
from pipeline.ingest.readers.tables.json_objects import read_json, read_json_lines
from pipeline.ingest.readers.tables.parquet import read_parquet
from pipeline.ingest.readers.tables.workbooks import read_ods, read_xls, read_xlsx
from pipeline.ingest.readers.tar_file import read_tar
from pipeline.ingest.readers.web_archive import read_mhtml, read_wacz, read_warc, read_webarchive
from pipeline.ingest.readers.wires.edgar import read_edgar
from pipeline.ingest.readers.wires.sitemap import read_sitemap
from pipeline.ingest.readers.wires.teletype import read_teletype
from pipeline.ingest.readers.wires.xml_news import read_xml_news
from pipeline.ingest.readers.zip_file import read_zip


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called in a sentence, and its reader or what to do instead."""

    what: str
    read: Reader | None = None
    instead: str = ""


_OCR = "text in images isn't read; make it readable by OCR first"
_SOUND = "write down what is said in it"
_NO_TEXT = "it holds no article; leave it out"
_UNPACK = "unpack it, or use zip"
_SAVE_OFFICE = "save it as .docx, .pptx, .xlsx or PDF"

FORMATS: dict[str, Format] = {
    "text": Format("plain text", read_plain_text),
    "markdown": Format("Markdown", read_markdown),
    "html": Format("an HTML page", read_page_or_table),
    "pdf": Format("a PDF", read_pdf),
    "mail": Format("a mail", read_mail),
    "mbox": Format("a mailbox", read_mbox),
    "feed": Format("a feed", read_feed),
    "json lines": Format("JSON Lines", read_json_lines),
    "json": Format("JSON", read_json),
    "csv": Format("a CSV table", read_csv),
    "sgml": Format("SGML", read_sgml),
    "docx": Format("a Word document", read_docx),
    "xlsx": Format("a workbook", read_xlsx),
    "mhtml": Format("a page saved as MHTML", read_mhtml),
    "gzip": Format("a gzip file", read_gzip),
    "bzip2": Format("a bzip2 file", read_bzip2),
    "xz": Format("an xz file", read_xz),
    "tar": Format("a tar file", read_tar),
    "zip": Format("a zip file", read_zip),
    "rtf": Format("an RTF document", read_rtf),
    "odt": Format("an OpenDocument text", read_odt),
    "flat odt": Format("an OpenDocument text", read_flat_odt),
    "ods": Format("an OpenDocument spreadsheet", read_ods),
    "pptx": Format("a PowerPoint presentation", read_pptx),
    "epub": Format("an e-book (EPUB)", read_epub),
    "wacz": Format("a web archive (WACZ)", read_wacz),
    "warc": Format("a web archive (WARC)", read_warc),
    "doc": Format("an old Word document", read_doc),
    "xls": Format("an old workbook", read_xls),
    "parquet": Format("a Parquet file", read_parquet),
    "msg": Format("a message of Outlook", read_msg),
    "binary plist": Format("a property list", read_webarchive),
    "nitf": Format("NITF", read_xml_news),
    "newsml": Format("NewsML", read_xml_news),
    "teletype": Format("stories of a wire (IPTC 7901, ANPA 1312)", read_teletype),
    "edgar": Format("a submission to EDGAR", read_edgar),
    # What isn't read, each with what to do instead.
    "image": Format("an image", instead=_OCR),
    "sound or film": Format("sound or film", instead=_SOUND),
    "font": Format("a font", instead=_NO_TEXT),
    "program": Format("a program", instead=_NO_TEXT),
    "program code": Format("program code or settings", instead=_NO_TEXT),
    "style sheet": Format("a style sheet of a page", instead="the page itself is the article; leave this out"),
    "script": Format("a script of a page", instead="the page itself is the article; leave this out"),
    "database": Format("a database", instead="export its articles as CSV or JSON Lines"),
    "data file": Format("a data file (Arrow, HDF5, pickle)", instead="export it as CSV or JSON Lines"),
    "7z": Format("a 7z archive", instead=_UNPACK),
    "rar": Format("a RAR archive", instead=_UNPACK),
    "zstd": Format("compressed by zstd", instead="unpack it, or use gzip"),
    "archive": Format("an archive of a kind that isn't read", instead=_UNPACK),
    "outlook store": Format("an Outlook data file", instead="save its messages as .msg, .eml or .mbox"),
    "tnef": Format("a winmail.dat of Outlook", instead="ask the sender for plain mail, or open and save its files"),
    "old office": Format("an old Office file", instead=_SAVE_OFFICE),
    "locked office": Format("an Office file locked by a password", instead="save it without one"),
    "iwork": Format("a document of Apple's Pages, Numbers or Keynote", instead="export it as Word, CSV or PDF"),
    "office": Format("an Office file of a kind that isn't read", instead=_SAVE_OFFICE),
    "drawing": Format("a drawing or diagram", instead="save it as PDF"),
    "e-book": Format("an e-book of a kind that isn't read", instead="convert it to EPUB or PDF"),
    "postscript": Format("PostScript", instead="convert it to PDF"),
    "xps": Format("an XPS document", instead="save it as PDF"),
    "djvu": Format("a DjVu scan", instead="convert it to PDF with text"),
    "calendar": Format("a calendar entry", instead=_NO_TEXT),
    "address card": Format("an address card", instead=_NO_TEXT),
    "shortcut": Format("a shortcut to a web page", instead="give its address, or save the page"),
    "key": Format("a key, certificate or signature", instead=_NO_TEXT),
    "sitemap": Format("a sitemap", read_sitemap),
    "list of feeds": Format("a list of feeds (OPML)", instead="give it the feeds themselves"),
    "property list": Format("a property list", read_webarchive),
    "figures": Format("figures marked up in XBRL", instead="give it the report as HTML or PDF"),
    "xml": Format("XML", read_xml_news),
}
"""Formats by the names that `sniffing.format_of` gives them."""


def reader_of(form: str) -> Reader:
    """Give the reader of a format; raises InputUnusable, with what to do, where it is one that isn't read."""
    found = FORMATS[form]
    if found.read is None:
        raise InputUnusable(f"it is {found.what}: {found.instead}", kind="unsupported")
    return found.read
