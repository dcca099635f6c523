"""An article to its Doc; what components find, kept on the Doc as plain values and given back as typed records.

`span._.x` is keyed by offsets alone and dataclasses in `doc._` break `n_process` and DocBin, so each kind of find
is one plain list in `doc.user_data`, with a typed getter: `doc._.mentions`, `doc._.money` ...
"""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.tokens import tokenise
from pipeline.plain import from_plain, to_plain
from pipeline.records import ARTICLE_RECORDS, Article, Mention, Zone, article_id

KINDS: dict[str, type] = {"zones": Zone, **ARTICLE_RECORDS}
"""Every kind of find, by the name of its `doc._` getter."""


def make_doc(nlp: Language, article: Article) -> Doc:
    """Tokenise an article; its publication date goes to `doc._.published`."""
    doc = tokenise(nlp, article.text)
    doc._.published = article.published.isoformat() if article.published else None
    return doc


_RECORDS: WeakKeyDictionary[Doc, dict[str, tuple[Any, tuple[Any, ...]]]] = WeakKeyDictionary()
_TEXTS: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def text_of(doc: Doc) -> str:
    """Give the text of a Doc; `doc.text` puts it together from its tokens each time."""
    text = _TEXTS.get(doc)
    if text is None:
        text = _TEXTS[doc] = doc.text
    return text


def records_on(doc: Doc) -> dict[str, tuple[Any, ...]]:
    """Give the records of each table, by table name."""
    return {name: kept(doc, name) for name in ARTICLE_RECORDS}


def keep(doc: Doc, kind: str, finds: Iterable[Any]) -> None:
    """Put the finds of one kind on the Doc, in place of those that it had."""
    records = tuple(finds)
    known = _RECORDS.setdefault(doc, {})
    # Most records stay as they were: by each of several components mentions are added to those of the ones before.
    before = {id(record): cells for cells, record in zip(*known[kind], strict=True)} if kind in known else {}
    plain = doc.user_data[f"press_{kind}"] = [before.get(id(record)) or to_plain(record) for record in records]
    known[kind] = plain, records


def kept(doc: Doc, kind: str) -> tuple[Any, ...]:
    """Give the finds of one kind, as records; none where no component has run."""
    plain = doc.user_data.get(f"press_{kind}", ())
    known = _RECORDS.setdefault(doc, {})
    # What components keep is a new list each time: the records of the one that was kept or asked for last stay good.
    if kind not in known or known[kind][0] is not plain:
        known[kind] = plain, tuple(from_plain(KINDS[kind], cells) for cells in plain)
    return known[kind][1]


def id_of(doc: Doc) -> str:
    """Give the id of the Doc's article."""
    cached = doc.user_data.get("press_article_id")
    if cached is None:
        cached = doc.user_data["press_article_id"] = article_id(text_of(doc))
    return str(cached)


def published(doc: Doc) -> date | None:
    """Give the publication date that was put on the Doc (`doc._.published`, ISO 8601), or None."""
    return date.fromisoformat(doc._.published) if doc._.published else None


def add_mentions(doc: Doc, mentions: Iterable[Mention]) -> None:
    """Add mentions to those on the Doc, in the order of the text."""
    everything = [*kept(doc, "mentions"), *mentions]
    keep(doc, "mentions", sorted(everything, key=lambda mention: (mention.start_char, mention.end_char)))


def add_extensions() -> None:
    """Declare the `doc._` attributes, once; importing any component does it."""
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    for kind in KINDS:
        if not Doc.has_extension(kind):
            Doc.set_extension(kind, getter=partial(kept, kind=kind))


add_extensions()
