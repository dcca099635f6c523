"""Averages models that were taught from the same one: `python -m pipeline.training.mean ONE OTHER … --out BETTER`.

Courses of several seeds forget and learn different things; the mean of their weights keeps what they share. Their lower
layers must be the same, as `further` leaves them, and so is what tells the words that are settled there.
"""

import argparse
import copy
from collections.abc import Sequence
from pathlib import Path

import spacy
import torch

from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.further import read_material
from pipeline.training.network import Tagger
from pipeline.training.restored import restored, restored_settled
from pipeline.training.saved import save
from pipeline.training.settle import sample
from pipeline.training.settled import guessed_again


def mean_of(networks: Sequence[Tagger]) -> Tagger:
    """Give a network whose weights are the mean of those of others."""
    mean = copy.deepcopy(networks[0])
    weights = [dict(network.named_parameters()) for network in networks]
    with torch.no_grad():
        for name, rows in mean.named_parameters():
            rows.copy_(torch.stack([each[name] for each in weights]).mean(0))
    return mean


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
    network = mean_of([restored(ner) for ner in ners])
    vocabulary = ners[0].parts["vocabulary"].decode().splitlines()
    wordpiece, settled = WordPiece(vocabulary), restored_settled(ners[0])
    if settled:
        sets = read_material(given.data, given.links, given.unlabelled, given.models[0], wordpiece)
        settled = guessed_again(network, sample(sets, wordpiece, seed=0), settled)
    save(network, vocabulary, given.out, settled)


if __name__ == "__main__":
    main()
