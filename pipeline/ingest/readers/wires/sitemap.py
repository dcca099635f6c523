"""A sitemap to the sentence that names its pages: it is a list of pages, not their text."""

import re
from collections.abc import Iterator

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item
from pipeline.settings import Settings

_PAGE = re.compile(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)", re.IGNORECASE)
_NAMED = 20


def read_sitemap(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Refuse a sitemap, with the addresses of its pages."""
    pages = _PAGE.findall(decode(blob.read(settings), blob.charset))
    more = f" and {len(pages) - _NAMED} more" if len(pages) > _NAMED else ""
    raise InputUnusable(
        f"it is a sitemap, a list of {len(pages)} pages without their text; give it the pages themselves: "
        f"{', '.join(pages[:_NAMED])}{more}",
        kind="unsupported",
    )
