"""`pressfacts run`: articles in, tables out."""

from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from pipeline.commands.options import AnyLanguage, Model, SettingsFile, Workers
from pipeline.commands.progress import ShownProgress
from pipeline.errors import UsageError
from pipeline.plain import harmless
from pipeline.runs.summary import RunSummary

INPUT, RUNNING = "Reading", "Running"
"""Panels of `--help`."""
_SAID_APART = ("errors", "warnings")
"""Tables that the list of rows leaves to lines of their own."""


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, globs, addresses (s3://...), or - for standard input.",
            show_default="what the folder's runs read before, else corpus/articles",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Folder for the tables; with an engine, an address too.", show_default="outputs"
        ),
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="csv, xlsx (one workbook), jsonl or parquet; may be given several times.",
            show_default="csv and xlsx",
        ),
    ] = None,
    report: Annotated[
        bool | None,
        typer.Option(
            "--report/--no-report", help="Write report.html too.", show_default="report", rich_help_panel=RUNNING
        ),
    ] = None,
    rules: Annotated[
        str | None,
        typer.Option(
            help="Rule set, or folder of rule sets.", show_default="rules in the output folder", rich_help_panel=RUNNING
        ),
    ] = None,
    bom: Annotated[bool | None, typer.Option("--bom", help="CSV that old versions of Excel open well.")] = None,
    model: Model = None,
    workers: Workers = None,
    engine: Annotated[
        str | None,
        typer.Option(
            help="dask: work on a cluster, into Parquet shards that `pressfacts merge` makes one run of.",
            show_default="local",
            rich_help_panel=RUNNING,
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            help="Address of the cluster's scheduler.", show_default="workers on this machine", rich_help_panel=RUNNING
        ),
    ] = None,
    text_column: Annotated[
        str | None, typer.Option(help="Column or key of the text in CSV and JSON.", rich_help_panel=INPUT)
    ] = None,
    title_column: Annotated[str | None, typer.Option(help="Column or key of the title.", rich_help_panel=INPUT)] = None,
    id_column: Annotated[str | None, typer.Option(help="Column or key of the id.", rich_help_panel=INPUT)] = None,
    published_column: Annotated[
        str | None, typer.Option(help="Column or key of the publication date.", rich_help_panel=INPUT)
    ] = None,
    extra_column: Annotated[
        list[str] | None,
        typer.Option(
            help="Column of the input that articles.csv keeps as one; may be repeated.", rich_help_panel=INPUT
        ),
    ] = None,
    day_first: Annotated[
        bool | None,
        typer.Option(
            "--day-first/--month-first",
            help="How to read 03/04/2025.",
            show_default="as the whole column shows",
            rich_help_panel=INPUT,
        ),
    ] = None,
    ocr: Annotated[
        bool | None,
        typer.Option("--ocr", help="Read pages that are pictures by tesseract, if installed.", rich_help_panel=INPUT),
    ] = None,
    any_language: AnyLanguage = None,
    refresh: Annotated[
        bool | None,
        typer.Option(
            "--refresh", help="Redo articles done with other rules or another model.", rich_help_panel=RUNNING
        ),
    ] = None,
    force: Annotated[bool | None, typer.Option("--force", help="Redo everything.", rich_help_panel=RUNNING)] = None,
    prune: Annotated[
        bool | None, typer.Option("--prune", help="Forget articles whose files are gone.", rich_help_panel=RUNNING)
    ] = None,
    retry_failed: Annotated[
        bool | None, typer.Option("--retry-failed", help="Try failed inputs again.", rich_help_panel=RUNNING)
    ] = None,
    near_duplicates: Annotated[
        bool | None,
        typer.Option(
            "--near-duplicates/--no-near-duplicates",
            help="Keep wire copies and corrected versions in the tables; duplicate_of names the first.",
            show_default="keep",
            rich_help_panel=RUNNING,
        ),
    ] = None,
    settings: SettingsFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read articles, find the facts in them, and write the tables.

    Only what is new or changed since the last run into the same folder is read; a run that was stopped is finished by
    the same command. What can't be read, hangs or takes all memory (seconds_an_article and max_memory_mb in
    pressfacts.toml limit it) becomes a row of errors.csv, and the rest goes on. The folder remembers what
    was read into it, and how: `pressfacts run -o outputs/2024 --refresh` needs no more than that.

    ```sh
    pressfacts run
    pressfacts run releases/ "archive/2024-*.html" -o outputs/2024 --workers 2
    pressfacts run articles.csv --text-column body --published-column date
    cat release.txt | pressfacts run - -o outputs/one
    pressfacts run s3://archive/2024 -o s3://facts/2024 --engine dask --scheduler tcp://10.0.0.5:8786
    ```
    """
    from pipeline.settings import load_settings

    given: dict[str, Any] = {
        "output": output,
        "formats": tuple(format_) if format_ else None,
        "bom": bom,
        "report": report,
        "rules": rules,
        "model": model,
        "workers": workers,
        "engine": engine,
        "scheduler": scheduler,
        "text_column": text_column,
        "title_column": title_column,
        "id_column": id_column,
        "published_column": published_column,
        "extra_columns": tuple(extra_column) if extra_column else None,
        "day_first": day_first,
        "ocr": ocr,
        "any_language": any_language,
        "refresh": refresh,
        "force": force,
        "prune": prune,
        "retry_failed": retry_failed,
        "near_duplicates": near_duplicates,
    }
    asked = load_settings(settings, **given)
    if asked.engine != "local":
        from pipeline.commands.cluster import run_archive

        raise typer.Exit(run_archive(paths, asked, quiet=quiet))
    if asked.workers and asked.workers > 1:
        from pipeline.engines.nursery import begin_early

        begin_early()
    from pipeline.ingest import no_files_in
    from pipeline.ingest.remote import is_remote
    from pipeline.run import run as run_over
    from pipeline.runs.remembered import continued

    if rules and not Path(rules).is_dir():
        raise UsageError(f"{rules}: there is no such folder of rules; leave --rules out to have those of the run")
    if output and is_remote(output):
        raise UsageError(f"{output}: only a cluster writes to an address; give a folder by -o, or --engine dask")
    chosen, inputs, directory = continued(paths, settings, **given)
    with ShownProgress(quiet=quiet) as progress, chdir(directory):
        summary = run_over(inputs, chosen, today=date.today(), report=progress)
    if not quiet:
        if not summary.inputs and not summary.interrupted:
            Console(stderr=True).print(no_files_in(inputs), highlight=False, markup=False)
        say(Console(stderr=True), summary, Path(output or chosen.output))
        if "xlsx" in chosen.formats and summary.rows and not summary.workbook:
            rows, most = max(summary.rows.values()), chosen.workbook_rows
            Console(stderr=True).print(
                f"no workbook: a table has {rows:,} rows, and a spreadsheet is no tool for more than {most:,} "
                "(`workbook_rows` in pressfacts.toml); the CSV files have all",
                highlight=False,
                markup=False,
            )
    raise typer.Exit(130 if summary.interrupted else 1 if summary.errors else 0)


def counted(kinds: dict[str, int]) -> str:
    """Say how many there are of each kind, the most first.

    >>> counted({"empty": 2, "not English": 503})
    '503 not English, 2 empty'
    """
    most_first = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    return ", ".join(f"{count} {kind}" for kind, count in most_first)


def say(console: Console, summary: RunSummary, folder: Path) -> None:
    """Say what a run did."""
    rows = ", ".join(f"{count} {name}" for name, count in summary.rows.items() if count and name not in _SAID_APART)
    speed = f", {summary.words / summary.seconds:,.0f} words a second" if summary.worked_on else ""
    console.print(f"{summary.worked_on} articles read in {summary.seconds:.1f} s{speed}", highlight=False)
    place = harmless(str(folder))
    console.print(f"{place}: {rows or 'no rows'}", highlight=False, markup=False)
    if summary.rules:
        console.print(f"rule set {harmless(summary.rules)} is in use", highlight=False, markup=False)
    if summary.outdated:
        console.print(f"{summary.outdated} articles were done with other rules or another model; --refresh redoes them")
    if summary.only_error:
        console.print(f"1 input could not be used: {harmless(summary.only_error)}", markup=False, highlight=False)
    elif summary.errors:
        kinds = f"{summary.errors} inputs could not be used ({counted(summary.reasons)})"
        console.print(f"{kinds}: see {place}/errors.csv", markup=False, highlight=False)
    if summary.warnings:
        console.print(f"warnings: {counted(summary.warnings)}: see {place}/warnings.csv", markup=False, highlight=False)
    if summary.other_rules:
        console.print(f"the run before had the rules of {summary.other_rules}; --rules {summary.other_rules} uses them")
    if summary.interrupted:
        console.print("stopped early: what was finished is written; the same command goes on from there")
    elif summary.rows.get("articles"):
        say_next(console, summary, folder)


def say_next(console: Console, summary: RunSummary, folder: Path) -> None:
    """Say what one can do with what a run wrote: look at it, correct it, and have it learned."""
    written = f"{folder / summary.report.name}, or " if summary.report else ""
    steps = {
        "look": f"{written}pressfacts review {folder}",
        "correct": f"on that page, or in {folder / 'pressfacts.xlsx' if summary.workbook else folder / 'mentions.csv'}",
        "learn": f"pressfacts retrain --run {folder}",
    }
    for step, how in steps.items():
        console.print(f"  {step:8} {how}", highlight=False, markup=False, soft_wrap=True)
