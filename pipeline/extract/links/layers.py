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
        found: Floats = rows @ self.weights[f"{name}.weight"].T
        found += self.weights[f"{name}.bias"]
        return found

    def norm(self, name: str, rows: Floats) -> Floats:
        """Bring rows to one scale."""
        rows = rows - rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt((rows * rows).mean(axis=1, keepdims=True) + 1e-5)
        rows *= self.weights[f"{name}.weight"]
        rows += self.weights[f"{name}.bias"]
        return rows
