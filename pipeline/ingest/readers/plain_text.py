"""A plain text file to one article."""

from collections.abc import Iterator

from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle, guess_said
from pipeline.settings import Settings


def read_plain_text(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a text file as one article."""
    data = blob.read(settings)
    yield from guess_said(blob, data)
    yield RawArticle(text=decode(data, blob.charset))
