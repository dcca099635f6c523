"""`pressfacts run --engine dask` and `pressfacts merge`: archives on a cluster, and the one run made of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import Model, Output, SettingsFile
from pipeline.commands.progress import ShownProgress
from pipeline.errors import UsageError
from pipeline.plain import harmless
from pipeline.settings import ACCURATE, Settings

ENGINES = ("local", "dask")


def run_archive(paths: list[str] | None, settings: Settings, *, quiet: bool) -> int:
    """Run on a cluster, say what came of it, and give the exit code."""
    if settings.engine not in ENGINES:
        raise UsageError(f"there is no engine {settings.engine!r}; the engines are {', '.join(ENGINES)}")
    from pipeline.cluster.run import run_on_cluster

    with ShownProgress(quiet=quiet) as progress:
        summary = run_on_cluster(paths or [settings.articles], settings, today=date.today(), report=progress)
    for name, why in sorted(summary.failed.items()):
        Console(stderr=True).print(f"shard {name}: {harmless(why)}", highlight=False, markup=False)
    if not quiet:
        done = summary.shards - summary.unchanged - len(summary.failed)
        say = Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print
        words = f"{summary.words / summary.seconds:,.0f} words a second"
        say(f"{done} shards, {summary.articles} articles read in {summary.seconds:.1f} s, {words}")
        if summary.unchanged:
            say(f"{summary.unchanged} shards were there before")
        if summary.failed or summary.interrupted:
            say("not all shards are written; the same command goes on from there")
        say(f"  merge    pressfacts merge {harmless(settings.output)} -o outputs")
    return 130 if summary.interrupted else 1 if summary.errors or summary.failed else 0


def merge(
    shards: Annotated[str, typer.Argument(help="Folder or address that `pressfacts run --engine dask` wrote to.")],
    output: Output = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="csv, xlsx, jsonl or parquet; may be given several times."),
    ] = None,
    model: Model = None,
    settings: SettingsFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Make one run of the shards that a cluster wrote: entities linked over all, the tables those of one machine.

    The folder can then be reviewed, corrected and learned from like any run's. Merging again takes only what is new.

        pressfacts merge s3://facts/2024 -o outputs/2024
    """
    from pipeline.cluster.dataset import MANIFEST, Dataset
    from pipeline.cluster.merge import merge_shards as merge_shards
    from pipeline.commands.run import say
    from pipeline.runs.remembered import settings_of
    from pipeline.settings import load_settings

    base = settings_of(Dataset(shards).manifest().get("settings") or {}, f"{shards}/{MANIFEST}")
    if base.model not in (None, ACCURATE, model) and settings is None:
        raise UsageError(f"{shards} was made with the model {base.model}; if you trust it, say --model {base.model}")
    given = {"output": str(output) if output else "outputs", "formats": tuple(format_) if format_ else None}
    chosen = load_settings(settings, base=replace(base, private_addresses=False), model=model, **given)
    with ShownProgress(quiet=quiet) as progress:
        summary = merge_shards(shards, chosen, report=progress)
    if not quiet:
        say(Console(stderr=True), summary, Path(chosen.output))
    raise typer.Exit(1 if summary.errors else 0)
