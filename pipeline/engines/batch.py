"""A batch of articles to a batch of facts: the one function that runs wherever the work runs, without other state."""

import gc
from collections.abc import Sequence

from pipeline.extract.isolation import ArticleFacts, find_facts
from pipeline.extract.opening import close_pipelines, open_pipeline
from pipeline.records import Article, InputError
from pipeline.settings import Settings


def release() -> None:
    """Give the loaded pipeline's memory back."""
    close_pipelines()
    gc.collect()


def extract_batch(articles: Sequence[Article], settings: Settings) -> list[ArticleFacts | InputError]:
    """Find the facts of each article, or the error that keeps it from having any, in the order of the articles."""
    nlp = open_pipeline(settings)
    # What a batch adds to the vocabulary is given back after it, so that memory doesn't grow with the articles.
    with nlp.memory_zone():
        return [find_facts(nlp, article, seconds=settings.seconds_an_article) for article in articles]
