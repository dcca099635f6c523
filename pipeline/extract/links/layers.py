"""Layers of a network, run by numpy."""

import numpy as np

from pipeline.extract.links.weighing import Weights
from pipeline.extract.links.words import Floats


class Layers:
    """Layers by their names."""

    def __init__(self, weights: Weights) -> None:
        """Keep the weights."""
        self.weights = weights

    def linear(self, name: str, rows: Floats) -> Floats:
        """Apply a layer to (rows, numbers in), giving (rows, numbers out)."""
        return np.asarray(rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"])

    def norm(self, name: str, rows: Floats) -> Floats:
        """Bring rows to one scale."""
        rows = rows - rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt((rows * rows).mean(axis=1, keepdims=True) + 1e-5)
        return rows * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
