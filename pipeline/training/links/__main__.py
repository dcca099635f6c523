"""Trains a links model: `python -m pipeline.training.links --data ../shared/training --model pipeline/models/press_en`.

The model's encoder and the patterns read the articles; what a person read in them is learned. A fifth of the articles,
by the hash of their ids, is held out to say what scores are worth, and which are sure enough.
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.assemble import load
from pipeline.extract.links.candidates import asked
from pipeline.extract.links.component import PressLinks, links_model
from pipeline.extract.links.model import AGREES, CELLS, FOLDER
from pipeline.extract.links.words import found_in
from pipeline.training.links.calibrate import OVERRULES, PRECISION, SAME, USUAL, Judged, least, worth
from pipeline.training.links.excerpts import excerpt
from pipeline.training.links.fit import Plan, example, fit, rules_of
from pipeline.training.links.gold import Links, Targets, is_held_out, read_links, targets
from pipeline.training.links.invented import invented
from pipeline.training.links.judge import Row, judged, table
from pipeline.training.links.package import write_links, write_settings

Article = tuple[dict[str, Any], Links]
EXCERPTS, INVENTED = 2, 500
"""Excerpts of each article, and invented articles, that are learned from beside the articles."""


def patterns_alone(model: Path) -> Language:
    """Load the pipeline that reads articles for training: patterns alone, and the encoder's states kept."""
    nlp = load(model)
    if "press_links" in nlp.pipe_names:
        nlp.remove_pipe("press_links")
    nlp.get_pipe("press_ner").keeps_states = True  # type: ignore[attr-defined]
    return nlp


def read(nlp: Language, article: dict[str, Any]) -> Doc:
    """Run the patterns over an article."""
    doc = nlp.make_doc(article["text"])
    doc._.published = article.get("published")
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def to_learn(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Any, Targets]]:
    """Give what is asked of articles, and the right answers."""
    for article, links in articles:
        doc = read(nlp, article)
        given = asked(doc, found_in(doc))
        if given is not None:
            yield given, targets(doc, given, links)


Held = list[tuple[Doc, Links]]


def weigh(folder: Path, held: Held, *, sure_of: float | None) -> tuple[list[Row], list[Row]]:
    """Let a links model fill in cells of articles that were held out, and judge them; the Docs stay as they are.

    The second list judges what the patterns say where another answer has a higher score.
    """
    filled: list[Row] = []
    outscored: list[Row] = []
    for doc, links in held:
        component = PressLinks(folder, sure_of)
        component.scores = {}
        before = dict(doc.user_data)
        filled += judged(component(doc), links, component.scores)
        doc.user_data.clear()
        doc.user_data.update(before)
        ending = " of patterns"
        heard = {
            (cell.removesuffix(ending), row): score
            for (cell, row), score in component.scores.items()
            if cell.endswith(ending)
        }
        outscored += [row for row in judged(doc, links, heard) if row[1] and row[1].score >= 0]
    return filled, outscored


def calibrate(folder: Path, settings: dict[str, Any], held: Held) -> None:
    """Write down what scores are worth, then from which on cells are right often enough."""
    write_settings(folder, {**settings, "worth": {}, "least": {}})
    links_model.cache_clear()
    filled, outscored = weigh(folder, held, sure_of=0.0)
    settings["worth"] = {cell: worth(scored(filled, cell) + scored(outscored, cell)) for cell in CELLS}
    write_settings(folder, {**settings, "least": {}})
    links_model.cache_clear()
    filled, _ = weigh(folder, held, sure_of=0.0)
    for cell, fitted in settings["worth"].items():
        rows, wanted = scored(filled, cell), PRECISION.get(cell, USUAL)
        settings["least"][cell] = [
            least([one for one in rows if one.agrees == state], fitted, precision=SAME if state == 1 else wanted)
            for state in AGREES
        ]
        settings["least"][cell][2] = max(settings["least"][cell][2], OVERRULES.get(cell, 0.8))
    write_settings(folder, settings)
    links_model.cache_clear()


def scored(rows: list[Row], cell: str) -> list[Judged]:
    """Give the judgements of one kind of cell."""
    return [judgement for kind, judgement, _ in rows if kind == cell and judgement]


def report(folder: Path, settings: dict[str, Any], held: Held) -> None:
    """Calibrate on all that is held out, and print precision and coverage.

    Those of what is sure enough are measured on the half on which they were not chosen.
    """
    crossed: list[Row] = []
    halves = [held[::2], held[1::2]]
    for chosen, measured in (halves, halves[::-1]):
        calibrate(folder, settings, chosen)
        crossed += weigh(folder, measured, sure_of=None)[0]
    calibrate(folder, settings, held)
    shown("patterns alone", table([row for doc, links in held for row in judged(doc, links, {})]))
    shown("all filled", table(weigh(folder, held, sure_of=0.0)[0]))
    shown("sure enough", table(crossed))


def main() -> None:
    """Train, write the folder `links` of a model, and print what it is worth on the articles held out."""
    given = arguments()
    torch.set_num_threads(given.threads)
    nlp = patterns_alone(given.model)
    articles = list(read_links(given.data))
    learned = [one for one in articles if not is_held_out(one[0]["id"])]
    chance = random.Random(given.seed)
    parts = [found for one in learned for _ in range(EXCERPTS) if (found := excerpt(*one, chance))]
    rows = list(to_learn(nlp, [*learned, *parts, *invented(INVENTED, seed=given.seed)]))
    rules = rules_of([one for one, _ in rows])
    network = fit([example(one, right, rules) for one, right in rows], len(rules), Plan(given.seed, given.passes))
    folder = given.model / FOLDER
    settings: dict[str, Any] = {"rules": rules, "worth": {}, "least": {}}
    write_links(folder, network, settings)
    held = [(read(nlp, article), links) for article, links in articles if is_held_out(article["id"])]
    report(folder, settings, held)


def shown(name: str, rows: dict[str, dict[str, float]]) -> None:
    """Print precision and coverage of each kind of cell."""
    print(name)
    for cell, row in rows.items():
        print(f"  {cell:13} precision {row['precision']:5.1f}  coverage {row['coverage']:5.1f}  filled {row['filled']}")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.links", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with press.jsonl and press_links.jsonl")
    parser.add_argument("--model", type=Path, required=True, help="folder of the model whose encoder reads")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--passes", type=int, default=Plan.passes)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
