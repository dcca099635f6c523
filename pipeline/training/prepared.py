"""Annotated articles to words: pieces, shapes, and the tags that each word may have."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from pipeline.extract.model.tagging import tags_of
from pipeline.extract.model.windows import shaped_words, texts_of
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.sets import LABELS, Annotated

TAGS = tags_of(LABELS)
AT = {tag: at for at, tag in enumerate(TAGS)}


@dataclass(frozen=True)
class Prepared:
    """An article in words: its pieces and shapes a word, and the tags that each word may have (words x tags)."""

    id: str
    source: str
    offsets: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[tuple[int, ...], ...]
    allowed: NDArray[np.bool_]
    gold: frozenset[tuple[int, int, str]]


def prepare(article: Annotated, nlp: Language, wordpiece: WordPiece) -> Prepared:
    """Turn an article to words with the tags that they may have."""
    doc = nlp.make_doc(article.text)
    words, shaped = shaped_words(doc, texts_of(doc), wordpiece)
    offsets = [(doc[at].idx, doc[at].idx + len(doc[at])) for at in words]
    pieces, shapes = zip(*shaped, strict=True) if shaped else ((), ())
    allowed = allowed_tags(article, offsets)
    gold = frozenset(article.spans)
    return Prepared(article.id, article.source, tuple(offsets), pieces, shapes, allowed, gold)


def allowed_tags(article: Annotated, offsets: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Say which tags each word may have: one where it is known, all that fit where it is not."""
    allowed = np.zeros((len(offsets), len(TAGS)), dtype=bool)
    allowed[:, 0] = True
    if not article.has_roles:
        allowed[:, [at for at, tag in enumerate(TAGS) if tag.endswith("ROLE")]] = True
    starts = np.array([start for start, _ in offsets])
    ends = np.array([end for _, end in offsets])
    for start, end, label in article.spans:
        words = np.flatnonzero((starts < end) & (ends > start))
        allowed[words] = False
        parts = "S" if len(words) == 1 else "B" + "I" * (len(words) - 2) + "E"
        for word, part in zip(words, parts, strict=True):
            allowed[word, AT[f"{part}-{label}"]] = True
    for start, end in article.unknown:
        allowed[np.flatnonzero((starts < end) & (ends > start))] = True
    return allowed
