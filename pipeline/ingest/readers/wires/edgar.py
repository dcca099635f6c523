"""A submission to EDGAR to an article a document of it: reports and exhibits, not graphics, data and indexes."""

import re
from collections.abc import Iterator

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Given, Item, blob_of_bytes, warning
from pipeline.ingest.keys import unused
from pipeline.settings import Settings

_DOCUMENT = re.compile(r"<DOCUMENT>(.*?)(?:</DOCUMENT>|(?=<DOCUMENT>)|\Z)", re.DOTALL | re.IGNORECASE)
_TEXT = re.compile(r"<TEXT>(.*?)(?:</TEXT>|\Z)", re.DOTALL | re.IGNORECASE)
_INNER = re.compile(r"\A\s*<(XBRL|HTML)>\s*(?=<)|</XBRL>\Z", re.IGNORECASE)
_NO_ARTICLE = re.compile(r"GRAPHIC|ZIP|EXCEL|XML|JSON|COVER|EX-10[0-4]|EX-2[3-4]|EX-3[12]|EX-FILING|PDF", re.IGNORECASE)
_FILED = re.compile(r"FILED AS OF DATE:\s*(\d{8})|<FILING-DATE>\s*(\d{8})|^<SEC-DOCUMENT>\S+ : (\d{8})", re.MULTILINE)
_COMPANY = re.compile(r"COMPANY CONFORMED NAME:\s*(.+)|<CONFORMED-NAME>\s*(.+)")


def read_edgar(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give every document of a submission that a person reads, each in its own format."""
    text = decode(blob.read(settings), blob.charset)
    documents = list(_DOCUMENT.finditer(text))
    if not documents:
        raise InputUnusable("a submission of EDGAR without any document", kind="empty")
    head = text[: documents[0].start()]
    given = Given(published=_first(_FILED, head), publisher=_first(_COMPANY, head))
    used: dict[str, int] = {}
    left_out: list[str] = []
    for found in documents:
        kind, name = _field(found[1], "TYPE") or "document", _field(found[1], "FILENAME") or "document.txt"
        body = _TEXT.search(found[1])
        if body is None or (_NO_ARTICLE.fullmatch(kind.partition(".")[0]) and len(documents) > 1):
            left_out.append(kind)
            continue
        source = f"{blob.source}#{unused(kind, used)}" if len(documents) > 1 else blob.source
        data = _INNER.sub("", body[1].strip()).encode("utf-8", "replace")
        yield blob_of_bytes(source, name, data, charset="utf-8", given=given)
    if left_out:
        kinds = ", ".join(dict.fromkeys(left_out))
        yield warning(blob, "part left out", f"{len(left_out)} documents are graphics or data: {kinds}")


def _field(document: str, name: str) -> str | None:
    found = re.search(rf"<{name}>[ \t]*([^\n<]*)", document, re.IGNORECASE)
    return found[1].strip() or None if found else None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return " ".join(next(filter(None, found.groups())).split()) if found else None
