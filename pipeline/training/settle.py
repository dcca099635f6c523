"""Makes a model faster without other weights: `python -m pipeline.training.settle MODEL --after 2 --out FAST`.

Words that are plainly no part of a name end after the first layers: see `settled`.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import spacy
import torch

from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.batches import Batch, epoch
from pipeline.training.distil import Pace, material, read_material
from pipeline.training.network import Tagger
from pipeline.training.prepared import Prepared
from pipeline.training.restored import restored
from pipeline.training.saved import save
from pipeline.training.settled import Settled, settled

BATCHES = 250
"""Some 420,000 words: from 50,000 it learns so much less that two thirds more words go on after two layers."""


def settle(
    network: Tagger, sets: dict[str, list[Prepared]], wordpiece: WordPiece, *, after: int, seed: int = 0
) -> Settled:
    """Learn which words are settled."""
    return settled(network, sample(sets, wordpiece, seed=seed), after=after)


def sample(sets: dict[str, list[Prepared]], wordpiece: WordPiece, *, seed: int = 0) -> list[Batch]:
    """Draw batches of what a network is distilled from: annotated, renamed, not annotated."""
    articles = material(sets, seed=seed)
    random.Random(seed).shuffle(articles)
    return epoch(some(articles), wordpiece, size=126, pieces=Pace.pieces, masked=0.0, seed=seed)[:BATCHES]


def some(articles: Sequence[Prepared], *, pieces: int = 2 * BATCHES * Pace.pieces) -> list[Prepared]:
    """Give the first articles that have so many pieces together."""
    kept, count = [], 0
    for article in articles:
        kept.append(article)
        count += sum(map(len, article.pieces))
        if count > pieces:
            break
    return kept


def main() -> None:
    """Read a model and the sets, learn which words are settled, and write the faster model's folder."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.settle", description=__doc__)
    parser.add_argument("model", type=Path, help="folder of the model to make faster")
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--unlabelled", type=Path, required=True, help="articles (JSONL) that nobody annotated")
    parser.add_argument("--every", type=int, default=50, help="each so-manieth of them is read")
    parser.add_argument("--after", type=int, default=2, help="layers that all words go through")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    nlp = spacy.load(given.model)
    ner = nlp.get_pipe("press_ner")
    assert isinstance(ner, PressNer)
    vocabulary = ner.parts["vocabulary"].decode().splitlines()
    wordpiece, network = WordPiece(vocabulary), restored(ner)
    sets = read_material(given.data, given.unlabelled, nlp, wordpiece, every=given.every)
    save(network, vocabulary, given.out, settle(network, sets, wordpiece, after=given.after, seed=given.seed))


if __name__ == "__main__":
    main()
