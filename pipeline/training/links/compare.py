"""Compares ways to link on articles held out: `python -m pipeline.training.links.compare --data D --model M`.

Writes `compared.csv` and `sure.csv` beside this file, which the model's card shows: the patterns alone, the scorer
alone (what the patterns say is hidden from it), both, and what was trained otherwise (`--other NAME=FOLDER`, a links
model that reads the same states, or a whole model with an encoder of its own), with the words that the whole pipeline
reads in a second of processor time; and what is left where 95% are to be right.
"""

import argparse
import csv
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.links.asked import Asked
from pipeline.extract.links.component import PressLinks
from pipeline.extract.links.features import GIVEN, HIDDEN, TOLD
from pipeline.extract.links.model import CELLS, FOLDER, LinksModel
from pipeline.extract.links.weighing import Scores
from pipeline.training.links.calibrate import least
from pipeline.training.links.gold import DOUBTED, Links, is_held_out
from pipeline.training.links.judge import judged, table
from pipeline.training.links.reading import articles_of, patterns_alone, read
from pipeline.training.links.worth import scored, weigh

COMPARED, SURE = (Path(__file__).parent / f"{name}.csv" for name in ("compared", "sure"))
PRECISE, TIMED = 0.95, 60
"""Share of cells that are to be right, and articles of which the time is taken."""
Held = list[tuple[Doc, Links]]
Row = list[str]


class Alone(LinksModel):
    """A links model from which what the patterns say is hidden."""

    def scores(self, asked: Asked) -> Scores:
        """Score what is asked of an article, as if the patterns had not been asked."""
        facts = asked.answers.facts.copy()
        facts[:, :TOLD] = 0
        given = GIVEN + asked.windows.given // (GIVEN // 2)
        blind = asked._replace(
            given=np.full_like(asked.given, HIDDEN),
            answers=asked.answers._replace(facts=facts, rules=[]),
            windows=asked.windows._replace(given=given, mark=np.zeros_like(asked.windows.mark)),
        )
        return super().scores(blind)


def without_patterns(folder: Path, held: Held) -> Iterator[tuple[Doc, Links]]:
    """Give articles as the scorer alone fills them in, one after the other: what the patterns said is taken away."""
    for doc, links in held:
        before = dict(doc.user_data)
        component = PressLinks(folder, 0.0)
        component.model = Alone(folder)
        keep(doc, "people", [replace(one, title=None, organisation_id=None) for one in kept(doc, "people")])
        keep(doc, "quotes", [replace(one, speaker_id=None) for one in kept(doc, "quotes")])
        for kind in ("money", "percentages"):
            keep(doc, kind, [replace(one, measure="", direction=None, organisation_id=None) for one in kept(doc, kind)])
        yield component(doc), links
        doc.user_data.clear()
        doc.user_data.update(before)


def speed(nlp: Language, texts: Sequence[str], folder: Path | None) -> int:
    """Give how many words a second the whole pipeline reads, with links of a folder or without."""
    component = PressLinks(folder)
    began = time.process_time()
    for text in texts:
        component(read(nlp, {"text": text}))
    return round(sum(len(text.split()) for text in texts) / (time.process_time() - began))


def held_out(nlp: Language, data: Path) -> Held:
    """Give the articles that nothing was learned from, as the patterns and the encoder of a model read them."""
    articles = [one for one in articles_of(data) if is_held_out(one[0]["id"]) and one[1].reader != DOUBTED]
    return [(read(nlp, article), links) for article, links in articles]


def compared(nlp: Language, model: Path, held: Held) -> Iterator[Row]:
    """Give a row for each way of a model."""
    texts = [doc.text for doc, _ in held[:TIMED]]
    folder = model / FOLDER
    patterns = table([row for doc, links in held for row in judged(doc, links, {})])
    yield _row("patterns alone", patterns, speed(nlp, texts, None))
    alone = table([row for doc, links in without_patterns(folder, held) for row in judged(doc, links, {})])
    yield _row("scorer alone, all filled", alone, speed(nlp, texts, folder))
    yield _row("both, all filled", table(weigh(folder, held, sure_of=0.0)[0]), speed(nlp, texts, folder))
    yield _row("both, by default", table(weigh(folder, held, sure_of=None)[0]), speed(nlp, texts, folder))


def compared_with(name: str, other: Path, nlp: Language, held: Held, data: Path) -> Row:
    """Give the row of a network that was trained otherwise."""
    if (other / "config.cfg").exists():  # a whole model
        nlp = patterns_alone(other)
        held, other = held_out(nlp, data), other / FOLDER
    texts = [doc.text for doc, _ in held[:TIMED]]
    return _row(f"{name}, all filled", table(weigh(other, held, sure_of=0.0)[0]), speed(nlp, texts, other))


def sure(folder: Path, held: Held) -> Iterator[Row]:
    """Give, for each kind of cell, from which `confidence` on 95% are right, and how many are told then."""
    rows = weigh(folder, held, sure_of=0.0)[0]
    model = LinksModel(folder)
    for cell in CELLS:
        judgements = scored(rows, cell)
        from_on = least(judgements, model.worth[cell], precision=PRECISE)
        told = [one for one in judgements if model.likely(cell, one.score, one.agrees) >= from_on]
        wanted = sum(wants for kind, _, wants in rows if kind == cell)
        share = 100 * sum(one.right for one in told) / max(1, wanted)
        yield [cell, f"{from_on:.2f}" if told else "none", f"{len(told):,}", f"{share:.1f}"]


def _row(way: str, cells: dict[str, dict[str, float]], words: int) -> Row:
    return [way, *(f"{cells[cell]['precision']:.1f} / {cells[cell]['coverage']:.1f}" for cell in CELLS), f"{words:,}"]


def main() -> None:
    """Compare, print and write the table."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.links.compare", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with press.jsonl and press_links.jsonl")
    parser.add_argument("--model", type=Path, required=True, help="folder of the model")
    parser.add_argument("--other", action="append", default=[], help="NAME=FOLDER of another links model, or model")
    given = parser.parse_args()
    nlp = patterns_alone(given.model)
    held = held_out(nlp, given.data)
    rows = [["way", *CELLS, "words a second"], *compared(nlp, given.model, held)]
    for name, _, folder in (one.partition("=") for one in given.other):
        rows.append(compared_with(name, Path(folder), nlp, held, given.data))
    _write(COMPARED, rows)
    _write(SURE, [["cell", "95% right from", "filled", "coverage"], *sure(given.model / FOLDER, held)])


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    print("\n".join(" | ".join(row) for row in rows))


if __name__ == "__main__":
    main()
