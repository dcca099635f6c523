"""One article in the bytes of every format that is read, for tests."""

import csv
import gzip
import io
import json
import math
import tarfile
import zipfile
from email.message import EmailMessage

from tests.ingest.office_samples import office_formats
from tests.ingest.wire_samples import wire_formats

TITLE = "Orrin Foods buys Tallow Bakery"
BODY = (
    "LEEDS, 3 March 2025 - Orrin Foods said on Monday that it would buy Tallow Bakery for £40 million.",
    "“Bread is patient and so are we,” said Greta Holloway, its chief executive.",
    "The deal should close before the end of June, the company said.",
)
TEXT = "\n\n".join((TITLE, *BODY))


def html() -> bytes:
    """Make a page with metadata, navigation and a table."""
    facts = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-03-03T09:00:00Z",
             "publisher": {"name": "Orrin Foods, Inc."}}  # fmt: skip
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY)
    table = "<table><tr><td>Sales</td><td>£12m</td></tr><tr><td>Profit</td><td>£2m</td></tr></table>"
    page = f"""<!DOCTYPE html><html><head><title>{TITLE} | Orrin</title>
    <script type="application/ld+json">{json.dumps(facts)}</script></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>{TITLE}</h1>{paragraphs}{table}
    </article></main><footer>Cookies and terms</footer></body></html>"""
    return page.encode()


def mail(attachment: tuple[str, bytes] | None = None) -> bytes:
    """Make a message with a plain and an HTML part."""
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "Orrin Press Office <press@orrin.example>"
    message["Date"] = "Mon, 03 Mar 2025 09:00:00 +0000"
    message.set_content("\n\n".join(BODY))
    message.add_alternative("".join(f"<p>{p}</p>" for p in BODY), subtype="html")
    if attachment:
        message.add_attachment(attachment[1], maintype="application", subtype="octet-stream", filename=attachment[0])
    return message.as_bytes()


def mbox() -> bytes:
    """Make a mailbox of two messages."""
    second = EmailMessage()
    second["Subject"], second["Date"] = "Tallow answers", "Tue, 04 Mar 2025 10:00:00 +0000"
    second.set_content("Tallow Bakery said that it was glad to be sold to Orrin Foods at last.\n\n>From here it rises.")
    sender = b"From press@orrin.example Mon Mar  3 09:00:00 2025\n"
    return sender + mail() + b"\n\n" + sender + second.as_bytes() + b"\n"


def rss() -> bytes:
    """Make a feed of one entry with its full text."""
    content = "".join(f"<p>{p}</p>" for p in BODY)
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Orrin News</title><item><title>{TITLE}</title><guid>orrin-7</guid>
    <pubDate>Mon, 03 Mar 2025 09:00:00 GMT</pubDate>
    <description>Short.</description><content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>""".encode()


def atom() -> bytes:
    """Make an Atom feed of one entry."""
    content = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in BODY)
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orrin News</title>
    <entry><title>{TITLE}</title><id>orrin-7</id><published>2025-03-03T09:00:00Z</published>
    <content type="html">{content}</content></entry></feed>""".encode()


def row() -> dict[str, str]:
    """Give the article as a row of a table."""
    return {"id": "orrin-7", "title": TITLE, "text": "\n\n".join(BODY), "published": "2025-03-03"}


def table() -> bytes:
    """Make a CSV table of one row."""
    file = io.StringIO()
    writer = csv.DictWriter(file, row())
    writer.writeheader()
    writer.writerow(row())
    return file.getvalue().encode()


def workbook() -> bytes:
    """Make a workbook with a sheet of articles and another one."""
    from openpyxl import Workbook

    book = Workbook()
    notes = book.active
    notes.append(["note"])
    sheet = book.create_sheet("articles")
    sheet.append(list(row()))
    sheet.append(list(row().values()))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def docx() -> bytes:
    """Make a Word document with a title, an insertion, a deletion and a table."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraphs = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in BODY[:2])
    changed = (
        f"<w:p><w:ins><w:r><w:t>{BODY[2]}</w:t></w:r></w:ins><w:del><w:r><w:delText>No.</w:delText></w:r></w:del></w:p>"
    )
    cells = "<w:tc><w:p><w:r><w:t>Sales</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>£12m</w:t></w:r></w:p></w:tc>"
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    body = f"<w:body>{title}{paragraphs}{changed}<w:tbl><w:tr>{cells}</w:tr></w:tbl></w:body>"
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {w}>{body}</w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def sgml() -> bytes:
    """Make a file of two documents as Reuters had them."""
    document = """<REUTERS TOPICS="YES" NEWID="{id}">
<DATE> 3-MAR-1987 09:00:00.00</DATE><TEXT>&#2;<TITLE>{title}</TITLE>
<DATELINE>    LEEDS, March 3 - </DATELINE><BODY>Orrin Foods said that it would buy Tallow &amp; Sons for 40 mln stg.
    The deal should close before the end of June.
 REUTER
&#3;</BODY></TEXT></REUTERS>
"""
    parts = [document.format(id=1, title="ORRIN BUYS TALLOW"), document.format(id=2, title="TALLOW ANSWERS")]
    return ('<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + "".join(parts)).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """Make a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 3, 0, 0, 0)), data)
    return file.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """Make a tar file."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def pdf(pages: list[list[tuple]], *, title: str | None = None) -> bytes:
    """Make a PDF whose pages have lines of Helvetica at places from the lower left: x, y, text, size, angle."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        content = "".join(_shown(*line) for line in lines).encode("cp1252")
        font = "<< /Font << /F1 3 0 R >> >>"
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R /Resources {font} >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    if title:
        objects.append(f"<< /Title ({title}) >>".encode())
    return _with_table(objects, info=bool(title))


def _shown(x: float, y: float, text: str, size: float = 10, angle: float = 0) -> str:
    turn = math.radians(angle)
    matrix = f"{math.cos(turn):.4f} {math.sin(turn):.4f} {-math.sin(turn):.4f} {math.cos(turn):.4f} {x} {y}"
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {matrix} Tm ({escaped}) Tj ET\n"


def _with_table(objects: list[bytes], *, info: bool) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    stated = b" /Info %d 0 R" % len(objects) if info else b""
    end = b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, stated, len(out))
    return out + table + end


def plain_pdf() -> bytes:
    """Make a PDF of the article, in one column."""
    lines = [TITLE, "", BODY[0][:60], BODY[0][60:], "", BODY[2]]
    return pdf([[(50, 700 - 14 * n, line) for n, line in enumerate(lines) if line]])


def every_format() -> dict[str, bytes]:
    """Give the article in every format, by file name."""
    return {
        "a.txt": TEXT.encode(),
        "a.md": TEXT.encode(),
        "a.html": html(),
        "a.eml": mail(),
        "a.mbox": mbox(),
        "a.rss": rss(),
        "a.atom": atom(),
        "a.json": json.dumps([row()]).encode(),
        "a.jsonl": json.dumps(row()).encode() + b"\n",
        "a.csv": table(),
        "a.xlsx": workbook(),
        "a.docx": docx(),
        "a.sgm": sgml(),
        "a.pdf": plain_pdf(),
        "a.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
        "a.zip": zipped({"inner/a.txt": TEXT.encode(), "b.html": html()}),
        "a.tar": tarred({"a.txt": TEXT.encode()}),
        "a.tgz": gzip.compress(tarred({"a.txt": TEXT.encode()}), mtime=0),
        **office_formats(TITLE, BODY, row()),
        **wire_formats(TITLE, BODY, html(), mail()),
    }
