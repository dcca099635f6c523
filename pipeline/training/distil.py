"""Makes a faster model of a model: `python -m pipeline.training.distil MODEL --layers 0 2 5 --out FAST`.

A network that has some of the layers of the big one learns to give its states and tags, over articles that nobody
annotated and the annotated ones, these also with other names in their places.
"""

import argparse
import copy
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from torch import Tensor, nn

from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.wordpiece import MASK, WordPiece
from pipeline.training.batches import Batch, epoch
from pipeline.training.fit import ANNOTATED, TrainingPlan, loss_of, optimiser
from pipeline.training.network import Dropout, Tagger
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.renamed import collected, renamed
from pipeline.training.restored import restored
from pipeline.training.saved import save
from pipeline.training.self_label import some_articles
from pipeline.training.sets import read_sets


@dataclass(frozen=True)
class Pace:
    """How a network is made of a bigger one."""

    steps: int = 2000
    rise: int = 40
    """Steps in which the rate rises."""
    fall: int = 120
    """Steps at the end in which it falls to nothing; between, it stays, so that one may end at any step."""
    rate: float = 5e-4
    pieces: int = 2048
    masked: float = 0.04
    mean: float = 0.995
    tags: float = 2.0
    """How much the big network's tags count beside its states."""
    annotated: float = 0.5
    """How much the annotated tags count."""

    def share(self, step: int) -> float:
        """Give the share of the full rate at a step."""
        return min(1.0, (step + 1) / self.rise, max(0.02, (self.steps - step) / self.fall))


def some_layers(network: Tagger, layers: Sequence[int]) -> Tagger:
    """Give a copy of a network that has some of its layers, and drops no units."""
    small = copy.deepcopy(network)
    small.encoder.layers = nn.ModuleList(small.encoder.layers[at] for at in layers)
    for part in small.modules():
        if isinstance(part, Dropout):
            part.chance = 0.0
        elif isinstance(part, nn.Dropout):
            part.p = 0.0
    return small


def read_material(
    data: Path, unlabelled: Path, nlp: Language, wordpiece: WordPiece, *, every: int
) -> dict[str, list[Prepared]]:
    """Read the annotated sets, and articles that nobody annotated: of these nothing is known."""
    articles = read_sets(data) | {"bulk": some_articles(unlabelled, every=every)}
    sets = {name: [prepare(article, nlp, wordpiece) for article in some] for name, some in articles.items()}
    sets["bulk"] = [replace(article, allowed=np.ones_like(article.allowed)) for article in sets["bulk"]]
    return sets


def material(
    sets: dict[str, list[Prepared]], *, times: Sequence[tuple[str, int]] = ANNOTATED, seed: int = 0
) -> list[Prepared]:
    """Give what is read: the annotated articles as they are and renamed, and those that nobody annotated."""
    annotated = [article for source, often in times for _ in range(often) for article in sets[source]]
    names, draw = collected(annotated), random.Random(seed)
    return [*annotated, *(renamed(article, names, draw) for article in annotated), *sets.get("bulk", [])]


def endless(articles: Sequence[Prepared], wordpiece: WordPiece, pace: Pace, seed: int) -> Iterator[Batch]:
    """Give batches, pass after pass."""
    number = seed * 1000
    while True:
        yield from epoch(articles, wordpiece, size=126, pieces=pace.pieces, masked=0.0, seed=number)
        number += 1


def loss_beside(network: Tagger, teacher: Tagger, batch: Batch, mask: int, pace: Pace) -> Tensor:
    """Give how far a network is from its teacher, which reads words that are hidden from the network."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        wanted = teacher.encoder(batch.pieces, batch.shapes, batch.mask)[batch.firsts].float()
    tags = teacher.head(wanted).log_softmax(dim=1).detach()
    hidden = torch.where(torch.rand(batch.pieces.shape) < pace.masked, mask, batch.pieces)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.encoder(hidden, batch.shapes, batch.mask)[batch.firsts]
        given = network.head(states).float()
    apart = (states.float() - wanted).square().mean() / wanted.var(dim=0).mean()
    other = (tags.exp() * (tags - given.log_softmax(dim=1))).sum(dim=1).mean()
    return apart + pace.tags * other + pace.annotated * loss_of(given, batch.allowed)


def distil(
    teacher: Tagger,
    network: Tagger,
    articles: Sequence[Prepared],
    wordpiece: WordPiece,
    pace: Pace,
    *,
    kept: Path,
    seed: int = 0,
) -> Tagger:
    """Train a network to be as its teacher, and give the running mean of its weights.

    Every 50 steps all is written to `kept`, from where the same call goes on.
    """
    torch.manual_seed(seed)
    teacher.eval()
    mean, chosen, step = copy.deepcopy(network), optimiser(network, TrainingPlan(rate=pace.rate)), 0
    rates = [group["lr"] for group in chosen.param_groups]
    if kept.exists():
        state = torch.load(kept)
        for part in ("network", "mean", "chosen"):
            {"network": network, "mean": mean, "chosen": chosen}[part].load_state_dict(state[part])
        step = state["step"]
    for at, batch in enumerate(endless(articles, wordpiece, pace, seed)):
        if at < step:
            continue
        if step >= pace.steps:
            break
        for group, rate in zip(chosen.param_groups, rates, strict=True):
            group["lr"] = rate * pace.share(step)
        loss = loss_beside(network, teacher, batch, wordpiece.ids[MASK], pace)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0, foreach=True)
        chosen.step()
        chosen.zero_grad(set_to_none=True)
        step += 1
        with torch.no_grad():
            keep = min(pace.mean, (1 + step) / (10 + step))
            torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - keep)
        if step % 50 == 0 or step == pace.steps:
            print(f"step {step} of {pace.steps}: loss {float(loss):.4f}", flush=True)
            parts = {"network": network, "mean": mean, "chosen": chosen}
            torch.save({name: part.state_dict() for name, part in parts.items()} | {"step": step}, f"{kept}.new")
            os.replace(f"{kept}.new", kept)
    return mean


def main() -> None:
    """Read a model and the sets, make the faster one, and write its folder."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.distil", description=__doc__)
    parser.add_argument("model", type=Path, help="folder of the model to learn from")
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--unlabelled", type=Path, required=True, help="articles (JSONL) that nobody annotated")
    parser.add_argument("--every", type=int, default=2, help="each so-manieth of them is read")
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 2, 5], help="layers to begin with")
    parser.add_argument("--steps", type=int, default=Pace.steps)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    nlp = spacy.load(given.model)
    ner = nlp.get_pipe("press_ner")
    assert isinstance(ner, PressNer)
    teacher, vocabulary = restored(ner), ner.parts["vocabulary"].decode().splitlines()
    wordpiece = WordPiece(vocabulary)
    sets = read_material(given.data, given.unlabelled, nlp, wordpiece, every=given.every)
    kept = given.out.with_name(given.out.name + ".checkpoint")
    pace, small = Pace(steps=given.steps), some_layers(teacher, given.layers)
    articles = material(sets, seed=given.seed)
    save(distil(teacher, small, articles, wordpiece, pace, kept=kept, seed=given.seed), vocabulary, given.out)


if __name__ == "__main__":
    main()
