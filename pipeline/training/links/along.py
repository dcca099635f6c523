"""Teaches an encoder names and links at once: `python -m pipeline.training.links.along MODEL --data … --out BETTER`.

Alone, names leave in the states of words what tells names, and links must do with that. Here all layers learn both: a
step reads a batch of windows for their names, and some whole articles for their links, of which the model's own links
network starts from what it knows. Which words are settled early is then learned anew; the links network of the new
model is trained by `python -m pipeline.training.links`, on the states as they are in use.
"""

import argparse
import copy
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
import torch
from spacy.language import Language
from torch import Tensor, nn

from pipeline.extract.links.model import FOLDER
from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.windows import windows
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.batches import Batch, collate, epoch
from pipeline.training.fit import loss_of as loss_of_names
from pipeline.training.fit import share
from pipeline.training.further import AFTER, Course, course_parser, lesson, read_material
from pipeline.training.links.fit import Plan as LinksPlan
from pipeline.training.links.fit import blinded, example, loss_of
from pipeline.training.links.gold import Article, is_held_out
from pipeline.training.links.material import material
from pipeline.training.links.network import LinkNet
from pipeline.training.links.reading import articles_of, patterns_alone, to_learn
from pipeline.training.links.restored import restored_links, rules_known
from pipeline.training.network import WIDTH, Tagger
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.restored import restored
from pipeline.training.saved import save
from pipeline.training.sets import Annotated
from pipeline.training.settle import settle
from pipeline.training.settled import PLAIN


@dataclass(frozen=True)
class BothPlan:
    """How both are taught."""

    passes: int = 3
    """How often each article with links is read."""
    rate: float = 1.2e-4
    links_rate: float = 1e-3
    warmup: float = 0.05
    pieces: int = 2048
    """Of a batch that is read for its names."""
    articles: int = 6
    """Read for their links in a step."""
    masked: float = 0.03
    names: float = 5.0
    """How much names count beside links."""
    mean: float = 0.997
    invented: int = 400


@dataclass(frozen=True)
class Linked:
    """An article in words, what is asked of it, and the right answers."""

    words: Prepared
    asked: dict[str, Any]
    right: dict[str, Tensor]


class Both(nn.Module):
    """The names network and the links network, on the same states."""

    def __init__(self, names: Tagger, links: LinkNet, guess: np.ndarray, after: int) -> None:
        super().__init__()
        self.names, self.links, self.after = names, links, after
        self.guess = nn.Linear(WIDTH, WIDTH)
        self.guess.load_state_dict({"weight": torch.from_numpy(guess[:-1].T), "bias": torch.from_numpy(guess[-1])})

    def states(self, batch: Batch, kept: Tensor) -> Tensor:
        """Give what the links network reads of words: as in use, what is plainly no name has a guess for the last."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            steps = self.names.encoder.steps(batch.pieces, batch.shapes, batch.mask)
            at = tuple(places[kept] for places in batch.firsts)
            early, last = steps[self.after][at], steps[-1][at]
            with torch.no_grad():
                plain = self.names.head(last).float().softmax(dim=1)[:, :1] > PLAIN
            last = torch.where(plain, self.guess(early), last)
        return torch.cat([last, early], dim=1).float()


def linked(nlp: Language, wordpiece: WordPiece, articles: Sequence[Article], rules: Sequence[str]) -> Iterator[Linked]:
    """Give articles as both networks take them."""
    for article in articles:
        for asked, targets in to_learn(nlp, [article]):
            words = prepare(Annotated(article[0]["id"], "links", article[0]["text"], ()), nlp, wordpiece)
            assert len(words.pieces) == len(asked.words.starts)
            taken, wanted = example(asked, targets, rules)
            del taken["words"]["states"]
            yield Linked(words, taken, wanted)


def windowed(some: Sequence[Linked], wordpiece: WordPiece, draw: random.Random, plan: BothPlan) -> tuple[Batch, Tensor]:
    """Give the windows of whole articles, and the words of them that count, in the order of the text."""
    parts, kept, seen = [], [], 0
    for one in some:
        size = draw.randint(100, 126)
        for start, end, low, high in windows([len(ids) for ids in one.words.pieces], size=size, overlap=8):
            parts.append((one.words, start, end))
            kept.append(torch.arange(seen + low - start, seen + high - start))
            seen += end - start
    return collate(parts, wordpiece, draw, plan.masked), torch.cat(kept)


def along(
    both: Both,
    articles: Sequence[Linked],
    names: Callable[[int], list[Batch]],
    wordpiece: WordPiece,
    plan: BothPlan,
    *,
    seed: int,
) -> Tagger:
    """Teach both networks, and give the running mean of the names network; `names` gives the batches of a pass."""
    draw, chance = random.Random(seed), torch.Generator().manual_seed(seed)
    groups = [
        {"params": [*both.names.parameters(), *both.guess.parameters()], "lr": plan.rate, "weight_decay": 0.01},
        {"params": list(both.links.parameters()), "lr": plan.links_rate, "weight_decay": 0.05},
    ]
    chosen = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    rates = [group["lr"] for group in chosen.param_groups]
    mean = copy.deepcopy(both.names)
    batches = (batch for number in count() for batch in names(number))
    steps = [some for _ in range(plan.passes) for some in shuffled(articles, draw, size=plan.articles)]
    both.train()
    for step, some in enumerate(steps):
        for group, rate in zip(chosen.param_groups, rates, strict=True):
            group["lr"] = rate * max(0.01, share(step, len(steps), plan.warmup))
        of_names = loss_of_batch(both.names, next(batches))
        (plan.names * of_names).backward()
        of_links = loss_of_articles(both, some, windowed(some, wordpiece, draw, plan), chance) / plan.articles
        (of_links / 10).backward()
        for parts in groups:
            torch.nn.utils.clip_grad_norm_(parts["params"], 1.0, foreach=True)
        chosen.step()
        chosen.zero_grad(set_to_none=True)
        keep = min(plan.mean, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.parameters()), list(both.names.parameters()), 1 - keep)
        if step % 50 == 49:
            print(f"step {step + 1} of {len(steps)}: names {of_names:.4f}, links {of_links:.4f}", flush=True)
    mean.eval()
    return mean


def shuffled(articles: Sequence[Linked], draw: random.Random, *, size: int) -> Iterator[Sequence[Linked]]:
    """Give articles in another order, some at a time."""
    order = draw.sample(articles, len(articles))
    return (order[at : at + size] for at in range(0, len(order), size))


def loss_of_batch(names: Tagger, batch: Batch) -> Tensor:
    """Give how unlikely the right tags of a batch are."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = names(batch.pieces, batch.shapes, batch.mask, batch.firsts)
    return loss_of_names(logits.float(), batch.allowed)


def loss_of_articles(both: Both, some: Sequence[Linked], read: tuple[Batch, Tensor], chance: torch.Generator) -> Tensor:
    """Give how unlikely the right links of articles are, where some of what the patterns say is hidden."""
    loss = torch.zeros(())
    states = both.states(*read).split([len(one.words.pieces) for one in some])
    for one, own in zip(some, states, strict=True):
        given = {**one.asked, "words": {**one.asked["words"], "states": own}}
        asked = blinded(given, chance, share=LinksPlan.hidden)
        loss = loss + loss_of(both.links(asked), asked, one.right)
    return loss


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = course_parser("pipeline.training.links.along", __doc__, passes=BothPlan.passes, rate=BothPlan.rate)
    parser.add_argument("--after", type=int, default=AFTER, help="layers that all words go through")
    return parser.parse_args()


def main() -> None:
    """Read a model and the sets, teach it, and write its folder."""
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    plan = BothPlan(passes=given.passes, rate=given.rate)
    nlp = patterns_alone(given.model)
    ner = nlp.get_pipe("press_ner")
    assert isinstance(ner, PressNer)
    vocabulary = ner.parts["vocabulary"].decode().splitlines()
    wordpiece, network = WordPiece(vocabulary), restored(ner)
    rules = rules_known(given.model / FOLDER)
    links = restored_links(given.model / FOLDER, len(rules))
    learned = [one for one in articles_of(given.data) if not is_held_out(one[0]["id"])]
    articles = list(linked(nlp, wordpiece, material(learned, invent=plan.invented, seed=given.seed), rules))
    sets = read_material(given.data, given.links, given.unlabelled, given.model, wordpiece)
    draw = random.Random(given.seed)

    def names(number: int) -> list[Batch]:
        some, number = lesson(sets, Course(), draw), given.seed * 1000 + number
        return epoch(some, wordpiece, size=126, pieces=plan.pieces, masked=Course.masked, seed=number)

    words = settle(network, sets, wordpiece, after=given.after, seed=given.seed)
    both = Both(network, links, words.guess, words.after)
    taught = along(both, articles, names, wordpiece, plan, seed=given.seed)
    save(taught, vocabulary, given.out, settle(taught, sets, wordpiece, after=given.after, seed=given.seed))


if __name__ == "__main__":
    main()
