"""A batch of articles to a batch of facts: the one function that runs wherever the work runs, without other state."""

import gc
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from spacy.language import Language

from pipeline.extract.assemble import load
from pipeline.extract.isolation import ArticleFacts, find_facts
from pipeline.extract.user_rules.versions import applied_rules
from pipeline.records import Article, InputError


@cache
def language(model: str | None, rules: Path | None) -> Language:
    """Load the pipeline once a process."""
    return load(model, rules=rules)


def release() -> None:
    """Give the loaded pipeline's memory back."""
    language.cache_clear()
    gc.collect()


def extract_batch(
    articles: Sequence[Article], *, model: str | None = None, rules: str | None = None, seconds: int = 60
) -> list[ArticleFacts | InputError]:
    """Find the facts of each article, or the error that keeps it from having any, in the order of the articles."""
    nlp = language(model, applied_rules(rules))
    # What a batch adds to the vocabulary is given back after it, so that memory doesn't grow with the articles.
    with nlp.memory_zone():
        return [find_facts(nlp, article, seconds=seconds) for article in articles]
