"""A batch of articles to a batch of facts: the one function that runs wherever the work runs."""

import gc
from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from spacy.language import Language

from pipeline.compiling import kept_patterns
from pipeline.engines.fingerprint import made_by
from pipeline.extract.isolation import ArticleFacts, find_facts
from pipeline.extract.opening import close_pipelines, open_pipeline
from pipeline.records import Article, InputError
from pipeline.settings import Settings

WORDS = 40_000
"""Words that the vocabulary keeps, with how they are split: most of all texts. What a batch adds to so many is given
back after it, so that memory doesn't grow with the articles."""


class Loaded(NamedTuple):
    """A pipeline, and the name of what it was really made of."""

    made_by: str
    nlp: Language


_loaded: dict[tuple[str | None, str, float | None], Loaded] = {}
"""The pipelines of runs, by the settings that chose them."""


def release() -> None:
    """Give the memory of pipelines back, where there are any."""
    _loaded.clear()
    if close_pipelines():
        gc.collect()


def load_once(settings: Settings, *, as_of: str | None = None) -> Loaded:
    """Load the pipeline, once, and name what it is made of, also where rules are switched in that moment.

    One that is loaded already and is made of something else than `as_of` is loaded again.
    """
    key = (settings.model, settings.rules, settings.least_confidence)
    known = _loaded.get(key)
    if known and as_of in (None, known.made_by):
        return known
    before = as_of or _maker(settings)
    while True:
        release()
        nlp = open_pipeline(settings)
        after = _maker(settings)
        if after == before:
            break
        before = after
    kept_patterns().keep()
    _loaded[key] = Loaded(before, nlp)
    return _loaded[key]


def _maker(settings: Settings) -> str:
    return made_by(settings.model, settings.rules, least=settings.least_confidence)


def extract_batch(
    articles: Sequence[Article], settings: Settings, *, nlp: Language | None = None
) -> list[ArticleFacts | InputError]:
    """Find the facts of each article, or the error that keeps it from having any, in the order of the articles."""
    nlp = nlp or open_pipeline(settings)
    with nlp.memory_zone() if len(nlp.vocab) > WORDS else nullcontext():
        return [find_facts(nlp, article, seconds=settings.seconds_an_article) for article in articles]
