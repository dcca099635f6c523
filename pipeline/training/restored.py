"""A model's folder to the network it was made from: what training goes on with where the float weights are gone."""

from io import BytesIO
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from pipeline.extract.model.encoder import PressNer
from pipeline.training.network import Tagger
from pipeline.training.settled import Settled

Weights = dict[str, NDArray[Any]]


def restored(ner: PressNer) -> Tagger:
    """Give the network of a loaded model, with the weights that int8 holds."""
    given = weights_of(onnx.load_model_from_string(ner.parts["encoder"]).graph)
    head = np.load(BytesIO(ner.parts["head"]), allow_pickle=False)
    layers = sum(name.endswith(".up.w") for name in given)
    network = Tagger(head.shape[1], layers=layers)
    network.encoder.load_state_dict(encoder_weights(given, layers))
    network.head.load_state_dict({"weight": floats(head[:-1].T), "bias": floats(head[-1])})
    return network


def restored_settled(ner: PressNer) -> Settled | None:
    """Give what tells the words that a loaded model settles early, if it settles any."""
    graph = onnx.load_model_from_string(ner.parts["encoder"]).graph
    given = weights_of(graph)
    if "open.w" not in given:
        return None
    score = np.concatenate([given["open.w"][:, 0], given["open.b"]])
    if "open.units.w" in given:
        units = np.concatenate([given["open.units.w"], given["open.units.b"][None]])
    else:  # told by a line, in older models: two units that together let everything through
        units, score = np.stack([score, -score], axis=1), np.array([1, -1, 0], np.float32)
    guess = np.concatenate([given["guess.w"] * given["guess.s"], given["guess.b"][None]])
    return Settled(layers_before(graph), units, score, guess.astype(np.float32))


def layers_before(graph: onnx.GraphProto) -> int:
    """Count the layers that all words go through."""
    count = 0
    for node in graph.node:
        if {"open.w", "open.units.w"}.intersection(node.input):
            break
        count += any(name.endswith(".n2.w") for name in node.input)
    return count


def weights_of(graph: onnx.GraphProto) -> Weights:
    """Give the arrays of a graph by their names."""
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}


def encoder_weights(given: Weights, layers: int) -> dict[str, Tensor]:
    """Turn the weights of the ONNX graph that `quantise` wrote back to the encoder's own."""
    places = floats(given["places"])
    own = {
        "pieces.weight": floats(given["pieces.w"] * given["pieces.s"]),
        "positions.weight": places,
        "kind": torch.zeros(places.shape[1]),  # the graph has it added to the places
        "shapes.weight": floats(given["shapes.w"]),
        "norm.weight": floats(given["norm.w"]),
        "norm.bias": floats(given["norm.b"]),
    }
    for at in range(layers):
        for part in ("seen", "out", "up", "down"):
            name = f"l{at}.{part}"
            own[f"layers.{at}.{part}.weight"] = floats((given[f"{name}.w"] * given[f"{name}.s"]).T)
            own[f"layers.{at}.{part}.bias"] = floats(given[f"{name}.b"])
        for part, name in (("norm1", "n1"), ("norm2", "n2")):
            own[f"layers.{at}.{part}.weight"] = floats(given[f"l{at}.{name}.w"])
            own[f"layers.{at}.{part}.bias"] = floats(given[f"l{at}.{name}.b"])
    return own


def floats(values: NDArray[Any]) -> Tensor:
    """Give an array as a tensor of its own."""
    return torch.from_numpy(np.array(values, dtype=np.float32))
