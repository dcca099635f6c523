"""A plain text file to one article."""

from collections.abc import Iterator

from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.settings import Settings


def read_text(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a text file as one article."""
    yield RawArticle(text=decode(blob.read(settings), blob.charset))
