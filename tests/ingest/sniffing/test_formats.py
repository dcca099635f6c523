"""What a file is, by its content; what isn't read is refused by its name, with what to do."""

import io
import random
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import InputUnusable
from pipeline.ingest import read_articles
from pipeline.ingest.documents import blob_of_bytes
from pipeline.ingest.formats import FORMATS
from pipeline.ingest.sniffing import format_of
from pipeline.records import InputError
from tests.ingest.samples import every_format, zipped

XML = b'<?xml version="1.0"?>'
CSS = b"body { color: red; margin: 0 }\n.nav a { display: none; }\nh1 { font-size: 2em }\n" * 4
SCRIPT = b"var a = window.x;\nfunction run(b) {\n  document.write(b);\n  return a;\n}\nlet c = run(1);\n" * 3
OFFICE = "[Content_Types].xml"
DAY = "Date: 3 March 2025\nContact: Ama Boateng\n\nKasoa Terminals Ltd said that it would buy a crane for its port."


def types(main: str) -> bytes:
    """Write the content types of an Office file whose main part is of a type."""
    return f'<Types><Override PartName="/x.xml" ContentType="application/{main}+xml"/></Types>'.encode()


CASES: list[tuple[str, bytes, str]] = [
    ("a.txt", b"%PDF-1.7\n", "pdf"),
    ("a.dat", b"\n\n%PDF-1.3", "pdf"),
    ("a.pdf", b"PK\x05\x06" + b"\0" * 18, "zip"),
    ("a.zip", zipped({"mimetype": b"application/epub+zip", "a.xhtml": b"<p/>"}), "epub"),
    ("a.zip", zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "odt"),
    ("a.odg", zipped({"mimetype": b"application/vnd.oasis.opendocument.graphics"}), "drawing"),
    ("a.bin", zipped({OFFICE: types("vnd.openxmlformats-officedocument.wordprocessingml.document.main")}), "docx"),
    ("a.bin", zipped({OFFICE: types("vnd.ms-word.document.macroEnabled.main")}), "docx"),
    ("a.bin", zipped({OFFICE: types("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main")}), "xlsx"),
    ("a.bin", zipped({OFFICE: types("vnd.openxmlformats-officedocument.presentationml.slideshow.main")}), "pptx"),
    ("a.vsdx", zipped({OFFICE: types("vnd.ms-visio.drawing.main")}), "drawing"),
    ("a.pages", zipped({"Index/Document.iwa": b"x"}), "iwork"),
    ("a.jar", zipped({"META-INF/MANIFEST.MF": b"x", "a.class": b"x"}), "program"),
    ("a.wacz", zipped({"datapackage.json": b"{}", "archive/data.warc.gz": b"x"}), "wacz"),
    ("a.docx", zipped({"a.txt": b"x"}), "zip"),
    ("a.txt", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "warc"),
    ("a.txt", XML + b"<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf><body/></nitf>", "nitf"),
    ("a.txt", XML + b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "newsml"),
    ("a.xml", XML + b'<!-- made by x --><atom:feed xmlns:atom="http://www.w3.org/2005/Atom"/>', "feed"),
    ("a.xml", XML + b"<html><body><p>a</p></body></html>", "html"),
    ("a.xml", XML + b"<urlset><url><loc>https://a.example/1</loc></url></urlset>", "sitemap"),
    ("a.html", XML + b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image"),
    ("a.xml", XML + b"<opml><body/></opml>", "list of feeds"),
    ("a.xml", XML + b"<releases><release/></releases>", "xml"),
    ("a.txt", b"<SEC-DOCUMENT>0001.txt : 20250303\n<SEC-HEADER>", "edgar"),
    ("a.txt", b"<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", "html"),
    ("a.js.download", SCRIPT, "script"),
    ("a.txt", SCRIPT, "script"),
    ("a.txt", CSS, "style sheet"),
    ("a.css", b"a{b:c}", "style sheet"),
    ("a.txt", b"BEGIN:VCALENDAR\nVERSION:2.0\n", "calendar"),
    ("a.txt", b"BEGIN:VCARD\nFN:Ama Boateng\n", "address card"),
    ("a.url", b"[InternetShortcut]\nURL=https://a.example\n", "shortcut"),
    ("a.txt", b"-----BEGIN CERTIFICATE-----\nMIIB\n", "key"),
    ("a.py", b"import os\nprint('$5 million')\n", "program code"),
    ("a.emlx", b"612\nFrom: a@b.example\nSubject: x\nDate: Mon, 03 Mar 2025 09:00:00 +0000\n\nHello", "mail"),
    ("a.eml", b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example\nSubject: x\n\n", "mhtml"),
    ("a.txt", DAY.encode(), "text"),
    ("a.txt", b"{One} of the bracketed words of this text is a name.", "text"),
    ("a.txt", b"Sales rose; profit fell;\ncash (net) was flat;\nAll in all: a fair year = good;\n", "text"),
    ("a.riff", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
    ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "sound or film"),
    ("a.ttf", b"\x00\x01\x00\x00\x00\x0f\x00\x80", "font"),
    ("a.exe", b"MZ\x90\x00\x03\x00", "program"),
    ("a.sqlite", b"SQLite format 3\x00", "database"),
    ("a.pst", b"!BDN" + b"\x00" * 40, "outlook store"),
    ("a.dat", b"\x78\x9f\x3e\x22" + b"\x00" * 40, "tnef"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "old office"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "form"), CASES, ids=[f"{name}-{form}" for name, _, form in CASES])
def test_what_a_file_is(name: str, data: bytes, form: str) -> None:
    assert format_of(blob_of_bytes(name, name, data)) == form
    assert form in FORMATS


def test_every_format_is_read_or_refused_with_what_to_do() -> None:
    for name, form in FORMATS.items():
        assert (form.read is None) == bool(form.instead), name


def test_what_is_refused_says_what_it_is_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_bytes(XML + b"<urlset><url><loc>https://a.example/1</loc></url></urlset>")
    (error,) = read_articles([path], today=date(2026, 1, 1))
    assert isinstance(error, InputError) and error.error == "unsupported"
    assert "a sitemap" in error.message and "the pages themselves" in error.message


def test_the_files_of_a_saved_page_are_no_inputs(tmp_path: Path) -> None:
    page = every_format()["a.html"]
    parts = {"Orrin.html": page, "Orrin_files/main.css": CSS, "Orrin_files/frame.html": page, "own_files/a.html": page}
    for name, data in parts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = [item.source for item in read_articles([tmp_path], today=date(2026, 1, 1))]
    assert found == [f"{tmp_path}/Orrin.html", f"{tmp_path}/own_files/a.html"]
    (tmp_path / "a.zip").write_bytes(zipped(parts))
    found = [item.source for item in read_articles([tmp_path / "a.zip"], today=date(2026, 1, 1))]
    assert found == [f"{tmp_path}/a.zip#Orrin.html", f"{tmp_path}/a.zip#own_files/a.html"]


def test_a_locked_member_is_no_crash(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x" * 50)
    data = bytearray(file.getvalue())
    # The flag that says that a member is encrypted, in its own header and in the directory.
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + place
        data[at : at + 2] = struct.pack("<H", 1)
    (tmp_path / "a.zip").write_bytes(bytes(data))
    (error,) = read_articles([tmp_path / "a.zip"], today=date(2026, 1, 1))
    assert isinstance(error, InputError) and error.error == "encrypted"


@pytest.mark.parametrize("seed", range(8))
def test_bytes_by_chance_are_no_text(seed: int) -> None:
    noise = random.Random(seed).randbytes(500 * (seed + 1))
    with pytest.raises(InputUnusable, match="not text and in no format"):
        format_of(blob_of_bytes("press.pdf", "press.pdf", noise))
