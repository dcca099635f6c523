"""Articles about which something was decided, and others, to changes of a links model's last layers."""

from collections.abc import Sequence

import numpy as np

from pipeline.extract.links.weighing import TAUGHT, Weights
from pipeline.retrain.links.slope import Read, slope_of_loss

STEPS, RATE = 80, 0.02
"""Steps of the search, and how far a weight goes in one at most."""
ANCHOR = 0.2
"""How much evidence it takes to move a weight: the slope of what is decided must outweigh its distance from before."""
REPLAY = 0.3
"""How much it counts that what was not decided stays as likely as before."""
SLOW, SLOWER, LITTLE = 0.9, 0.99, 1e-8


def teach(weights: Weights, articles: Sequence[Read]) -> Weights:
    """Give the changes that make what was decided likely, and leave all else as likely as it was.

    Adam, from nothing, over all articles at once: the same articles give the same changes.
    """
    changes = {name: np.zeros_like(weights[name]) for name in TAUGHT}
    speed = {name: np.zeros_like(rows) for name, rows in changes.items()}
    size = {name: np.zeros_like(rows) for name, rows in changes.items()}
    for step in range(1, STEPS + 1):
        now = {**weights, **{name: weights[name] + rows for name, rows in changes.items()}}
        slopes = [slope_of_loss(now, one, replay=REPLAY) for one in articles]
        for name, rows in changes.items():
            down = ANCHOR * rows + sum(one[name] for one in slopes if one)
            speed[name] = SLOW * speed[name] + (1 - SLOW) * down
            size[name] = SLOWER * size[name] + (1 - SLOWER) * down * down
            fair = speed[name] / (1 - SLOW**step), np.sqrt(size[name] / (1 - SLOWER**step))
            rows -= RATE * fair[0] / (fair[1] + LITTLE)
    return changes
