"""A links model and articles that were held out, to what its scores are worth and which are sure enough."""

from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from pipeline.extract.links.component import PressLinks, links_model
from pipeline.extract.links.model import CELLS
from pipeline.training.links.calibrate import Judged, thresholds, worth
from pipeline.training.links.gold import Links
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
    first = [one for one in held if one[1].reader == 0]
    write_settings(folder, {**settings, "worth": {}, "least": {}})
    links_model.cache_clear()
    (told, outscored), (own, own_outscored) = (weigh(folder, some, sure_of=0.0) for some in (held, first))
    settings["worth"] = {
        cell: worth(scored([*own, *own_outscored] if cell in OWN else [*told, *outscored], cell)) for cell in CELLS
    }
    write_settings(folder, {**settings, "least": {}})
    links_model.cache_clear()
    (told, _), (own, _) = (weigh(folder, some, sure_of=0.0) for some in (held, first))
    for cell, fitted in settings["worth"].items():
        settings["least"][cell] = thresholds(cell, scored(own if cell in OWN else told, cell), fitted)
    write_settings(folder, settings)
    links_model.cache_clear()


def scored(rows: list[Row], cell: str) -> list[Judged]:
    """Give the judgements of one kind of cell."""
    return [judgement for kind, judgement, _ in rows if kind == cell and judgement]


def report(folder: Path, settings: dict[str, Any], held: Held) -> None:
    """Calibrate on all that is held out, and print precision and coverage.

    Those of what is sure enough are measured on the half on which they were not chosen.
    """
    crossed: dict[int, list[Row]] = {0: [], 1: []}
    halves = [held[::2], held[1::2]]
    for chosen, measured in (halves, halves[::-1]):
        calibrate(folder, settings, chosen)
        for reader, rows in crossed.items():
            rows += weigh(folder, [one for one in measured if one[1].reader == reader], sure_of=None)[0]
    calibrate(folder, settings, held)
    for reader, rows in crossed.items():
        some = [one for one in held if one[1].reader == reader]
        shown(f"reader {reader}: patterns alone", table([row for doc, links in some for row in judged(doc, links, {})]))
        shown(f"reader {reader}: all filled", table(weigh(folder, some, sure_of=0.0)[0]))
        shown(f"reader {reader}: sure enough", table(rows))


def shown(name: str, rows: dict[str, dict[str, float]]) -> None:
    """Print precision and coverage of each kind of cell."""
    print(name)
    for cell, row in rows.items():
        print(f"  {cell:13} precision {row['precision']:5.1f}  coverage {row['coverage']:5.1f}  filled {row['filled']}")
