"""The article of `samples` in the bytes of wires and archives of pages, for tests."""

import bz2
import io
import lzma
import plistlib
from email.message import EmailMessage

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.ingest.office_samples import packed

URL = "https://orrin.example/news/7"


def warc(pages: dict[str, bytes]) -> bytes:
    """Make a WARC file of pages, and of a script and a page that wasn't there."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    script = ("https://orrin.example/a.js", "text/javascript", "200 OK", b"var a = 1;")
    gone = ("https://orrin.example/gone", "text/html", "404 Not Found", b"<p>Not found</p>")
    for url, kind, status, data in [
        *((u, "text/html; charset=utf-8", "200 OK", d) for u, d in pages.items()),
        script,
        gone,
    ]:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers))
    return file.getvalue()


def wacz(page: bytes) -> bytes:
    """Make a WACZ file that lists one of its two pages."""
    listed = f'{{"format": "json-pages-1.0"}}\n{{"url": "{URL}"}}\n'
    inner = warc({URL: page, "https://ads.example/frame": b"<p>Win a prize today with Lucky Corp.</p>"})
    return packed({"datapackage.json": "{}", "pages/pages.jsonl": listed, "archive/data.warc": inner})


def mhtml(page: bytes) -> bytes:
    """Make a page as Chrome saves it, with a style sheet and the frame of an advertisement."""
    parts = [("text/html", URL, page.decode()), ("text/css", "cid:x", "p { margin: 0 }"),
             ("text/html", "https://ads.example/frame", "<p>Win a prize today with Lucky Corp.</p>")]  # fmt: skip
    body = "".join(
        f"--x\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: {place}"
        f"\r\n\r\n{text}\r\n"
        for kind, place, text in parts
    )
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: x\r\nDate: Tue, 1 Apr 2025 08:00:00"
    return (
        f'{head}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n{body}--x--\r\n'.encode()
    )


def webarchive(page: bytes) -> bytes:
    """Make a page as Safari saves it."""
    main = {"WebResourceData": page, "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "UTF-8",
            "WebResourceURL": URL}  # fmt: skip
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def nitf(title: str, body: tuple[str, ...]) -> bytes:
    """Make NITF, whose head has a slug."""
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
    <nitf><head><title>BC-Orrin-Deal</title><docdata><doc-id id-string="o7"/><date.issue norm="20250303T090000Z"/>
    <doc.copyright holder="Leeds Wire"/></docdata></head>
    <body><body.head><hedline><hl1>{title}</hl1></hedline><byline>By <person>Juno Akira</person></byline></body.head>
    <body.content><block>{paragraphs}</block></body.content></body></nitf>""".encode()


def newsml(title: str, body: tuple[str, ...]) -> bytes:
    """Make NewsML-G2 of a text and a picture."""
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
    <newsItem guid="urn:p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>A</headline>
    <description>An oven of Orrin Foods in York, where it bakes most of its bread and all of its cakes.</description>
    </contentMeta></newsItem><newsItem guid="urn:t"><itemMeta>
    <itemClass qcode="ninat:text"/><provider><name>Leeds Wire</name>
    </provider><versionCreated>2025-03-03T09:00:00Z</versionCreated><title role="x:keyword">Mergers</title></itemMeta>
    <contentMeta><headline>{title}</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml">
    <head><title/></head><body>{paragraphs}</body></html></inlineXML></contentSet></newsItem></itemSet>
    </newsMessage>""".encode()


def edgar(*documents: tuple[str, str, str]) -> bytes:
    """Make a submission to EDGAR of documents: type, file name, content."""
    head = """<SEC-DOCUMENT>0001-25-000001.txt : 20250303
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	8-K
FILED AS OF DATE:		20250303
		COMPANY CONFORMED NAME:			ORRIN FOODS PLC
</SEC-HEADER>
"""
    parts = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>1\n<FILENAME>{name}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        for kind, name, text in documents
    )
    return f"{head}{parts}</SEC-DOCUMENT>\n".encode()


def emlx(message: bytes) -> bytes:
    """Make a message as Apple's mail keeps it."""
    return b"%d\n%s<?xml version='1.0'?><plist><dict/></plist>" % (len(message), message)


def letter(
    subject: str, text: str, *, page: str = "", sender: str = "Orrin Press Office <press@orrin.example>"
) -> bytes:
    """Make a message of 3 March 2025."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = subject, sender, "Mon, 03 Mar 2025 09:00:00 +0000"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


def wire_formats(title: str, body: tuple[str, ...], page: bytes, mail: bytes) -> dict[str, bytes]:
    """Give the article in every format of wires and archives, by file name."""
    text = "\n\n".join((title, *body)).encode()
    paragraphs = "".join(f"<p>{part}</p>" for part in body)
    inner = f"<html><body><p>Exhibit 99.1</p><p><b>{title}</b></p>{paragraphs}</body></html>"
    return {
        "a.warc": warc({URL: page}),
        "a.wacz": wacz(page),
        "a.mhtml": mhtml(page),
        "a.webarchive": webarchive(page),
        "nitf.xml": nitf(title, body),
        "newsml.xml": newsml(title, body),
        "edgar.txt": edgar(("EX-99.1", "ex991.htm", inner)),
        "a.emlx": emlx(mail),
        "a.txt.bz2": bz2.compress(text),
        "a.txt.xz": lzma.compress(text),
    }
