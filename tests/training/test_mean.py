"""The mean of models is in the middle of each of their weights."""

import copy

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

from pipeline.training.mean import begin_alike, mean_of  # noqa: E402
from pipeline.training.network import Tagger  # noqa: E402


def test_each_weight_is_the_mean_and_the_models_stay() -> None:
    one, other = (Tagger(60, layers=1) for _ in range(2))
    before = one.head.weight.clone()
    mean = dict(mean_of([one, other]).named_parameters())
    others = dict(other.named_parameters())
    for name, rows in one.named_parameters():
        assert torch.allclose(mean[name], (rows + others[name]) / 2)
    assert torch.equal(one.head.weight, before) and not torch.equal(before, other.head.weight)


def test_one_that_is_named_twice_counts_twice() -> None:
    one, other = (Tagger(60, layers=1) for _ in range(2))
    assert torch.allclose(mean_of([one, one, other]).head.weight, (2 * one.head.weight + other.head.weight) / 3)


def test_networks_begin_alike_where_only_their_upper_layers_differ() -> None:
    one = Tagger(60, layers=3)
    other = copy.deepcopy(one)
    with torch.no_grad():
        other.encoder.layers[2].up.weight += 1
    assert begin_alike([one, other], 2)
    assert not begin_alike([one, other], 3)
    with torch.no_grad():
        other.encoder.pieces.weight += 1
    assert not begin_alike([one, other], 2)
