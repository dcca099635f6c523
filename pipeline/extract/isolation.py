"""One article to its facts, or to the error of the component that failed on it or ran past its time."""

from typing import Any, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import make_doc
from pipeline.records import ARTICLE_RECORDS, Article, InputError
from pipeline.time_limits import OutOfTime, time_limit

ArticleFacts: TypeAlias = dict[str, list[list[Any]]]
"""Rows of each table that were found in an article, as plain values."""


def find_facts(nlp: Language, article: Article, *, seconds: int) -> ArticleFacts | InputError:
    """Run every component on an article by itself, so that its facts depend on nothing but its text and date.

    A component that fails, or takes more than `seconds` of processor time, makes the article an InputError with the
    component's name.
    """
    component = "tokenizer"
    try:
        with time_limit(seconds) as begin_anew:
            doc = make_doc(nlp, article)
            for component, run in nlp.pipeline:  # noqa: B007 - the name is for the error
                begin_anew()
                doc = run(doc)
    except OutOfTime:
        message = f"took more than {seconds} seconds; raise seconds_an_article to try again"
        return _error(article, component, "too slow", message)
    except MemoryError:
        return _error(article, component, "failed", "took more memory than max_memory_mb; raise it to try again")
    except Exception as error:
        return _error(article, component, "failed", f"failed: {type(error).__name__}: {error}")
    return _facts(doc)


def _facts(doc: Doc) -> ArticleFacts:
    return {name: doc.user_data.get(f"press_{name}", []) for name in ARTICLE_RECORDS}


def _error(article: Article, component: str, kind: str, message: str) -> InputError:
    text = " ".join(f"{component} {message}".split())[:300]
    return InputError(source=article.source, stage="extract", error=f"{component} {kind}", message=text)
