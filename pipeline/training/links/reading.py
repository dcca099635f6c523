"""Articles to what a links model is asked about them, as the patterns and the encoder of a model read them."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.assemble import load
from pipeline.extract.links.asked import Asked
from pipeline.extract.links.candidates import asked
from pipeline.extract.links.words import found_in
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.issuer import IssuerSigns, issuer_signs_of
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.training.links.gold import Article, Targets, links_of, read_links, targets
from pipeline.training.readings import TEXTS, readings_of

OURS = Path(__file__).resolve().parents[3] / "corpus" / "links"
"""Articles of our own with their links; a wheel hasn't them."""
LONGEST = 9_000
"""Characters of an article that nobody read: longer ones take long, and tell little more."""


def patterns_alone(model: Path) -> Language:
    """Load the pipeline that reads articles for training: patterns alone, and the encoder's states kept."""
    nlp = load(model)
    if "press_links" in nlp.pipe_names:
        nlp.remove_pipe("press_links")
    nlp.get_pipe("press_ner").keeps_states = True  # type: ignore[attr-defined]
    return nlp


def articles_of(data: Path) -> list[Article]:
    """Read the articles of a folder that have been read by a person, our own, and those whose places alone we keep."""
    pairs = [(data / "press.jsonl", data / "press_links.jsonl"), (OURS / "articles.jsonl", OURS / "links.jsonl")]
    read = [
        one
        for reader, (articles, links) in enumerate(pairs)
        if articles.exists()
        for one in read_links(articles, links, reader=reader)
    ]
    for reader, kind in enumerate(TEXTS, start=len(pairs)):
        read += [(one, links_of(one, one, reader=reader)) for one in readings_of(kind, data)]
    return read


@cache
def body_nouns() -> BodyNouns:
    """Give the nouns that may stand for a body, by the rules that come with pressfacts."""
    return BodyNouns(rulebook_with(None).body_nouns)


@cache
def issuer_signs() -> IssuerSigns:
    """Give what stands before the body that an article is about, by the rules that come with pressfacts."""
    return issuer_signs_of(rulebook_with(None))


def read(nlp: Language, article: dict[str, Any]) -> Doc:
    """Run the patterns over an article."""
    doc = nlp.make_doc(article["text"])
    doc._.published = article.get("published")
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def to_learn(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Asked, Targets]]:
    """Give what is asked of articles, and the right answers."""
    for article, links in articles:
        doc = read(nlp, article)
        given = asked(doc, found_in(doc), body_nouns(), issuer_signs())
        if given is not None:
            states = given.words.states.astype(np.float16)  # in full, those of all articles fill the memory
            yield given._replace(words=given.words._replace(states=states)), targets(doc, given, links)


def unread(nlp: Language, path: Path, count: int, *, seed: int) -> Iterator[Asked]:
    """Give what is asked of articles whose links nobody has read, of a file with one a line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        short = [record for record in map(json.loads, lines) if len(record["text"]) <= LONGEST]
    for record in random.Random(seed).sample(short, min(count, len(short))):
        doc = read(nlp, {**record, "text": "\n".join(record["text"].splitlines())})
        given = asked(doc, found_in(doc), body_nouns(), issuer_signs())
        if given is not None:
            yield given
