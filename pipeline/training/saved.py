"""A trained network to the folder of a model."""

import tempfile
from pathlib import Path

import torch

from pipeline.training.network import Tagger
from pipeline.training.package import write_model
from pipeline.training.quantise import quantise
from pipeline.training.settled import Settled


def save(network: Tagger, vocabulary: list[str], out: Path, settled: Settled | None = None) -> None:
    """Write a trained network as a pipeline folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        quantise(network.encoder, path, settled)
        head = torch.cat([network.head.weight.T, network.head.bias[None]]).detach().numpy()
        write_model(out, encoder=path.read_bytes(), vocabulary="\n".join(vocabulary) + "\n", head=head, scores={})
