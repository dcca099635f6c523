"""Articles that nobody annotated, labelled by a model of ours: what it is sure of, and what it leaves open."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy

from pipeline.extract.model.agreement import agree
from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.tagging import Decoder
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.sets import LABELS, Annotated, read_records

EVERY = 5
"""Each fifth article is labelled: a thousand, whose words are about as many as those of the annotated sets."""
OPEN = 0.15
"""A tag as probable as this stays allowed beside the best one, so that doubt is not trained away."""


def some_articles(path: Path, *, every: int) -> list[Annotated]:
    """Read each so-manieth article of a file, with no annotation."""
    records = [record for at, record in enumerate(read_records(path)) if at % every == 0]
    return [Annotated(str(record["id"]), "bulk", record["text"], (), has_roles=True) for record in records]


def self_labelled(folder: Path, articles: Sequence[Annotated], wordpiece: WordPiece) -> Iterator[Prepared]:
    """Label articles with a model: an article's places of one word agree first, which is what there is to learn."""
    nlp = spacy.load(folder)
    ner, decoder = nlp.get_pipe("press_ner"), Decoder(LABELS)
    assert isinstance(ner, PressNer)
    for article in articles:
        blank = prepare(article, nlp, wordpiece)
        words = [article.text[start:end] for start, end in blank.offsets]
        _, states = ner.states(nlp.make_doc(article.text))
        if not words:
            continue
        logs = agree(ner.logits(states), words, decoder, share=ner.share)
        allowed = np.exp(logs) >= OPEN
        allowed[np.arange(len(words)), decoder.path(logs)] = True
        yield Prepared(blank.id, blank.source, blank.offsets, blank.pieces, blank.shapes, allowed, frozenset())
