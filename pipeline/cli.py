"""The command line: parse, call, print, exit code."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from pipeline import __version__
from pipeline.errors import PressfactsError

app = typer.Typer(
    name="pressfacts",
    help="Press articles in, structured tables out: people, organisations, amounts, percentages, dates and quotes.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
    epilog="Exit codes: 0 all well; 1 some inputs could not be used (errors.csv says which and why); "
    "2 nothing could be done (the message says why); 130 interrupted, what was finished is written.",
)

Model = Annotated[str | None, typer.Option(help="spaCy pipeline that finds the names: a folder, or an installed package.")]


def main() -> None:
    """Run the command line; an error that is meant for the user is one sentence and exit code 2."""
    try:
        app()
    except PressfactsError as error:
        print(f"pressfacts: {error}", file=sys.stderr)
        sys.exit(2)


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False) -> None:
    """Print the version where asked."""
    if show:
        print(f"pressfacts {__version__}")
        raise typer.Exit


if __name__ == "__main__":
    main()
