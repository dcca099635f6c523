"""Items that hear each other: the same however many are worked out at once, and nothing from far away."""

import numpy as np
import pytest

from pipeline.extract.links import features, hearing
from pipeline.extract.links.hearing import Hearing
from pipeline.extract.links.items import ITEM_KINDS, Items

WIDE, ITEM, HEADS = 6, 8, 2


@pytest.fixture
def weights():
    chance = np.random.default_rng(0)
    shapes = {
        "item.weight": (ITEM, WIDE),
        "item.bias": (ITEM,),
        "item_back.weight": (WIDE, ITEM),
        "item_back.bias": (WIDE,),
        "item_kind.weight": (ITEM_KINDS, ITEM),
        "item_layers.0.norm.weight": (ITEM,),
        "item_layers.0.norm.bias": (ITEM,),
        "item_layers.0.last.weight": (ITEM,),
        "item_layers.0.last.bias": (ITEM,),
        "item_layers.0.asks.weight": (3 * ITEM, ITEM),
        "item_layers.0.asks.bias": (3 * ITEM,),
        "item_layers.0.out.weight": (ITEM, ITEM),
        "item_layers.0.out.bias": (ITEM,),
        "item_layers.0.mix.weight": (2 * ITEM, ITEM),
        "item_layers.0.mix.bias": (2 * ITEM,),
        "item_layers.0.told.weight": (ITEM, 2 * ITEM),
        "item_layers.0.told.bias": (ITEM,),
        "item_layers.0.beside.0.weight": (features.DISTANCES, HEADS),
        "item_layers.0.beside.1.weight": (7, HEADS),
        "item_layers.0.beside.2.weight": (2, HEADS),
    }
    return {name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def items(count):
    low = np.arange(count)[::-1] * 3  # in no order of the text
    return Items(np.arange(count) % 2, low, low + 1, low // 20, np.arange(count) % 5, np.argsort(np.argsort(low)))


def test_blocks_say_what_the_whole_says(weights, monkeypatch):
    stretches = np.random.default_rng(1).normal(size=(500, WIDE)).astype(np.float32)
    monkeypatch.setattr(hearing, "BLOCK", 1000)
    whole = Hearing(weights)(items(500), stretches)
    monkeypatch.setattr(hearing, "BLOCK", 7)
    assert np.allclose(Hearing(weights)(items(500), stretches), whole, atol=1e-4)


def test_what_stands_far_away_is_not_heard(weights):
    stretches = np.zeros((500, WIDE), np.float32)
    before = Hearing(weights)(items(500), stretches)
    stretches[0] = 5  # the last of the text
    changed = np.abs(Hearing(weights)(items(500), stretches) - before).max(axis=1) > 1e-4
    assert changed[1] and not changed[300:].any()
