"""An article to the Doc that the pipeline reads, and the Doc to the records of its tables."""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.records import ARTICLE_RECORDS, Article


def make_doc(nlp: Language, article: Article) -> Doc:
    """Tokenise an article; its publication date goes to `doc._.published`."""
    doc = nlp.make_doc(article.text)
    doc._.published = article.published.isoformat() if article.published else None
    return doc


def found_in(doc: Doc) -> dict[str, tuple[Any, ...]]:
    """Give the records of each table, by table name."""
    return {name: kept(doc, name) for name in ARTICLE_RECORDS}
