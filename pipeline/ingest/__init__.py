"""Files, feeds, mailboxes and tables to articles: one text each, in which all offsets count."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.ingest.building import build_article
from pipeline.ingest.documents import Blob, RawArticle, blob_of_bytes
from pipeline.ingest.paths import covers, find_files, no_files_in, open_input, source_name
from pipeline.ingest.reading import read_blob
from pipeline.records import Article, InputError, Read
from pipeline.settings import Settings

__all__ = [
    "Blob",
    "article_from_text",
    "covers",
    "find_files",
    "no_files_in",
    "open_input",
    "read_articles",
    "read_input",
    "source_name",
]


def read_articles(
    paths: Iterable[str | os.PathLike[str]], settings: Settings | None = None, *, today: date
) -> Iterator[Read]:
    """Read all articles of files, folders, globs, web addresses and `-`; what can't be used comes as an InputError.

    Raises UsageError at once where a path does not exist. A publication date later than `today` is refused.
    """
    settings = settings or Settings()
    files = find_files(paths)
    return (item for file in files for item in read_input(open_input(file, settings), settings, today=today))


def read_input(opened: Blob | InputError, settings: Settings, *, today: date) -> Iterator[Read]:
    """Read all articles of an opened input; one that could not be opened gives its error."""
    return iter([opened]) if isinstance(opened, InputError) else read_blob(opened, settings, today=today)


def article_from_text(
    text: str,
    *,
    today: date,
    title: str | None = None,
    published: str | None = None,
    source: str = "text",
    source_id: str | None = None,
) -> Article:
    """Make an Article of a text at hand, in whatever language; raises ValueError where there is no text in it."""
    raw = RawArticle(text=text, title=title, published=published, source_id=source_id, as_it_is=True)
    blob = blob_of_bytes(source, "", b"")
    article = build_article(raw, source=source, blob=blob, settings=Settings(any_language=True), today=today)
    if isinstance(article, InputError):
        raise ValueError(article.message)
    return article
