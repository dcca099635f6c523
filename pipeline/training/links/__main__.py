"""Trains a links model: `python -m pipeline.training.links --data ../shared/training --model pipeline/models/press_en`.

The model's encoder and the patterns read the articles, and what a person read in them is learned, by several networks;
one more learns besides what they say, in the mean, of articles that nobody read (`--unread`): that one is the model.
With `--on`, the links that the model has learn on instead, once for each of `--seeds`, and the model is the mean of
these and of what they began with: what they learned, without what each forgot. A fifth of the articles, by the hash of
their ids, is held out to say what scores are worth, and which are sure enough.
"""

import argparse
import json
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import torch
from spacy.language import Language

from pipeline.extract.links.model import FOLDER, SETTINGS
from pipeline.training.links.fit import Example, Plan, example, fit, rules_of, tensors
from pipeline.training.links.gold import Article, is_held_out
from pipeline.training.links.material import material
from pipeline.training.links.network import LinkNet
from pipeline.training.links.package import write_links
from pipeline.training.links.reading import articles_of, patterns_alone, read, to_learn, unread
from pipeline.training.links.restored import restored_links, rules_known
from pipeline.training.links.teach import chances
from pipeline.training.links.worth import report
from pipeline.training.mean import mean_of

INVENTED = 3000
"""Invented articles that are learned from beside the articles, these under other names, and an excerpt of each."""
OTHERS = ("unread", "count", "teachers", "seed", "passes", "rate", "on", "seeds")
"""What is written down of how a network was trained."""


def main() -> None:
    """Train, write the folder `links` of a model, and print what it is worth on the articles held out."""
    given = arguments()
    torch.set_num_threads(given.threads)
    nlp = patterns_alone(given.model)
    articles = articles_of(given.data)
    folder = given.model / FOLDER
    if given.keep_weights:
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    else:
        learned = [one for one in articles if not is_held_out(one[0]["id"])]
        network, rules = trained(nlp, learned, given)
        settings = {"rules": rules, "worth": {}, "least": {}, "trained": how(learned, given)}
        write_links(folder, network, settings)
    held = [(read(nlp, article), links) for article, links in articles if is_held_out(article["id"])]
    report(folder, settings, held)


def how(learned: list[Article], given: argparse.Namespace) -> dict[str, Any]:
    """Say how a network was trained, as the card tells it, so that it can be trained so again."""
    told = {name: getattr(given, name) for name in OTHERS}
    unread = [str(path) for path in given.unread]
    return {"articles": len(learned), "invented": INVENTED, **told, "unread": unread}


def trained(nlp: Language, articles: list[Article], given: argparse.Namespace) -> tuple[LinkNet, list[str]]:
    """Train a network, and list the rules that it knows."""
    folder = given.model / FOLDER
    rows = list(to_learn(nlp, material(articles, invent=INVENTED, seed=given.seed)))
    rules = rules_of([one for one, _ in rows])
    if given.on:
        rules = list(dict.fromkeys([*rules_known(folder), *rules]))
    examples = [example(one, right, rules) for one, right in rows]
    plan = Plan(given.seed, given.passes, given.rate)
    if given.on:
        begin = restored_links(folder, len(rules))
        others = [fit(examples, len(rules), replace(plan, seed=seed), begin=begin) for seed in given.seeds]
        return mean_of([begin, *others]), rules
    if not given.unread:
        return fit(examples, len(rules), plan), rules
    teachers = [fit(examples, len(rules), replace(plan, seed=given.seed + 1 + at)) for at in range(given.teachers)]
    if given.untaught:
        write_links(given.untaught, teachers[0], {"rules": rules, "worth": {}, "least": {}})
    return fit([*examples, *taught(nlp, teachers, rules, given)], len(rules), plan), rules


def taught(nlp: Language, teachers: list[LinkNet], rules: list[str], given: argparse.Namespace) -> list[Example]:
    """Give articles that nobody read with what the teachers say of them."""
    found = []
    for asked in chain.from_iterable(unread(nlp, path, given.count, seed=given.seed) for path in given.unread):
        one = tensors(asked, rules)
        found.append((one, chances(teachers, one)))
    return found


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.links", description=__doc__)
    option: Any = parser.add_argument
    option("--data", type=Path, required=True, help="folder with press.jsonl and press_links.jsonl")
    option("--model", type=Path, required=True, help="folder of the model whose encoder reads")
    option(
        "--unread",
        type=Path,
        action="append",
        default=[],
        help="file of articles, one JSON record a line, that nobody read the links of; more than one may be named",
    )
    option("--count", type=int, default=1000, help="articles of each that are read, chosen by the seed")
    option("--teachers", type=int, default=3, help="networks whose mean is learned from these")
    option("--untaught", type=Path, help="folder to write the first of them to, for comparing")
    option("--on", action="store_true", help="go on with the links that the model has")
    option("--seeds", type=int, nargs="+", default=[1], help="seeds of the networks that go on")
    option("--keep-weights", action="store_true", help="only work out again what the model's scores are worth")
    option("--seed", type=int, default=0)
    option("--passes", type=int, default=Plan.passes)
    option("--rate", type=float, default=Plan.rate)
    option("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
