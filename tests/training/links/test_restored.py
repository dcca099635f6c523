"""A links network that was written is had back, takes rules that it doesn't know, and several have a mean."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

from pipeline.training.links.network import LinkNet  # noqa: E402
from pipeline.training.links.package import write_links  # noqa: E402
from pipeline.training.links.restored import restored_links, rules_known  # noqa: E402
from pipeline.training.mean import mean_of  # noqa: E402
from pipeline.training.network import WIDTH  # noqa: E402

RULES = ["", "name_role", "role_name"]


def network(seed: int) -> LinkNet:
    torch.manual_seed(seed)
    return LinkNet(2 * WIDTH, len(RULES))


def test_a_written_network_is_had_back_and_takes_more_rules(tmp_path: Path) -> None:
    written = network(0)
    write_links(tmp_path, written, {"rules": RULES})
    again = restored_links(tmp_path, len(RULES) + 2)
    assert rules_known(tmp_path) == RULES
    assert torch.allclose(again.rules.weight[: len(RULES)], written.rules.weight, atol=1e-3)
    assert torch.equal(again.rules.weight[len(RULES) :], again.rules.weight[:1].expand(2, -1))
    assert torch.allclose(again.states.weight, written.states.weight, atol=1e-3)


def test_the_mean_lies_between_networks() -> None:
    one, other = network(0), network(1)
    assert torch.allclose(mean_of([one, other]).word.weight, (one.word.weight + other.word.weight) / 2)
