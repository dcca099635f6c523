"""Measures a model and writes its card: `meta.json` and the README beside it say what is in the folder."""

import argparse
import csv
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from pipeline.training.measure import Scores, scores
from pipeline.training.package import hashes, seal
from pipeline.training.sets import LABELS, Annotated, read_gold, read_records, read_sets

TRIED, FASTER, COMPARED, SURE = (
    Path(__file__).parent / f"{name}.csv" for name in ("tried", "faster", "links/compared", "links/sure")
)
Table = Sequence[Sequence[object]]


def found_in(nlp: Language, articles: Sequence[Annotated]) -> list[list[tuple[int, int, str]]]:
    """Give the spans that a model finds in articles; those over stretches of which nothing is known are not judged."""
    found = []
    for article, doc in zip(articles, nlp.pipe(article.text for article in articles), strict=True):
        spans = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        found.append([span for span in spans if not is_unknown(span, article.unknown)])
    return found


def is_unknown(span: tuple[int, int, str], unknown: Iterable[tuple[int, int]]) -> bool:
    """Say whether a span stands over a stretch of which nothing is known."""
    return any(span[0] < end and start < span[1] for start, end in unknown)


def judged(article: Annotated) -> list[tuple[int, int, str]]:
    """Give the annotated spans of an article that are judged."""
    return [span for span in article.spans if not is_unknown(span, article.unknown)]


def measure(nlp: Language, articles: Sequence[Annotated]) -> Scores:
    """Score a model on articles."""
    return scores(zip(map(judged, articles), found_in(nlp, articles), strict=True), LABELS)


def without_roles(by_label: Scores) -> Scores:
    """Leave out the roles, of a set that has none."""
    return {label: score for label, score in by_label.items() if label != "ROLE"}


def by_kind(nlp: Language, path: Path) -> dict[str, Scores]:
    """Score a model on the articles of a gold file, by their kind."""
    kinds = [str(record.get("kind", "")) for record in read_records(path)]
    pairs = sorted(zip(kinds, read_gold(path), strict=True), key=lambda pair: (pair[0], pair[1].id))
    return {kind: measure(nlp, [a for _, a in group]) for kind, group in groupby(pairs, key=lambda pair: pair[0])}


def speed(nlp: Language, articles: Sequence[Annotated]) -> int:
    """Give the words a second of a model's names alone, on one core."""
    docs = [nlp.make_doc(article.text) for article in articles]
    component = nlp.get_pipe("press_ner")
    began = time.process_time()
    for doc in docs:
        component(doc)
    return round(sum(len(a.text.split()) for a in articles) / (time.process_time() - began))


def performance(folder: Path, *, data: Path, dev: Path, gold: Path, series: Path) -> dict[str, Any]:
    """Measure a model on all that it was not trained on."""
    nlp = spacy.load(folder)
    heldout, articles = read_sets(data)["heldout"], read_gold(dev)
    return {
        "dev": measure(nlp, articles),
        "newswire_held_out": without_roles(measure(nlp, heldout)),
        "newswire_all_judged": without_roles(measure(nlp, [replace(article, unknown=()) for article in heldout])),
        "corpus_gold": measure(nlp, read_gold(gold)),
        "corpus_series": measure(nlp, read_gold(series)),
        "dev_by_kind": by_kind(nlp, dev),
        "words_a_second": speed(nlp, articles),
    }


def table(rows: Table) -> str:
    """Write rows as a Markdown table, the first as its head."""
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def read_rows(path: Path) -> Table:
    """Read the rows of a CSV file, its head too."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def label_rows(by_set: dict[str, Scores]) -> Table:
    """Give the rows of a table of scores: F1 (precision/recall) by set and label."""
    rows: list[list[object]] = [["", *LABELS]]
    for name, by_label in by_set.items():
        cells = (by_label.get(label, {"n": 0}) for label in LABELS)
        rows.append([name, *(f"{c['f']} ({c['p']}/{c['r']}, n={c['n']})" if c["n"] else "–" for c in cells)])
    return rows


def card(meta: dict[str, Any]) -> str:
    """Write the card from a model's meta."""
    measured = meta["performance"]
    sets = {
        "press articles, dev": measured["dev"],
        "worldwide newswire, held out": measured["newswire_held_out"],
        "… facilities and places in offices judged too": measured["newswire_all_judged"],
        "our corpus/gold": measured["corpus_gold"],
        "our corpus/series, hard names": measured["corpus_series"],
    }
    sources = [["source", "licence", "use"], *([s["name"], s["license"], s["use"]] for s in meta["sources"])]
    files = [["file", "SHA-256"], *(f"`{name}` `{digest}`".split() for name, digest in meta["sha256"].items())]
    text = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    return text.format(
        version=meta["version"],
        scores=table(label_rows(sets)),
        kinds=table(label_rows(measured["dev_by_kind"])),
        speed=measured["words_a_second"],
        tried=table(read_rows(TRIED)),
        faster=table(read_rows(FASTER)),
        links_command=links_command(meta["links"]),
        links_articles=meta["links"]["articles"],
        links_compared=table(read_rows(COMPARED)),
        links_sure=table(read_rows(SURE)),
        sources=table(sources),
        files=table(files),
    )


def links_command(trained: dict[str, Any]) -> str:
    """Give the command that trains the links as those of a model were."""
    words = ["python -m pipeline.training.links --data ../shared/training --model pipeline/models/press_en"]
    if trained.get("on"):
        seeds = " ".join(map(str, trained["seeds"]))
        words += ["--on", f"--seeds {seeds}", f"--passes {trained['passes']}", f"--rate {trained['rate']}"]
    else:
        words += [f"--unread {path}" for path in trained["unread"]]
        words += [f"--{name} {trained[name]}" for name in ("count", "teachers", "passes", "seed")]
    return " \\\n        ".join([words[0], " ".join(words[1:])])


def main() -> None:
    """Measure a model, and write its meta and card."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.card", description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--dev", type=Path, required=True, help="annotated articles for measuring")
    parser.add_argument("--gold", type=Path, required=True, help="our own gold")
    parser.add_argument("--series", type=Path, required=True, help="our own series of articles")
    given = parser.parse_args()
    path = given.model / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = performance(given.model, data=given.data, dev=given.dev, gold=given.gold, series=given.series)
    meta["links"] = json.loads((given.model / "links" / "settings.json").read_text(encoding="utf-8"))["trained"]
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    seal(given.model)
    meta["sha256"] = hashes(given.model)
    (given.model / "README.md").write_text(card(meta), encoding="utf-8")


if __name__ == "__main__":
    main()
