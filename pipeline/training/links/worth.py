"""A links model and articles that were held out, to what its scores are worth and which are sure enough."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from pipeline.extract.links.component import PressLinks, links_model
from pipeline.extract.links.judge import CellScores
from pipeline.extract.links.model import CELLS
from pipeline.training.links.calibrate import Judged, thresholds, worth
from pipeline.training.links.gold import DOUBTED, FIRST, READERS, Links
from pipeline.training.links.judge import Row, judged, table
from pipeline.training.links.package import write_settings

Held = list[tuple[Doc, Links]]
OWN = ("measure", "owner")
"""Cells that readers see differently: what they are worth is judged on the articles of the first reader."""


def weigh(folder: Path, held: Held, *, sure_of: float | None) -> tuple[list[Row], list[Row]]:
    """Let a links model fill in cells of articles that were held out, and judge them; the Docs stay as they are.

    The second list judges what the patterns say where another answer has a higher score.
    """
    filled: list[Row] = []
    outscored: list[Row] = []
    for doc, links in held:
        scores: CellScores = {}
        before = dict(doc.user_data)
        filled += judged(PressLinks(folder, sure_of).weigh(doc, scores), links, scores)
        doc.user_data.clear()
        doc.user_data.update(before)
        ending = " of patterns"
        heard = {
            (cell.removesuffix(ending), row): score for (cell, row), score in scores.items() if cell.endswith(ending)
        }
        outscored += [row for row in judged(doc, links, heard) if row[1] and row[1].score >= 0]
    return filled, outscored


def calibrate(folder: Path, settings: dict[str, Any], held: Held) -> None:
    """Write down what scores are worth, then from which on cells are right often enough."""
    readers = [of_reader(held, reader) for reader in range(len(READERS))]
    write_settings(folder, {**settings, "worth": {}, "least": {}})
    links_model.cache_clear()
    filled, outscored = zip(*(weigh(folder, some, sure_of=0.0) for some in readers), strict=True)
    settings["worth"] = {cell: worth(told(filled, cell) + told(outscored, cell)) for cell in CELLS}
    write_settings(folder, {**settings, "least": {}})
    links_model.cache_clear()
    filled = tuple(weigh(folder, some, sure_of=0.0)[0] for some in readers)
    for cell, fitted in settings["worth"].items():
        settings["least"][cell] = thresholds(cell, told(filled, cell), fitted)
    write_settings(folder, settings)
    links_model.cache_clear()


def of_reader(held: Held, reader: int) -> Held:
    """Give the articles of one reader."""
    return [one for one in held if one[1].reader == reader]


def told(by_reader: Sequence[list[Row]], cell: str) -> list[Judged]:
    """Give the judgements of one kind of cell, by the readers whose articles tell what it is worth.

    Not those of releases: they were chosen since the model was unsure of them.
    """
    readers = by_reader[FIRST : FIRST + 1] if cell in OWN else [*by_reader[:DOUBTED], *by_reader[DOUBTED + 1 :]]
    return [one for rows in readers for one in scored(rows, cell)]


def scored(rows: list[Row], cell: str) -> list[Judged]:
    """Give the judgements of one kind of cell."""
    return [judgement for kind, judgement, _ in rows if kind == cell and judgement]


def report(folder: Path, settings: dict[str, Any], held: Held) -> None:
    """Calibrate on all that is held out, and print precision and coverage.

    Those of what is sure enough are measured on the half on which they were not chosen.
    """
    crossed: list[list[Row]] = [[] for _ in READERS]
    halves = [held[::2], held[1::2]]
    for chosen, measured in (halves, halves[::-1]):
        calibrate(folder, settings, chosen)
        for reader, rows in enumerate(crossed):
            rows += weigh(folder, of_reader(measured, reader), sure_of=None)[0]
    calibrate(folder, settings, held)
    for reader, name in enumerate(READERS):
        some = of_reader(held, reader)
        shown(f"{name}, patterns alone", table([row for doc, links in some for row in judged(doc, links, {})]))
        shown(f"{name}, all filled", table(weigh(folder, some, sure_of=0.0)[0]))
        shown(f"{name}, sure enough", table(crossed[reader]))


def shown(name: str, rows: dict[str, dict[str, float]]) -> None:
    """Print precision and coverage of each kind of cell."""
    print(name)
    for cell, row in rows.items():
        print(f"  {cell:13} precision {row['precision']:5.1f}  coverage {row['coverage']:5.1f}  filled {row['filled']}")
