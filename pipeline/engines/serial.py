"""The engine that works in this process."""

from collections.abc import Iterable, Iterator

from pipeline.engines.batch import extract_batch
from pipeline.extract.isolation import ArticleFacts
from pipeline.records import Article, InputError
from pipeline.settings import Settings

Batch = list[Article]
Done = tuple[Batch, list[ArticleFacts | InputError]]


def extract_serially(batches: Iterable[Batch], settings: Settings) -> Iterator[Done]:
    """Give each batch with its facts, one after the other."""
    for batch in batches:
        yield batch, extract_batch(batch, settings)
