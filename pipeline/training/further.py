"""Teaches the upper layers of a model further: `python -m pipeline.training.further MODEL --links FILE --out BETTER`.

The lower layers stay as they are, and so does what is read from them: which words are settled (unless `--after` asks
for others), and half of what links read. The upper ones learn as they are read, rounded and on open words alone, which
takes a fifth of the time.
"""

import argparse
import copy
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.batches import Batch, epoch
from pipeline.training.fit import share
from pipeline.training.lower import lower_layers
from pipeline.training.network import Tagger
from pipeline.training.open_rows import open_rows, upper_states
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.readings import TEXTS, named, readings_of
from pipeline.training.renamed import collected, renamed
from pipeline.training.restored import restored, restored_settled
from pipeline.training.saved import save
from pipeline.training.self_label import EVERY, self_labelled, some_articles
from pipeline.training.sets import read_gold, read_sets
from pipeline.training.settle import sample, settle
from pipeline.training.settled import Settled, guessed_again

AFTER = 2


@dataclass(frozen=True)
class Course:
    """How a model is taught further."""

    times: tuple[tuple[str, int, int], ...] = (
        ("press", 1, 1), ("links", 1, 2), ("releases", 1, 2), ("news", 1, 2), ("newswire", 1, 0), ("ewt", 1, 0),
        ("wikigold", 1, 0), ("bulk", 1, 0),
    )  # fmt: skip
    """How often each set is read in a pass: as it is, and with other names in its places."""
    passes: int = 1
    rate: float = 1.5e-4
    warmup: float = 0.06
    pieces: int = 4096
    masked: float = 0.05
    dropout: float = 0.1
    mean: float = 0.995
    margin: float = 1.0
    """Words whose score is not so far below nothing learn, too: doubt is where there is most to learn."""


def read_material(
    data: Path, links: Path, unlabelled: Path, model: Path, wordpiece: WordPiece
) -> dict[str, list[Prepared]]:
    """Read the annotated sets, our own articles, and those that the model labels itself."""
    nlp = spacy.load(model)
    readings = {kind: [named(article, kind) for article in readings_of(kind, data)] for kind in TEXTS}
    articles = read_sets(data) | {"links": read_gold(links, "links")} | readings
    sets = {name: [prepare(article, nlp, wordpiece) for article in some] for name, some in articles.items()}
    sets["bulk"] = list(self_labelled(model, some_articles(unlabelled, every=EVERY), wordpiece))
    return sets


def lesson(sets: dict[str, list[Prepared]], course: Course, draw: random.Random) -> list[Prepared]:
    """Give the articles of a pass, some with other names."""
    annotated = [article for name, *_ in course.times if name != "bulk" for article in sets[name]]
    names = collected(annotated)
    return [
        renamed(article, names, draw) if number >= as_they_are else article
        for name, as_they_are, others in course.times
        for number in range(as_they_are + others)
        for article in sets[name]
    ]


def further(
    network: Tagger,
    read: Callable[[Batch], Tensor],
    batches: Callable[[int], list[Batch]],
    words: Settled,
    course: Course,
    *,
    layers: Sequence[int] | None = None,
) -> Tagger:
    """Teach the layers behind those that all words go through, and give the running mean of the network.

    Where layers are named, only these are kept of them, and learn to give what all of them gave, too.
    """
    teacher = copy.deepcopy(network).eval() if layers else None
    network.encoder.layers = chosen_layers(network, words.after, layers)
    mean = copy.deepcopy(network)
    learned, kept = (upper_weights(one, words.after) for one in (network, mean))
    steps = torch.optim.AdamW(learned, lr=course.rate, betas=(0.9, 0.98), eps=1e-6, fused=True)
    step = 0
    for number in range(course.passes):
        some = batches(number)
        for batch in some:
            for group in steps.param_groups:
                group["lr"] = course.rate * max(0.01, share(step, len(some) * course.passes, course.warmup))
            loss = loss_of_open(network, teacher, batch, read(batch), words, course)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0, foreach=True)
            steps.step()
            steps.zero_grad(set_to_none=True)
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(kept, learned, 1 - min(course.mean, (1 + step) / (10 + step)))
            if step % 50 == 0:
                print(f"step {step} of {len(some) * course.passes}: loss {float(loss.detach()):.4f}", flush=True)
    return mean


def chosen_layers(network: Tagger, after: int, layers: Sequence[int] | None) -> nn.ModuleList:
    """Give the layers that all words go through, and those behind them, or some of these."""
    own = list(network.encoder.layers)
    return nn.ModuleList([*own[:after], *(own[after:] if layers is None else (own[at] for at in layers))])


def upper_weights(network: Tagger, after: int) -> list[Tensor]:
    """List the weights that learn."""
    return [*network.encoder.layers[after:].parameters(), *network.head.parameters()]


def loss_of_open(
    network: Tagger, teacher: Tagger | None, batch: Batch, states: Tensor, words: Settled, course: Course
) -> Tensor:
    """Give how far a network is from what is annotated, and from its teacher, over open words."""
    rows = open_rows(batch, states, lambda states: words.scores(states) >= -course.margin)
    given = upper_states(network.encoder.layers[words.after :], rows, dropout=0 if teacher else course.dropout)
    chances = network.head(functional.dropout(given, course.dropout, not teacher)).log_softmax(dim=1)
    right = chances.masked_fill(~batch.allowed[rows.words], -torch.inf).logsumexp(dim=1)
    if teacher is None:
        return -5 * right.sum() / len(batch.allowed)
    with torch.no_grad():
        wanted = upper_states(teacher.encoder.layers[words.after :], rows)
        tags = teacher.head(wanted).log_softmax(dim=1)
    apart = (given - wanted).square().mean() / wanted.var(dim=0).mean()
    return apart + 2 * (tags.exp() * (tags - chances)).sum(dim=1).mean() - right.mean() / 2


def course_parser(module: str, description: str | None, *, passes: int, rate: float) -> argparse.ArgumentParser:
    """Give what a course that goes on from a model takes; `passes` and `rate` are its defaults."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=description)
    parser.add_argument("model", type=Path, help="folder of the model to teach")
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--links", type=Path, required=True, help="our own annotated articles (JSONL)")
    parser.add_argument("--unlabelled", type=Path, required=True, help="articles (JSONL) that the model labels itself")
    parser.add_argument("--passes", type=int, default=passes)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    return parser


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = course_parser("pipeline.training.further", __doc__, passes=Course.passes, rate=Course.rate)
    parser.add_argument(
        "--after", type=int, help=f"layers that stay, and that all words go through (default: the model's, or {AFTER})"
    )
    parser.add_argument(
        "--layers", type=int, nargs="+", help="of the layers behind them: keep these, which learn to be as all were"
    )
    return parser.parse_args()


def main() -> None:
    """Read a model and the sets, teach it, and write its folder."""
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    ner = spacy.load(given.model).get_pipe("press_ner")
    assert isinstance(ner, PressNer)
    vocabulary = ner.parts["vocabulary"].decode().splitlines()
    wordpiece, network = WordPiece(vocabulary), restored(ner)
    sets = read_material(given.data, given.links, given.unlabelled, given.model, wordpiece)
    course, draw = Course(passes=given.passes, rate=given.rate), random.Random(given.seed)

    def batches(number: int) -> list[Batch]:
        articles, number = lesson(sets, course, draw), given.seed * 1000 + number
        return epoch(articles, wordpiece, size=126, pieces=course.pieces, masked=course.masked, seed=number)

    kept = restored_settled(ner)
    stays = kept is not None and given.after in (None, kept.after)
    words = kept if kept and stays else settle(network, sets, wordpiece, after=given.after or AFTER, seed=given.seed)
    read = lower_layers(ner, words.after)
    taught = further(network, read, batches, words, course, layers=given.layers)
    if stays:
        words = guessed_again(taught, sample(sets, wordpiece, seed=given.seed), words)
    else:
        words = settle(taught, sets, wordpiece, after=words.after, seed=given.seed)
    save(taught, vocabulary, given.out, words)


if __name__ == "__main__":
    main()
