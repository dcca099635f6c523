"""Words that the first layers are sure about end there; read thoroughly, a model gives what it gave without that."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

torch = pytest.importorskip("torch", reason="training needs the extra `train`")
pytest.importorskip("onnx", reason="training needs the extra `train`")

from pipeline.training.network import Tagger  # noqa: E402
from pipeline.training.prepared import TAGS  # noqa: E402
from pipeline.training.restored import restored  # noqa: E402
from pipeline.training.saved import save  # noqa: E402
from pipeline.training.settled import Settled, separating  # noqa: E402

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz.", *map("##{}".format, "abcdefgh")]
TEXT = "Ada met Bo at the bad cafe. " * 9


@pytest.fixture(scope="module")
def network() -> Tagger:
    torch.manual_seed(0)
    return Tagger(len(TAGS), layers=3)


def reader(network: Tagger, out: Path, *, bias: float | None, thorough: bool = False) -> Language:
    """Write and load a model whose words all are settled after a layer (-1), or none is (1)."""
    units, scores = np.zeros((385, 2), np.float32), np.array([0, 0, bias or 0], np.float32)
    guess = np.random.default_rng(0).normal(size=(385, 384)).astype(np.float32)
    save(network, VOCABULARY, out, None if bias is None else Settled(1, units, scores, guess))
    return spacy.load(out, config={"components": {"press_ner": {"thorough": thorough}}})


def states(nlp: Language) -> np.ndarray:
    return nlp.get_pipe("press_ner").states(nlp.make_doc(TEXT))[1]


def test_thorough_or_open_words_are_as_without(network, tmp_path):
    whole = states(reader(network, tmp_path / "whole", bias=None))
    assert np.array_equal(states(reader(network, tmp_path / "open", bias=1)), whole)
    assert np.array_equal(states(reader(network, tmp_path / "thorough", bias=-1, thorough=True)), whole)
    assert not np.allclose(states(reader(network, tmp_path / "settled", bias=-1)), whole, atol=0.1)


def test_a_restored_network_writes_the_same_model(network, tmp_path):
    nlp = reader(network, tmp_path / "first", bias=1)
    again = reader(restored(nlp.get_pipe("press_ner")), tmp_path / "again", bias=1)
    assert np.allclose(states(again), states(nlp), atol=1e-3)


def test_states_are_told_apart():
    torch.manual_seed(0)
    points = torch.cat([torch.randn(4000, 3), torch.ones(4000, 1)], dim=1)
    names = points[:, 0] * points[:, 1] > 0.1  # no line parts these
    units, scores = separating(points, names, passes=60)
    told = (points @ units).relu() @ scores[:-1] + scores[-1] > 0
    assert told[names].float().mean() > 0.95
    assert told[~names].float().mean() < 0.5
