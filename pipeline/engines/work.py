"""The unit of work of every engine: an opened input to its articles and what was found in each, a batch at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pipeline.engines.batch import extract_batch
from pipeline.extract.isolation import ArticleFacts
from pipeline.ingest import Blob, read_input
from pipeline.records import Article, InputError, Read
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Worked:
    """A batch of what an input gave, with the facts of its articles, in the order of the articles among the items."""

    items: list[Read]
    facts: list[ArticleFacts | InputError]


def work_on(opened: Blob | InputError, settings: Settings, *, today: date) -> Iterator[Worked]:
    """Read an input and find the facts in it, `settings.batch` items at a time, so that none is ever held whole.

    It needs no other state than the input, the settings and the day, and raises for no input.
    """
    items = read_input(opened, settings, today=today)
    while batch := list(islice(items, settings.batch)):
        articles = [item for item in batch if isinstance(item, Article)]
        yield Worked(batch, extract_batch(articles, settings) if articles else [])
