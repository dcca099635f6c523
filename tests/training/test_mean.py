"""The mean of models is in the middle of each of their weights."""

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

from pipeline.training.mean import mean_of  # noqa: E402
from pipeline.training.network import Tagger  # noqa: E402


def test_each_weight_is_the_mean_and_the_models_stay() -> None:
    one, other = (Tagger(60, layers=1) for _ in range(2))
    before = one.head.weight.clone()
    mean = dict(mean_of([one, other]).named_parameters())
    others = dict(other.named_parameters())
    for name, rows in one.named_parameters():
        assert torch.allclose(mean[name], (rows + others[name]) / 2)
    assert torch.equal(one.head.weight, before) and not torch.equal(before, other.head.weight)
