"""`pressfacts status`, `pressfacts watch`, `pressfacts settings`: about runs rather than one run."""

from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import AnyLanguage, Model, Output, SettingsFile, Workers
from pipeline.commands.printing import print_line
from pipeline.commands.run import say


def status(
    run: Annotated[Path | None, typer.Argument(help="Folder of the run; the same as -o.", show_default=False)] = None,
    output: Output = None,
    model: Model = None,
    settings: SettingsFile = None,
) -> None:
    """Say how far the runs of an output folder have come: what is read, pending, outdated, and what failed, by reason.

    ```sh
    pressfacts status outputs/2024
    ```
    """
    from pipeline.runs.status import status as status_of
    from pipeline.settings import load_settings

    folder = run or output
    chosen = load_settings(settings, output=str(folder) if folder else None, model=model)
    found = status_of(chosen)
    print_line(f"inputs    {found.inputs_read} read, {found.inputs_failed} with errors")
    print_line(
        f"articles  {found.articles}, {found.pending} pending, {found.outdated} done with other rules or another model"
    )
    for (stage, error), count in sorted(found.reasons.items(), key=lambda item: (-item[1], item[0])):
        print_line(f"error     {count} x {error} ({stage})")


def watch(
    paths: Annotated[list[str], typer.Argument(help="Folders, files or globs to watch.")],
    output: Output = None,
    every: Annotated[float, typer.Option(help="Seconds between two looks.")] = 2.0,
    model: Model = None,
    workers: Workers = None,
    any_language: AnyLanguage = None,
    settings: SettingsFile = None,
) -> None:
    """Read new and changed articles as they arrive, until ctrl-C.

    A file is read when it has lain still from one look to the next; the tables are written anew after each reading.

    ```sh
    pressfacts watch inbox/ -o outputs/inbox
    ```
    """
    from pipeline.settings import load_settings
    from pipeline.watch import watch as watch_over

    chosen = load_settings(
        settings, output=str(output) if output else None, model=model, workers=workers, any_language=any_language
    )
    console = Console(stderr=True)
    try:
        for summary in watch_over(paths, chosen, every=every):
            say(console, summary, Path(chosen.output))
            if summary.interrupted:
                break
    except KeyboardInterrupt:
        pass
    raise typer.Exit(130)


def settings(settings: SettingsFile = None) -> None:
    """Print the settings that a run would have: the defaults, with those of pressfacts.toml over them, as TOML."""
    from pipeline.settings import load_settings

    chosen = load_settings(settings)
    for field in fields(chosen):
        value = getattr(chosen, field.name)
        print_line(f"{field.name} = {_toml(value)}" if value is not None else f"# {field.name} =")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    return str(value) if isinstance(value, int) else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
