"""A pipeline without a model, a few articles, and the bytes of a run's tables, for tests of runs."""

from datetime import date
from pathlib import Path

import spacy

from pipeline.run import run
from pipeline.runs.summary import RunSummary
from pipeline.settings import Settings
from pipeline.tables import TABLES

TODAY = date(2026, 1, 1)


def blank_model(folder: Path) -> str:
    """Save an empty English pipeline: amounts, dates and quotations are found without a model."""
    spacy.blank("en").to_disk(folder)
    return str(folder)


def write_articles(folder: Path, count: int, *, first: int = 0) -> Path:
    """Write text files, each with amounts of its own."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        text = (
            f"Orrin Foods buys bakery number {number}\n\n"
            f"LEEDS, {number % 28 + 1} March 2025 – Orrin Foods said that it would pay £{number + 2} million for it. "
            f"Sales rose {number + 1} percent on Monday.\n\n“Bread is patient number {number},” it said.\n"
        )
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def run_on(paths: Path | list[Path], output: Path, model: str, **settings: object) -> RunSummary:
    """Run with the empty pipeline."""
    given = {"output": str(output), "model": model, "batch": 2, **settings}
    paths = paths if isinstance(paths, list) else [paths]
    return run(paths, Settings(**given), today=TODAY)  # type: ignore[arg-type]


def tables(output: Path) -> dict[str, bytes]:
    """Give the bytes of a run's tables."""
    return {name: (output / f"{name}.csv").read_bytes() for name in TABLES}
