"""`pressfacts benchmark`: speed, memory, quality and growth, as ratios measured side by side in one run."""

from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.errors import UsageError

benchmark = typer.Typer(help="Measure speed, memory, and what corrections teach; ratios, for machines are noisy.")


@benchmark.command()
def speed(
    paths: Annotated[list[str] | None, typer.Argument(help="Articles to read.", show_default="corpus/articles")] = None,
    limit: Annotated[int, typer.Option(help="Read at most so many articles.")] = 500,
    rounds: Annotated[int, typer.Option(help="Rounds; the median of each contender counts.")] = 3,
    contender: Annotated[
        list[str] | None,
        typer.Option(
            help="What to measure, in order; the first is the base of the ratios.", show_default="all installed"
        ),
    ] = None,
) -> None:
    """Words a second and peak memory of the pipeline, its parts, and the plain spaCy model, on one thread each.

    Each contender runs in a process of its own, in turns with the others. The plain model is compared with where it is
    installed, `pip install 'pressfacts[model-sm]'`, and so are quantulum3, recognizers-text-suite and textacy.

    ```sh
    pressfacts benchmark speed articles.jsonl.gz --limit 1000
    ```
    """
    from pipeline.benchmarks.contenders import CONTENDERS, installed
    from pipeline.benchmarks.speed import compare, report

    chosen = contender or installed()
    if unknown := set(chosen) - set(CONTENDERS):
        raise UsageError(f"no contender {', '.join(sorted(unknown))}; there are {', '.join(CONTENDERS)}")
    texts = read_texts(paths, limit)
    with Console(stderr=True).status(f"{len(texts)} articles, {rounds} rounds of {', '.join(chosen)} ..."):
        readings = compare(chosen, texts, rounds=rounds)
    print(report(readings))


@benchmark.command()
def growth(
    reader: Annotated[
        list[str] | None, typer.Option(help="What to measure.", show_default="every finder, and the whole pipeline")
    ] = None,
    characters: Annotated[int, typer.Option(help="Length of the shorter text; the longer is four times it.")] = 4000,
) -> None:
    """How time grows with texts that repeat one sign or word: an exponent of 1 follows the length, 2 is its square.

    ```sh
    pressfacts benchmark growth --reader money --reader dates
    ```
    """
    from pipeline.benchmarks.growth import READERS, measure, report

    if unknown := set(reader or ()) - set(READERS):
        raise UsageError(f"no reader {', '.join(sorted(unknown))}; there are {', '.join(READERS)}")
    with Console(stderr=True).status("texts that nobody writes ..."):
        growths = list(measure(reader or READERS, characters=characters))
    print(report(growths))


def read_texts(paths: list[str] | None, limit: int) -> list[str]:
    """Read the texts of so many articles; without paths those of corpus/articles."""
    from pipeline.engines.guarded import read_guarded
    from pipeline.records import Article
    from pipeline.settings import Settings

    items = read_guarded(paths or ["corpus/articles"], Settings(), today=date.today())
    return [item.text for item in islice((item for item in items if isinstance(item, Article)), limit)]


@benchmark.command()
def quality(
    gold: Annotated[Path, typer.Argument(help="Annotated articles: a JSONL file, or a folder.")] = Path("corpus/gold"),
    model: Annotated[
        str | None, typer.Option(help="Plain spaCy model to compare with.", show_default="en_core_web_sm")
    ] = None,
) -> None:
    """F1 of the pipeline's mentions beside those of a plain spaCy model, on annotated articles.

    ```sh
    pressfacts benchmark quality corpus/gold
    ```
    """
    from pipeline.benchmarks.contenders import PLAIN
    from pipeline.benchmarks.quality import compare, report
    from pipeline.evaluation.gold import read_gold

    print(report(compare(model or PLAIN, read_gold(gold))))


@benchmark.command()
def pages(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Articles that are multiplied.", show_default="corpus/articles")
    ] = None,
    articles: Annotated[int, typer.Option(help="Articles of the store.")] = 100_000,
) -> None:
    """How long the pages of `pressfacts review` take over a large run, each the median of five times.

    ```sh
    pressfacts benchmark pages --articles 10000
    ```
    """
    from pipeline.benchmarks.pages import report
    from pipeline.engines.guarded import read_guarded
    from pipeline.records import Article
    from pipeline.settings import Settings

    items = read_guarded(paths or ["corpus/articles"], Settings(), today=date.today())
    found = [item for item in items if isinstance(item, Article)]
    for line in report(found, articles):
        print(line, flush=True)
