"""Averages models that were taught from the same one: `python -m pipeline.training.mean ONE OTHER … --out BETTER`.

Courses of several seeds forget and learn different things; the mean of their weights keeps what they share. A model
that is named twice counts twice: so what courses have learned is weighed against what they began with. Where the lower
layers are the same, as `further` leaves them, so is what tells the words that are settled there; otherwise that is
learned anew.
"""

import argparse
import copy
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import spacy
import torch
from torch import nn

from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.further import read_material
from pipeline.training.network import Tagger
from pipeline.training.restored import restored, restored_settled
from pipeline.training.saved import save
from pipeline.training.settle import sample
from pipeline.training.settled import guessed_again, settled

Network = TypeVar("Network", bound=nn.Module)


def mean_of(networks: Sequence[Network]) -> Network:
    """Give a network whose weights are the mean of those of others."""
    mean = copy.deepcopy(networks[0])
    weights = [dict(network.named_parameters()) for network in networks]
    with torch.no_grad():
        for name, rows in mean.named_parameters():
            rows.copy_(torch.stack([each[name] for each in weights]).mean(0))
    return mean


def begin_alike(networks: Sequence[Tagger], after: int) -> bool:
    """Tell whether networks have the same embeddings and first layers."""
    above = tuple(f"layers.{at}." for at in range(after, len(networks[0].encoder.layers)))
    first, *others = (dict(network.encoder.named_parameters()) for network in networks)
    lower = [name for name in first if not name.startswith(above)]
    return all(torch.equal(first[name], other[name]) for other in others for name in lower)


def main() -> None:
    """Read the models, and write the folder of their mean."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.mean", description=__doc__)
    parser.add_argument("models", type=Path, nargs="+", help="folders of the models")
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--links", type=Path, required=True, help="our own annotated articles (JSONL)")
    parser.add_argument("--unlabelled", type=Path, required=True, help="articles (JSONL) that the model labels itself")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the mean to")
    given = parser.parse_args()
    ners = [ner for model in given.models if isinstance(ner := spacy.load(model).get_pipe("press_ner"), PressNer)]
    networks = [restored(ner) for ner in ners]
    network = mean_of(networks)
    vocabulary = ners[0].parts["vocabulary"].decode().splitlines()
    wordpiece, words = WordPiece(vocabulary), restored_settled(ners[0])
    if words:
        batches = sample(
            read_material(given.data, given.links, given.unlabelled, given.models[0], wordpiece), wordpiece
        )
        if begin_alike(networks, words.after):
            words = guessed_again(network, batches, words)
        else:
            torch.manual_seed(0)
            words = settled(network, batches, after=words.after)
    save(network, vocabulary, given.out, words)


if __name__ == "__main__":
    main()
