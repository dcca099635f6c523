"""Files, feeds, mailboxes and tables to articles: one text each, in which all offsets count."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.ingest.building import build_article
from pipeline.ingest.documents import RawArticle
from pipeline.ingest.paths import blob_of, find_files
from pipeline.ingest.reading import read_blob
from pipeline.records import Article, InputError
from pipeline.settings import Settings

__all__ = ["article_from_text", "blob_of", "find_files", "read_articles", "read_blob"]


def read_articles(
    paths: Iterable[str | os.PathLike[str]], settings: Settings | None = None, *, today: date
) -> Iterator[Article | InputError]:
    """Read all articles of files, folders, globs and `-`; what can't be used comes as an InputError.

    Raises UsageError at once where a path does not exist. A publication date later than `today` is refused.
    """
    settings = settings or Settings()
    files = find_files(paths)
    return (item for file in files for item in read_blob(blob_of(file), settings, today=today))


def article_from_text(
    text: str, *, today: date, title: str | None = None, published: str | None = None, source: str = "text",
    source_id: str | None = None,
) -> Article:  # fmt: skip
    """Make an Article of a text at hand, in whatever language."""
    raw = RawArticle(text=text, title=title, published=published, source_id=source_id, as_it_is=True)
    article = build_article(raw, source=source, name="", settings=Settings(any_language=True), today=today)
    if isinstance(article, InputError):
        raise ValueError(article.message)
    return article
