"""A trained encoder to int8 ONNX: the pieces of one window in, two hidden states a word out, the last and a former."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper
from torch import nn

from pipeline.training.network import WIDTH, Encoder
from pipeline.training.nodes import Graph, attention, embed, linear, norm, rounded_linear
from pipeline.training.settled import Settled

OUTPUTS = ("hidden", "middle")
"""The last layer has learned names; what belongs together is read from the layers before as well."""
NEAR = 2
"""Pieces on each side of an open word that it still sees, as they were when they were settled."""


@dataclass(frozen=True)
class Open:
    """The words that an encoder goes on with, as names of values in the graph."""

    x: str
    """States of the pieces of these words, and of those near them."""
    pieces: str
    """Which of these rows are pieces of these words."""
    firsts: str
    """Which of these rows are first pieces of these words."""
    words: str
    """Which words of the window these are."""
    guesses: str
    """States of all words of the window as they are guessed."""


def layer(graph: Graph, x: str, part: nn.Module, name: str, *, rows: str | None) -> str:
    """Add a layer; where rows are named, it reads all and goes on with these alone."""
    read = attention(graph, x, part.seen, f"{name}.seen")
    if rows:
        x, read = (graph.node("Gather", [states, rows], axis=1)[0] for states in (x, read))
    x = norm(graph, graph.node("Add", [x, linear(graph, read, part.out, f"{name}.out")])[0], part.norm1, f"{name}.n1")
    inner = graph.node("Gelu", [linear(graph, x, part.up, f"{name}.up")], domain="com.microsoft")[0]
    down = linear(graph, inner, part.down, f"{name}.down")
    return norm(graph, graph.node("Add", [x, down])[0], part.norm2, f"{name}.n2")


def opened(graph: Graph, x: str, states: str, settled: Settled) -> Open:
    """Part the words that are settled after a layer, by the states of pieces, from those that are still open."""
    graph.weight("one", np.ones(1, np.int64))
    x = graph.node("Squeeze", [x, "zero"])[0]
    open_pieces = is_open(graph, x, settled)
    near = neighbours(graph, open_pieces)
    rows = places(graph, near)
    counted = graph.node("CumSum", [graph.node("Cast", [near], to=TensorProto.INT64)[0], "zero"])[0]
    row_of = graph.node("Sub", [counted, "one"])[0]
    words = places(graph, graph.node("Gather", [open_pieces, "firsts"])[0])
    firsts = graph.node("Gather", ["firsts", words])[0]
    return Open(
        x=graph.node("Unsqueeze", [graph.node("Gather", [x, rows])[0], "zero"])[0],
        pieces=graph.node("Gather", [row_of, places(graph, open_pieces)])[0],
        firsts=graph.node("Gather", [row_of, firsts])[0],
        words=words,
        guesses=rounded_linear(graph, states, settled.guess[:-1], settled.guess[-1], "guess"),
    )


def is_open(graph: Graph, x: str, settled: Settled) -> str:
    """Say of each piece whether its word is open; the marks of begin and end always are, for all words look at them."""
    for name, weights in (("open.units", settled.units), ("open", settled.open[:, None])):
        part = graph.weight(f"{name}.w", weights[:-1]), graph.weight(f"{name}.b", weights[-1])
        x = graph.node("Add", [graph.node("MatMul", [x, part[0]])[0], part[1]])[0]
        if name == "open.units":
            x = graph.node("Relu", [x])[0]
    score = graph.node("Squeeze", [x, "one"])[0]
    of_word = graph.node("GreaterOrEqual", [graph.node("Gather", [score, "owners"])[0], "least"])[0]
    is_mark = graph.node("Equal", ["shapes", "zero"])[0]
    return graph.node("Or", [of_word, is_mark])[0]


def neighbours(graph: Graph, chosen: str) -> str:
    """Add to chosen pieces those that stand near them."""
    axes = graph.weight("axes", np.array([0, 1]))
    wide = graph.node("Unsqueeze", [graph.node("Cast", [chosen], to=TensorProto.FLOAT)[0], axes])[0]
    pooled = graph.node("MaxPool", [wide], kernel_shape=[2 * NEAR + 1], pads=[NEAR, NEAR])[0]
    return graph.node("Cast", [graph.node("Squeeze", [pooled, axes])[0]], to=TensorProto.BOOL)[0]


def places(graph: Graph, chosen: str) -> str:
    """List where a row of yes and no has yes."""
    return graph.node("Squeeze", [graph.node("NonZero", [chosen])[0], "zero"])[0]


def put(graph: Graph, into: str, rows: str, x: str) -> str:
    """Put states into the rows of others."""
    return graph.node("ScatterND", [into, graph.node("Unsqueeze", [rows, "one"])[0], x])[0]


def hidden_states(graph: Graph, encoder: Encoder, settled: Settled | None) -> tuple[str, str]:
    """Add an encoder, and give the states of the window's words at its end and after the layers that read all."""
    x, rest, middle = embed(graph, encoder), None, ""
    whole = settled.after if settled else len(encoder.layers) // 2
    for at, part in enumerate(encoder.layers):
        last = part is encoder.layers[-1]
        if at == whole:
            middle = graph.node("Squeeze", [graph.node("Gather", [x, "firsts"], axis=1)[0], "zero"])[0]
            if settled:
                rest = opened(graph, x, middle, settled)
                x = rest.x
        rows = (rest.firsts if last else rest.pieces) if rest else "firsts" if last else None
        states = layer(graph, x, part, f"l{at}", rows=rows)
        if rest and not last:
            x, states = (graph.node("Squeeze", [values, "zero"])[0] for values in (x, states))
            states = graph.node("Unsqueeze", [put(graph, x, rest.pieces, states), "zero"])[0]
        x = states
    x = graph.node("Squeeze", [x, "zero"])[0]
    return put(graph, rest.guesses, rest.words, x) if rest else x, middle


def quantise(encoder: Encoder, path: Path, settled: Settled | None = None) -> None:
    """Write an encoder as int8 ONNX: weights by channel, activations by window as they come.

    Where words are settled after some layers, only the others go through all of them.
    """
    graph = Graph()
    for states, name in zip(hidden_states(graph, encoder, settled), OUTPUTS, strict=True):
        graph.nodes.append(helper.make_node("Identity", [states], [name]))
    sizes = {"pieces": "n", "shapes": "n", "firsts": "words", "owners": "n"}
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [size]) for name, size in sizes.items()]
    inputs.append(helper.make_tensor_value_info("least", TensorProto.FLOAT, [1]))
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", WIDTH]) for name in OUTPUTS]
    whole = helper.make_graph(graph.nodes, "press", inputs, outputs, graph.weights)
    versions = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(whole, opset_imports=versions, ir_version=9, producer_name="pressfacts")
    path.write_bytes(model.SerializeToString(deterministic=True))
