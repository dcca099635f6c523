"""`pressfacts train`: the model that finds names, carried on with a user's annotated articles."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from pipeline.errors import UsageError

DECISIONS = Path("corpus/corrections/decisions.jsonl")
OURS_TO_KEEP = Path("corpus/gold/gold.jsonl")


def train(
    out: Annotated[Path, typer.Option("--output", "-o", help="Folder for the new model.")],
    articles: Annotated[
        list[Path] | None, typer.Argument(help="Annotated articles, as corpus/gold/gold.jsonl has them.")
    ] = None,
    run: Annotated[
        Path | None, typer.Option(help="Run whose tables you corrected: its corrected articles are learned from too.")
    ] = None,
    log: Annotated[Path, typer.Option(help="Log of your decisions, which pressfacts retrain keeps.")] = DECISIONS,
    base: Annotated[Path | None, typer.Option(help="Model to carry on.", show_default="the one of pressfacts")] = None,
    rehearsal: Annotated[
        list[Path] | None,
        typer.Option(
            help="Annotated articles that must not be forgotten.", show_default=f"{OURS_TO_KEEP}, where there is one"
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of what is held out.")] = 0,
) -> None:
    """Carry the model on with your corrected articles, without forgetting: needs no torch, takes seconds to minutes.

    With `--run` the model of links learns too, from what you decided about titles, organisations, speakers and figures.

    A fifth of your articles is held out to measure on, as is a fifth of ours. `pressfacts retrain --help` says how
    corrected tables become rules; `pressfacts annotations` writes articles for an annotation tool.

    ```sh
    pressfacts train my_articles.jsonl -o models/mine
    pressfacts train --run outputs -o models/mine
    pressfacts run --model models/mine
    ```
    """
    from pipeline.extract.model.files import OURS
    from pipeline.retrain.corrected_articles import write_corrected_articles
    from pipeline.retrain.links.carry_on import carry_on_links
    from pipeline.retrain.report import taught_lines
    from pipeline.training.continue_model import continue_model
    from pipeline.training.package import seal

    if not articles and not run:
        raise UsageError("nothing to learn from: give annotated articles, or --run with the run that you corrected")
    if out.exists() and any(out.iterdir()):
        raise UsageError(f"{out} isn't empty: give a new folder")
    ours = rehearsal or [path for path in [OURS_TO_KEEP] if path.is_file()]
    console = Console(stderr=True)
    if not ours:
        console.print(f"no rehearsal: {OURS_TO_KEEP} isn't here, so the model may forget; give articles by --rehearsal")
    with console.status("reading the articles and training ..."), TemporaryDirectory() as folder:
        corrected = [write_corrected_articles(run, log, Path(folder) / "corrected.jsonl")] if run else []
        report = continue_model([*(articles or ()), *corrected], base=base or OURS, out=out, rehearsal=ours, seed=seed)
        links = carry_on_links(out, run, log, ours[0] if ours else None) if run else None
        seal(out)
    print(
        f"{report['articles']['yours']} articles of yours, {report['articles']['ours']} of ours; F1 on those held out"
    )
    print(f"{'':12} {'before':>8} {'after':>8}")
    for part, before in report["before"].items():
        for label, score in before.items():
            print(f"{part:5} {label:6} {score['f']:8.1f} {report['after'][part][label]['f']:8.1f}")
    print("\n".join(taught_lines(links)) if links else "no decision about a link to learn from")
    print(f"{out}: pressfacts run --model {out}")
