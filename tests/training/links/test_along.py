"""An encoder taught along: whole articles in windows, and states as links read them in use."""

import random

import numpy as np
import pytest
import spacy

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

from pipeline.extract.model.wordpiece import WordPiece  # noqa: E402
from pipeline.training.links.along import Both, BothPlan, Linked, windowed  # noqa: E402
from pipeline.training.network import WIDTH, Tagger  # noqa: E402
from pipeline.training.prepared import TAGS, Prepared, prepare  # noqa: E402
from pipeline.training.sets import Annotated  # noqa: E402

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDPIECE = WordPiece(["[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *map("##{}".format, LETTERS)])
PLAN = BothPlan(masked=0.0)


def article(words: int, letter: str) -> Prepared:
    text = " ".join(letter * 3 for _ in range(words))
    return prepare(Annotated(letter, "links", text, ()), spacy.blank("en"), WORDPIECE)


SOME = ((90, "a"), (5, "b"), (200, "c"))


def test_each_word_of_whole_articles_counts_once_in_their_order():
    some = [Linked(article(words, letter), {}, {}) for words, letter in SOME]
    batch, kept = windowed(some, WORDPIECE, random.Random(0), PLAN)
    firsts = batch.pieces[batch.firsts][kept].tolist()
    assert firsts == [
        WORDPIECE.ids[letter] for words, letter in ((90, "a"), (5, "b"), (200, "c")) for _ in range(words)
    ]
    assert batch.pieces.shape[1] <= 128 + 2


def test_plain_words_have_a_guess_for_their_last_state():
    torch.manual_seed(0)
    network = Tagger(len(TAGS), layers=3)
    both = Both(network, torch.nn.Identity(), np.zeros((WIDTH + 1, WIDTH), np.float32), after=1).eval()
    batch, kept = windowed([Linked(article(40, "a"), {}, {})], WORDPIECE, random.Random(0), PLAN)
    with torch.no_grad():
        network.head.bias[0] = 100.0
        plain = both.states(batch, kept)
        network.head.bias[0] = -100.0
        named = both.states(batch, kept)
    assert plain.shape == (40, 2 * WIDTH)
    assert not plain[:, :WIDTH].any() and named[:, :WIDTH].any()
    assert torch.equal(plain[:, WIDTH:], named[:, WIDTH:])
