"""Archives of web pages (WARC, WACZ, webarchive, MHTML) to their pages, without pictures, scripts and frames."""

import json
import logging
import plistlib
import re
from collections.abc import Iterator
from email.message import EmailMessage
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Given, Item, blob_of_bytes, warning
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.html.linked import bare_address
from pipeline.ingest.readers.mail.parts import content_of, leaves_of, message_of
from pipeline.ingest.readers.zip_file import opened_zip, read_member
from pipeline.settings import Settings

# What it says of broken records would go to the terminal as they are; `errors.csv` says it in our words.
logging.getLogger("warcio").setLevel(logging.CRITICAL)

_PAGES = re.compile(
    r"text/html|application/(?:xhtml\+xml|pdf|msword|rtf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)",
    re.IGNORECASE,
)
_RECORDS = ("response", "resource", "conversion")
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


@cache
def _records() -> Any:
    """Give what reads the records of an archive, without the lines of broken ones that the library prints as they are.

    The library brings others with it, which takes a thirtieth of the start of every run: it is loaded when needed.
    """
    from warcio.archiveiterator import ArchiveIterator

    return type("Records", (ArchiveIterator,), {"INC_RECORD": ""})


def read_warc(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give every page of a WARC file, by its address; what isn't a page, or wasn't there, is left out."""
    yield from _pages(blob, settings, None)


def _pages(blob: Blob, settings: Settings, wanted: set[str] | None) -> Iterator[Item]:
    from warcio.exceptions import ArchiveLoadFailed

    used: dict[str, int] = {}
    limit = settings.max_file_mb * 1_000_000
    with blob.open() as file:
        try:
            records = _records()(file)
            for record in records:
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                if record.rec_type not in _RECORDS or not _is_page(record):
                    continue
                if wanted and bare_address(url) not in wanted:
                    continue
                data = record.content_stream().read(limit)
                source = f"{blob.source}#{unused(url, used)}"
                yield blob_of_bytes(source, _name(url), data, charset=_charset(record), given=Given(url=url))
        except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
            raise InputUnusable(f"a broken WARC file: {error}") from None
    if records.err_count:
        yield warning(blob, "damaged", f"{records.err_count} records are not as long as they say; text may be missing")
    if not used:
        raise InputUnusable("a WARC file without any page in it", kind="empty")


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    if headers is None:
        return bool(_PAGES.search(record.rec_headers.get_header("Content-Type") or ""))  # type: ignore[attr-defined]
    return headers.get_statuscode() == "200" and bool(_PAGES.search(headers.get_header("Content-Type") or "text/html"))


def _charset(record: object) -> str | None:
    headers = getattr(record, "http_headers", None)
    found = _CHARSET.search((headers.get_header("Content-Type") or "") if headers else "")
    return found[1] if found else None


def _name(url: str) -> str:
    return unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]) or "page.html"


def read_wacz(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the pages that a WACZ file lists, from the WARC files inside."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        names = archive.namelist()
        lists = [name for name in names if re.fullmatch(r"pages/\w+\.jsonl", name)]
        wanted = {url for name in lists for url in _listed(read_member(archive, name, settings))}
        for name in sorted(name for name in names if re.fullmatch(r"archive/.+\.warc(?:\.gz)?", name)):
            data = read_member(archive, name, settings)
            inner = blob_of_bytes(blob.source, name, data)
            yield from _pages(inner, settings, wanted)


def _listed(lines: bytes) -> Iterator[str]:
    for line in lines.splitlines():
        try:
            page = json.loads(line)
        except ValueError:
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield bare_address(page["url"])


def read_webarchive(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the page that Safari saved; raises InputUnusable where a property list is something else."""
    try:
        archive = plistlib.loads(blob.read(settings))
    except Exception as error:
        # plistlib raises whatever broken bytes lead it to.
        raise InputUnusable(f"a broken property list: {type(error).__name__}") from None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(data, bytes):
        raise InputUnusable("it is a property list: it holds no article; leave it out", kind="unsupported")
    url, charset = main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
    given = Given(url=url if isinstance(url, str) and url.startswith("http") else None)
    name = "page.html" if main.get("WebResourceMIMEType", "text/html") == "text/html" else _name(str(url))
    yield blob_of_bytes(blob.source, name, data, charset=charset if isinstance(charset, str) else None, given=given)


def read_mhtml(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the page of an MHTML file; the day on which it was saved is not its date."""
    message = message_of(blob.read(settings))
    url = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "").strip()
    pages = [part for part in leaves_of(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise InputUnusable("an MHTML file without a page in it", kind="empty")
    page = next((part for part in pages if url and _location(part) == url), pages[0])
    address = url or _location(page)
    given = Given(url=address if address.startswith("http") else None)
    yield blob_of_bytes(blob.source, "page.html", content_of(page), charset=page.get_content_charset(), given=given)


def _location(part: EmailMessage) -> str:
    return str(part.get("Content-Location") or "").strip()
