"""The model reads each text by itself: what stands beside it in a batch, or was read before, changes nothing."""

import pickle
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.assemble import load_model
from pipeline.settings import ACCURATE

TEXTS = (
    "",
    "\n\n",
    "Oslo",
    "no name at all stands in this line",
    "PORTO, 3 May 2024 - Ferrovia Azul said on Friday that its chief executive, Inês Cardoso, would step down.",
    "| 1 | 2 | 3 |\n" * 60,
    "Kestrel Foods of Leeds bought Ondine. " * 60,
    "x" * 3000 + " Maria Okafor, minister of trade, met Lukas Brandt in Lagos.",
)


@pytest.fixture(scope="module", params=[None, ACCURATE])
def nlp(request: pytest.FixtureRequest) -> Language:
    return load_model(request.param)


def names(docs: Iterable[Doc]) -> list[tuple[list[tuple[int, int, str]], list[float]]]:
    """Give the names of texts, and how sure the model is of each."""
    return [
        ([(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents], doc.spans["press_ner"].attrs["scores"])
        for doc in docs
    ]


def test_a_text_reads_the_same_alone_and_in_any_batch(nlp):
    alone = names(nlp(text) for text in TEXTS)
    assert any(found for found, _ in alone)
    for size in (1, 3, 100):
        assert names(nlp.pipe(TEXTS, batch_size=size)) == alone
    assert names(nlp.pipe(reversed(TEXTS), batch_size=2)) == alone[::-1]


def test_states_are_the_same_to_the_last_bit(nlp):
    ner = nlp.get_pipe("press_ner")
    first = [ner.states(nlp.make_doc(text))[1] for text in TEXTS]
    again = [ner.states(nlp.make_doc(text))[1] for text in reversed(TEXTS)][::-1]
    for once, twice in zip(first, again, strict=True):
        assert np.array_equal(once, twice)


def test_each_word_has_a_state(nlp):
    for text in TEXTS:
        doc = nlp.make_doc(text)
        words, states = nlp.get_pipe("press_ner").states(doc)
        assert words == [token.i for token in doc if not token.is_space]
        assert states.shape == (len(words), 384)


def test_it_reads_the_same_after_being_saved_or_sent(nlp, tmp_path):
    first = names(nlp(text) for text in TEXTS)
    ner = nlp.get_pipe("press_ner")
    sent = pickle.loads(pickle.dumps(ner))
    assert names(sent(nlp.make_doc(text)) for text in TEXTS) == first
    nlp.to_disk(tmp_path / "saved")
    assert names(spacy.load(Path(tmp_path / "saved")).pipe(TEXTS)) == first


def test_without_a_model_it_says_so():
    empty = spacy.blank("en").add_pipe("press_ner")
    assert empty.labels == ()
    with pytest.raises(ValueError, match="press_ner has no model"):
        empty(spacy.blank("en").make_doc("Oslo"))


def test_accurate_reads_all_words_through_all_layers():
    text = "Ferrovia Azul said on Friday that it would close its works without giving reasons."
    quick, accurate = (load_model(name) for name in (None, ACCURATE))
    apart = [nlp.get_pipe("press_ner").states(nlp.make_doc(text))[1] for nlp in (quick, accurate)]
    assert not np.allclose(*apart, atol=0.05)
    assert [ent.text for ent in quick(text).ents] == [ent.text for ent in accurate(text).ents]
