"""The parts of an encoder as nodes of an ONNX graph, their weights rounded to whole numbers."""

from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from pipeline.training.network import HEADS, Encoder

MOST = 63
"""Weights keep 7 bits: sums of pairs then fit 16 bits on processors without VNNI, and scores stay the same."""


@dataclass
class Graph:
    """The nodes and weights of an ONNX graph, in the making."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)

    def weight(self, name: str, values: np.ndarray) -> str:
        """Add a weight, and give its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, op: str, inputs: list[str], *, outputs: int = 1, domain: str = "", **how: object) -> list[str]:
        """Add a node, and give the names of its outputs."""
        names = [f"{op}{len(self.nodes)}.{at}" for at in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, domain=domain, **how))
        return names


def rounded(weights: np.ndarray, most: int, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Round weights to whole numbers of -most … most; give these and the scale of each row or column."""
    scale = np.maximum(np.abs(weights).max(axis=axis, keepdims=True) / most, 1e-12).astype(np.float32)
    return np.rint(weights / scale).astype(np.int8), scale


def numbers(part: nn.Module, name: str = "weight") -> np.ndarray:
    """Give the weights of a part of the network."""
    return np.asarray(getattr(part, name).detach().float().numpy())


def whole_numbers(graph: Graph, weights: np.ndarray, bias: np.ndarray, name: str) -> tuple[str, str, str, str]:
    """Add the weights of a linear layer, rounded by column: weights, scales, zero points, bias."""
    whole, scale = rounded(weights, MOST, axis=0)
    zero = np.zeros(len(scale[0]), np.int8)
    parts = {"w": whole, "s": scale[0], "z": zero, "b": bias}
    w, s, z, b = (graph.weight(f"{name}.{kind}", values) for kind, values in parts.items())
    return w, s, z, b


def linear(graph: Graph, x: str, part: nn.Linear, name: str) -> str:
    """Add a linear layer in int8, its input rounded as it comes."""
    return rounded_linear(graph, x, numbers(part).T, numbers(part, "bias"), name)


def rounded_linear(graph: Graph, x: str, weights: np.ndarray, bias: np.ndarray, name: str) -> str:
    """Add a linear layer in int8 from its weights, inputs x outputs."""
    w, s, z, b = whole_numbers(graph, weights, bias, name)
    return graph.node("DynamicQuantizeMatMul", [x, w, s, z, b], domain="com.microsoft")[0]


def attention(graph: Graph, x: str, part: nn.Linear, name: str) -> str:
    """Add the attention of a layer, its first multiplication in int8."""
    w, s, z, b = whole_numbers(graph, numbers(part).T, numbers(part, "bias"), name)
    whole, scale, zero = graph.node("DynamicQuantizeLinear", [x], outputs=3)
    inputs = [whole, w, b, scale, s, "", zero, z]
    return graph.node("QAttention", inputs, domain="com.microsoft", num_heads=HEADS)[0]


def norm(graph: Graph, x: str, part: nn.LayerNorm, name: str) -> str:
    """Add a layer norm."""
    inputs = [x, graph.weight(f"{name}.w", numbers(part)), graph.weight(f"{name}.b", numbers(part, "bias"))]
    return graph.node("LayerNormalization", inputs, axis=-1, epsilon=part.eps)[0]


def embed(graph: Graph, encoder: Encoder) -> str:
    """Add the embeddings of pieces (int8 by row), places and shapes."""
    whole, scale = rounded(numbers(encoder.pieces), 127, axis=1)
    table, scales = graph.weight("pieces.w", whole), graph.weight("pieces.s", scale)
    rows = graph.node("Cast", graph.node("Gather", [table, "pieces"]), to=TensorProto.FLOAT)
    x = graph.node("Mul", rows + graph.node("Gather", [scales, "pieces"]))[0]
    places = numbers(encoder.positions) + numbers(encoder, "kind")
    length = graph.node("Shape", ["pieces"])[0]
    head = graph.node("Slice", [graph.weight("places", places), graph.weight("zero", np.zeros(1, np.int64)), length])[0]
    shapes = graph.node("Gather", [graph.weight("shapes.w", numbers(encoder.shapes)), "shapes"])[0]
    x = graph.node("Add", [graph.node("Add", [x, head])[0], shapes])[0]
    return graph.node("Unsqueeze", [norm(graph, x, encoder.norm, "norm"), "zero"])[0]
