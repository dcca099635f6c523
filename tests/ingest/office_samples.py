"""The article of `samples` in the bytes of office formats, for tests."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.ingest.ole import doc, msg

OPEN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = f'xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0" xmlns:table="{OPEN}:table:1.0"'


def packed(files: dict[str, bytes | str]) -> bytes:
    """Make a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 3, 0, 0, 0)), data)
    return file.getvalue()


def rtf(title: str, body: tuple[str, ...]) -> bytes:
    """Make an RTF document with a note's mark, a deletion and a table."""

    def coded(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    paragraphs = "".join(f"\\pard {coded(text)}\\par\n" for text in body)
    row = "\\trowd\\cellx1000\\cellx2000\\intbl Sales\\cell {}\\cell\\row\n"
    table = row.format(coded("£12m")) + row.format(coded("£2m")).replace("Sales", "Profit")
    notes = "\\pard In 2024{\\super 1} it grew.{\\deleted Or not.}\\par\n"
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title x}}\n"
        f"\\pard\\b {coded(title)}\\b0\\par\n{paragraphs}{notes}{table}\\pard}}"
    ).encode()


def odt_body(title: str, body: tuple[str, ...]) -> str:
    """Write the content of an OpenDocument text."""
    paragraphs = "".join(f"<text:p>{escape(text)}</text:p>" for text in body)
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell.format('Sales')}{cell.format('£12m')}</table:table-row></table:table>"
    points = "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    return (
        f'<office:body><office:text><text:h text:outline-level="1">{title}</text:h>{paragraphs}{points}{table}'
        "</office:text></office:body>"
    )


def odt(title: str, body: tuple[str, ...]) -> bytes:
    """Make an OpenDocument text."""
    content = f'<?xml version="1.0"?><office:document-content {NAMES}>{odt_body(title, body)}</office:document-content>'
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def flat_odt(title: str, body: tuple[str, ...]) -> bytes:
    """Make an OpenDocument text that is one XML file."""
    return f'<?xml version="1.0"?><office:document {NAMES}>{odt_body(title, body)}</office:document>'.encode()


def ods(cells: dict[str, str]) -> bytes:
    """Make an OpenDocument spreadsheet of one row under its header."""

    def row(texts: list[str]) -> str:
        inner = "".join(
            "<table:table-cell>"
            + "".join(f"<text:p>{escape(p)}</text:p>" for p in text.split("\n\n"))
            + "</table:table-cell>"
            for text in texts
        )
        return f"<table:table-row>{inner}</table:table-row>"

    table = f'<table:table table:name="s">{row(list(cells))}{row(list(cells.values()))}</table:table>'
    sheet = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {NAMES}>{sheet}</office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def pptx(title: str, body: tuple[str, ...]) -> bytes:
    """Make a presentation of a title slide and one with the text, whose parts are numbered the other way round."""
    names = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )

    def shape(kind: str, at: int, texts: tuple[str, ...]) -> str:
        place = f'<p:spPr><a:xfrm><a:off x="0" y="{at}"/></a:xfrm></p:spPr>'
        paragraphs = "".join(f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>" for text in texts)
        holder = f"<p:nvSpPr><p:nvPr>{kind and f'<p:ph type={kind!r}/>'}</p:nvPr></p:nvSpPr>"
        return f"<p:sp>{holder}{place}<p:txBody>{paragraphs}</p:txBody></p:sp>"

    def slide(*shapes: str) -> str:
        return f"<p:sld {names}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"

    second = slide(shape("", 2_000_000, body[1:]), shape("", 500_000, body[:1]), shape("sldNum", 9_000_000, ("2",)))
    rels = "".join(f'<Relationship Id="r{n}" Target="slides/slide{3 - n}.xml"/>' for n in (1, 2))
    return packed({
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f'<p:presentation {names}><p:sldIdLst><p:sldId id="256" r:id="r1"/>'
        '<p:sldId id="257" r:id="r2"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": f"<Relationships>{rels}</Relationships>",
        "ppt/slides/slide2.xml": slide(shape("ctrTitle", 0, (title,))),
        "ppt/slides/slide1.xml": second,
    })  # fmt: skip


def word(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """Make a Word document of a body's XML and further parts: header1, footer1, footnotes."""
    kind = "http://purl.oclc.org/ooxml" if strict else "http://schemas.openxmlformats.org"
    place = f"{kind}/wordprocessingml/main" if strict else f"{kind}/wordprocessingml/2006/main"
    names = f'xmlns:w="{place}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": types,
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        root = {"header1": "hdr", "footer1": "ftr", "footnotes": "footnotes"}[name]
        files[f"word/{name}.xml"] = f"<w:{root} {names}>{content}</w:{root}>"
    return packed(files)


def p(text: str, style: str = "") -> str:
    """Write a paragraph of a Word document."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Write a table of a Word document, each cell the XML of its parts."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def epub(title: str, body: tuple[str, ...]) -> bytes:
    """Make a book of a cover, a list of chapters and one chapter."""
    package = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
    <dc:title>Reports</dc:title><dc:publisher>Orrin Foods</dc:publisher></metadata><manifest>
    <item id="nav" href="nav.xhtml" properties="nav"/><item id="one" href="text/one.xhtml"/></manifest>
    <spine><itemref idref="nav"/><itemref idref="one"/></spine></package>"""
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container/>",
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": "<html><body><nav><a href='one.xhtml'>One</a></nav></body></html>",
        "OEBPS/style.css": "p { margin: 0 }",
        "OEBPS/text/one.xhtml": f"<html><body><h1>{title}</h1>{paragraphs}</body></html>",
    })  # fmt: skip


def office_formats(title: str, body: tuple[str, ...], row: dict[str, str]) -> dict[str, bytes]:
    """Give the article in every office format, by file name."""
    return {
        "a.rtf": rtf(title, body),
        "a.odt": odt(title, body),
        "a.fodt": flat_odt(title, body),
        "a.ods": ods(row),
        "a.pptx": pptx(title, body),
        "a.doc": doc("\r".join((title, *body)) + "\r"),
        "a.msg": msg(f"FW: [EXTERNAL] {title}", "\r\n\r\n".join(body), "Orrin Press Office"),
        "a.epub": epub(title, body),
        "strict.docx": word(p(title, "Title") + "".join(map(p, body)), strict=True),
    }
