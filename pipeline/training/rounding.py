"""Rounds weights and rows in training as int8 does in use, so that a network learns to be read rounded."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.training.nodes import MOST

LEVELS = 255
"""Rows are rounded to so many steps between their least and greatest value, those of a window by the same ones."""


class Rounded(torch.autograd.Function):
    """Gives rounded values; the slope is that of the values themselves."""

    @staticmethod
    def forward(_: Any, values: Tensor, low: Tensor, high: Tensor) -> Tensor:
        """Round values to whole steps between two bounds, of which nothing is one."""
        step = ((high - low) / LEVELS).clamp_min(1e-8)
        zero = torch.round(-low / step)
        return ((torch.round(values / step) + zero).clamp(0, LEVELS) - zero) * step

    @staticmethod
    def backward(_: Any, *slopes: Tensor) -> tuple[Tensor, None, None]:
        """Hand the slope on as it is."""
        return slopes[0], None, None


class RoundedWeights(torch.autograd.Function):
    """Gives weights rounded by what each unit reads, as `nodes.rounded` writes them."""

    @staticmethod
    def forward(_: Any, weights: Tensor) -> Tensor:
        """Round weights."""
        step = (weights.abs().amax(dim=1, keepdim=True) / MOST).clamp_min(1e-12)
        return torch.round(weights / step) * step

    @staticmethod
    def backward(_: Any, *slopes: Tensor) -> Tensor:
        """Hand the slope on as it is."""
        return slopes[0]


def rounded_rows(rows: Tensor, windows: Tensor, count: int) -> Tensor:
    """Round rows by the bounds of the window that each belongs to."""
    values = rows.float()
    with torch.no_grad():
        none = torch.zeros(count)
        high = none.scatter_reduce(0, windows, values.amax(dim=1), "amax")[windows, None]
        low = none.scatter_reduce(0, windows, values.amin(dim=1), "amin")[windows, None]
    rounded: Tensor = Rounded.apply(values, low, high)  # type: ignore[no-untyped-call]
    return rounded


def rounded_linear(part: nn.Linear, rows: Tensor) -> Tensor:
    """Give what a linear layer makes of rounded rows, its weights rounded, too."""
    weights = RoundedWeights.apply(part.weight)  # type: ignore[no-untyped-call]
    return functional.linear(rows.bfloat16(), weights.bfloat16(), part.bias.bfloat16()).float()
