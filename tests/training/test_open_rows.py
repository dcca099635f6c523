"""Upper layers are trained on what they read in use: the same words, and nearly the same states."""

from pathlib import Path

import numpy as np
import pytest
import spacy

torch = pytest.importorskip("torch", reason="training needs the extra `train`")
pytest.importorskip("onnx", reason="training needs the extra `train`")

from pipeline.extract.model.wordpiece import WordPiece  # noqa: E402
from pipeline.training.batches import Batch, epoch  # noqa: E402
from pipeline.training.further import Course, further  # noqa: E402
from pipeline.training.lower import lower_layers  # noqa: E402
from pipeline.training.network import Tagger  # noqa: E402
from pipeline.training.open_rows import OpenRows, open_rows, upper_states  # noqa: E402
from pipeline.training.prepared import TAGS, prepare  # noqa: E402
from pipeline.training.rounding import rounded_rows  # noqa: E402
from pipeline.training.saved import save  # noqa: E402
from pipeline.training.sets import Annotated  # noqa: E402
from pipeline.training.settled import Settled  # noqa: E402

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz.", *map("##{}".format, "abcdefgh")]
TEXT = "Ada met Bo at the bad cafe. " * 3
ADA = Annotated("a", "press", TEXT, ((0, 3, "PERSON"),), has_roles=True)


@pytest.fixture(scope="module")
def network() -> Tagger:
    torch.manual_seed(0)
    return Tagger(len(TAGS), layers=4).eval()


@pytest.fixture(scope="module")
def words(network: Tagger) -> Settled:
    """Some words are open after two layers, by whatever their states are."""
    draw = np.random.default_rng(1)
    units, scores = (draw.normal(size=size).astype(np.float32) for size in ((385, 8), (9,)))
    return Settled(2, units, scores - 0.4, draw.normal(size=(385, 384)).astype(np.float32))


@pytest.fixture(scope="module")
def written(network: Tagger, words: Settled, tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("model")
    save(network, VOCABULARY, folder, words)
    return folder


def batch_of(written: Path) -> Batch:
    article, wordpiece = prepare(ADA, spacy.load(written), WordPiece(VOCABULARY)), WordPiece(VOCABULARY)
    return epoch([article], wordpiece, size=10**6, pieces=10**6, masked=0.0, seed=0)[0]


def rows_of(written: Path, words: Settled) -> OpenRows:
    batch = batch_of(written)
    states = lower_layers(spacy.load(written).get_pipe("press_ner"), 2)(batch)
    return open_rows(batch, states, lambda states: words.scores(states) >= 0)


def test_states_are_those_of_the_written_model(network, words, written):
    rows = rows_of(written, words)
    nlp = spacy.load(written)
    hidden = torch.from_numpy(nlp.get_pipe("press_ner").states(nlp.make_doc(TEXT))[1])
    assert 0 < int(rows.words.sum()) < len(rows.words)
    with torch.no_grad():
        given = upper_states(network.encoder.layers[2:], rows)
    assert given.shape == hidden[rows.words].shape
    assert (given - hidden[rows.words]).abs().mean() < 0.03


def test_rows_are_rounded_by_their_window():
    rows = torch.tensor([[0.0, 1.0], [0.5, 255.0]])
    assert torch.equal(rounded_rows(rows, torch.tensor([0, 1]), 2), torch.tensor([[0.0, 1.0], [0.0, 255.0]]))


@pytest.mark.parametrize("layers", [None, [3]])
def test_upper_layers_alone_learn(network, words, written, layers):
    read = lower_layers(spacy.load(written).get_pipe("press_ner"), 2)
    course = Course(rate=1e-3, mean=0.0, passes=4)
    before = {name: weights.clone() for name, weights in network.state_dict().items()}
    taught = further(network, read, lambda _: [batch_of(written)], words, course, layers=layers)
    changed = {name for name, weights in taught.state_dict().items() if not torch.equal(weights, before[name])}
    assert changed
    assert all(name.startswith(("head", "encoder.layers.2", "encoder.layers.3")) for name in changed)
    assert len(taught.encoder.layers) == (3 if layers else 4)
