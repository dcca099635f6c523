"""`pressfacts evaluate`: scores on annotated articles."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import Model, SettingsFile
from pipeline.commands.printing import print_line
from pipeline.errors import UsageError

FLOORS = "floors.json"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated articles: a JSONL file, or a folder that holds some.")] = Path(
        "corpus/gold"
    ),
    errors: Annotated[
        int, typer.Option(help="Show up to so many errors of each kind, with their article and place.")
    ] = 0,
    only: Annotated[
        list[str] | None, typer.Option(help="Kind to score, as the table names it; may be given several times.")
    ] = None,
    model: Model = None,
    settings: SettingsFile = None,
    floors: Annotated[
        bool, typer.Option(help=f"Exit with 1 where a kind is below its floor in {FLOORS} beside the gold.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Score the pipeline on annotated articles: precision, recall and F1 of each kind of mention, value and link.

    A mention is right where its label and both its offsets are; a value where its place overlaps and low, high and
    currency (or unit, or both days) are as annotated; a person or organisation by its fullest name.

    ```sh
    pressfacts evaluate
    pressfacts evaluate my_gold.jsonl --errors 10 --only "mentions ORG"
    ```
    """
    from pipeline.evaluation.gold import read_gold
    from pipeline.evaluation.report import below_floors, read_floors, table_of_scores
    from pipeline.evaluation.report import evaluate as scores_of
    from pipeline.extract.opening import open_pipeline
    from pipeline.settings import load_settings

    articles, nlp = read_gold(gold), open_pipeline(load_settings(settings, model=model))
    with Console(stderr=True).status(f"reading {len(articles)} annotated articles ..."):
        every = scores_of(nlp, articles)
    scores = [score for score in every if not only or score.name in only]
    if not scores:
        raise UsageError(f"no such kind: {', '.join(only or [])}; the kinds are {', '.join(s.name for s in every)}")
    if as_json:
        print_line(
            json.dumps({s.name: {"precision": s.precision, "recall": s.recall, "f1": s.f1} for s in scores}, indent=1)
        )
    else:
        print_line(table_of_scores(scores))
    for score in scores:
        for line in score.errors[:errors]:
            print_line(f"{score.name}: {line}")
    if floors:
        folder = gold if gold.is_dir() else gold.parent
        low = below_floors(every, read_floors(folder / FLOORS))
        for line in low:
            print_line(f"below its floor: {line}")
        raise typer.Exit(1 if low else 0)
