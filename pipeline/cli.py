"""The command line: parse, call, print, exit code."""

import atexit
import errno
import os
import sys
import traceback
from typing import Annotated

import typer

from pipeline.commands.benchmark import benchmark
from pipeline.commands.benchmark_runs import all_of_it, components, memory, sizes, start, tables, whole, workers
from pipeline.commands.cluster import merge
from pipeline.commands.entities import entities
from pipeline.commands.evaluate import evaluate
from pipeline.commands.examples import fence_examples
from pipeline.commands.explain import explain
from pipeline.commands.report import report
from pipeline.commands.retrain import benchmark_retrain, retrain
from pipeline.commands.review import review
from pipeline.commands.rules import annotations, diff_runs, rules
from pipeline.commands.run import run
from pipeline.commands.show import show
from pipeline.commands.status import settings, status, watch
from pipeline.commands.train import train
from pipeline.errors import PressfactsError
from pipeline.garbage import collect_seldom
from pipeline.plain import harmless
from pipeline.threads import compute_in_one_thread
from pipeline.version import __version__

app = typer.Typer(
    name="pressfacts",
    help="Press articles in, structured tables out: people, organisations, amounts, percentages, dates and quotes.\n\n"
    "`pressfacts run` **ingests** files to articles, **extracts** what they say, and **exports** the tables; each row "
    "names the rule or model that found it, and `retrain` learns from the rows that you correct.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all well; 1 some inputs could not be used (errors.csv says which and why); "
    "2 nothing could be done (the message says why); 70 a bug of ours; 130 interrupted, what was finished is written.",
)
READ, LOOK, LEARN, MEASURE = "Read articles", "Look at what was found", "Correct it, and it learns", "Measure"
for panel, commands in (
    (READ, (run, merge, watch, status, settings)),
    (LOOK, (review, report, show, explain, entities)),
    (LEARN, (retrain, train, annotations)),
    (MEASURE, (evaluate,)),
):
    for command in commands:
        app.command(rich_help_panel=panel)(command)
app.command("diff", rich_help_panel=LOOK)(diff_runs)
app.add_typer(rules, name="rules", rich_help_panel=LEARN)
for measured in (whole, workers, sizes, tables, components, start, memory):
    benchmark.command()(measured)
benchmark.command("all")(all_of_it)
benchmark.command("retrain")(benchmark_retrain)
app.add_typer(benchmark, name="benchmark", rich_help_panel=MEASURE)
fence_examples(app)


CRASHED = 70
"""Exit code of a bug: that of BSD's `sysexits` for software."""

_OF_PLACES = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EISDIR, errno.ENOTDIR,
              errno.EEXIST, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP)  # fmt: skip
"""What is wrong with a file or folder that the user named, and not with the program."""


def console() -> None:
    """Run the command line, and leave without taking apart what was loaded: that takes half a second."""
    try:
        main()
    except SystemExit as left:
        if not isinstance(left.code, int | None):
            raise
        code = left.code or 0
    else:
        code = 0
    atexit._run_exitfuncs()
    sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Run the command line; an error that is meant for the user is one sentence and exit code 2, a bug is 70."""
    collect_seldom()
    compute_in_one_thread()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except PressfactsError as error:
        print(f"pressfacts: {harmless(str(error))}", file=sys.stderr)
        sys.exit(2)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.EPIPE, errno.ENOSPC) and not error.filename:
            sys.exit(_output_gone(error))
        if isinstance(error, OSError) and error.errno in _OF_PLACES and error.filename:
            place = harmless(str(error.filename2 or error.filename))
            print(f"pressfacts: {place}: {error.strerror}; choose another file or folder", file=sys.stderr)
            sys.exit(2)
        traceback.print_exc()
        print(
            "pressfacts: this is a bug of ours; what was finished is kept. Please report the lines above.",
            file=sys.stderr,
        )
        sys.exit(CRASHED)


def _output_gone(error: OSError) -> int:
    """Give the exit code where nothing more can be printed: the reader has left (`| head`), or the disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else Python tries once more when it ends
    if error.errno == errno.EPIPE:
        return 141
    print("pressfacts: no space is left for what is to be written", file=sys.stderr)
    return 2


def _print_version(asked: bool) -> None:
    if asked:
        print(f"pressfacts {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Press articles in, structured tables out."""


if __name__ == "__main__":
    console()
