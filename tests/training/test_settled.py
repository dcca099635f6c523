"""Words that the first layers are sure about end there; read thoroughly, a model gives what it gave without that."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

torch = pytest.importorskip("torch", reason="training needs the extra `train`")
pytest.importorskip("onnx", reason="training needs the extra `train`")

from pipeline.training import restored as module  # noqa: E402
from pipeline.training.network import Tagger  # noqa: E402
from pipeline.training.prepared import TAGS  # noqa: E402
from pipeline.training.restored import restored, restored_settled  # noqa: E402
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


def test_a_model_tells_again_which_words_it_settles(network, tmp_path):
    ner = reader(network, tmp_path / "first", bias=-1).get_pipe("press_ner")
    words = restored_settled(ner)
    assert words.after == 1
    assert words.units.shape == (385, 2) and words.open.tolist() == [0, 0, -1] and words.guess.shape == (385, 384)
    assert restored_settled(reader(network, tmp_path / "none", bias=None).get_pipe("press_ner")) is None


def test_a_line_of_older_models_tells_the_same_as_two_units(network, tmp_path, monkeypatch):
    ner = reader(network, tmp_path / "first", bias=1).get_pipe("press_ner")
    line = {"open.w": np.ones((384, 1), np.float32), "open.b": np.float32([-2]), "guess.w": np.zeros((384, 384))}
    monkeypatch.setattr(module, "weights_of", lambda graph: line | {"guess.s": np.ones(384), "guess.b": np.zeros(384)})
    scores = restored_settled(ner).scores(torch.eye(384) * 5)
    assert torch.allclose(scores, torch.full((384,), 3.0))
    assert torch.allclose(restored_settled(ner).scores(torch.zeros(1, 384)), torch.tensor([-2.0]))


def test_states_are_told_apart():
    torch.manual_seed(0)
    points = torch.cat([torch.randn(4000, 3), torch.ones(4000, 1)], dim=1)
    names = points[:, 0] * points[:, 1] > 0.1  # no line parts these
    units, scores = separating(points, names, passes=60)
    told = (points @ units).relu() @ scores[:-1] + scores[-1] > 0
    assert told[names].float().mean() > 0.95
    assert told[~names].float().mean() < 0.5
