"""What a reader sees in a way of their own is learned apart, and the first reader's way is what is kept."""

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

from pipeline.training.links.network import OWN, LinkNet  # noqa: E402


def test_the_first_readers_own_is_added_to_what_all_see():
    torch.manual_seed(0)
    network = LinkNet(16, 3)
    for layer in network.readers.values():
        torch.nn.init.normal_(layer.weight)
    kept, all_weights = network.as_first_reader(), network.state_dict()
    assert {name for name in all_weights if not name.startswith("readers.")} == set(kept)
    for name, whole in OWN.items():
        own = network.readers[name].weight
        assert torch.allclose(kept[whole], all_weights[whole] + own[0])
        assert not torch.allclose(kept[whole], all_weights[whole] + own[1])
    assert torch.equal(kept["word.weight"], all_weights["word.weight"])
