"""A zip file or an OLE file to the name of the format that is packed in it."""

import re
import zipfile
import zlib

import olefile

from pipeline.ingest.documents import Blob

_MIMETYPES: tuple[tuple[str, str], ...] = (
    ("application/epub+zip", "epub"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.presentation", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument", "drawing"),
    ("application/vnd.sun.xml", "old office"),
    ("application/vnd.adobe.indesign-idml-package", "office"),
)
_MAIN_PARTS: tuple[tuple[str, str], ...] = (
    (r"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled", "docx"),
    (r"presentationml\.(?:presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macroEnabled", "pptx"),
    (r"ms-excel\.sheet\.binary", "office"),
    (r"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.\w+\.macroEnabled", "xlsx"),
    (r"ms-visio|vnd\.visio", "drawing"),
    (r"package\.xps|ms-package\.xps", "xps"),
)
_MEMBERS: tuple[tuple[str, str], ...] = (
    (r"word/document\.xml", "docx"),
    (r"xl/workbook\.xml", "xlsx"),
    (r"ppt/presentation\.xml", "pptx"),
    (r"xl/workbook\.bin", "office"),
    (r"FixedDoc(?:ument)?Seq(?:uence)?\.fdseq", "xps"),
    (r"archive/[^/]+\.warc(?:\.gz)?", "wacz"),
    (r"Index(?:\.zip|/Document\.iwa)", "iwork"),
    (r"index\.(?:apxl|xml)\.gz|index\.apxl", "iwork"),
    (r"META-INF/container\.xml", "epub"),
    (r"META-INF/MANIFEST\.MF|AndroidManifest\.xml|.+\.dist-info/WHEEL", "program"),
)
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "locked office"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "old office"),
    ("__properties_version1.0", "msg"),
    ("VisioDocument", "drawing"),
    ("Quill", "office"),
)


def in_zip(blob: Blob) -> str:
    """Name what a zip file is: by its member `mimetype`, by [Content_Types], by its members, else an archive."""
    try:
        with blob.open() as file, zipfile.ZipFile(file) as archive:
            return _by_members(archive)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError, NotImplementedError):
        return "zip"


def _by_members(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if "mimetype" in names:
        stated = _start(archive, "mimetype").strip()
        for mimetype, form in _MIMETYPES:
            if stated.startswith(mimetype):
                return form
    types = _start(archive, "[Content_Types].xml") if "[Content_Types].xml" in names else ""
    for pattern, form in _MAIN_PARTS:
        if re.search(pattern, types):
            return form
    for pattern, form in _MEMBERS:
        if any(re.fullmatch(pattern, name) for name in names):
            return form
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "ods" if "opendocument.spreadsheet" in _start(archive, "META-INF/manifest.xml") else "odt"
    return "office" if types and "_rels/.rels" in names else "zip"


def _start(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return file.read(100_000).decode("utf-8", "replace")


def in_ole(blob: Blob) -> str:
    """Name what an OLE file is: a Word document, a workbook, a message."""
    try:
        with blob.open() as file, olefile.OleFileIO(file) as ole:
            return next((form for stream, form in _STREAMS if ole.exists(stream)), "old office")
    except Exception:
        # olefile raises whatever a broken table leads it to.
        return "old office"
