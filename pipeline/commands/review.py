"""`pressfacts review`: a local page over a run."""

import getpass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import Model
from pipeline.commands.retrain import GOLD, LOG
from pipeline.errors import UsageError


def review(
    run: Annotated[Path, typer.Argument(help="Folder of the run.")] = Path("outputs"),
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes any that is free.", min=0, max=65_535)] = 0,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    log: Annotated[Path, typer.Option(help="Log of decisions, the same as of `retrain`.")] = LOG,
    rules: Annotated[
        Path | None, typer.Option(help="Folder of the rule sets.", show_default="rules in the folder of the run")
    ] = None,
    who: Annotated[str | None, typer.Option(help="Who decides.", show_default="your login")] = None,
    model: Model = None,
) -> None:
    """Look at a run, judge and correct what was found, and retrain, in the browser.

    The page is for this computer alone, at an address that nobody can guess. Ctrl-C ends it.

    ```sh
    pressfacts review
    pressfacts review outputs/2024 --no-open
    ```
    """
    try:
        from pipeline.review.desk import Desk
        from pipeline.review.serving import serve_page
    except ImportError as error:
        raise UsageError(f"the page needs {error.name}: pip install 'pressfacts[review]'") from None
    desk = Desk(
        run=run.absolute(),
        log=log.absolute(),
        rules=(rules or run / "rules").absolute(),
        gold=GOLD.absolute() if GOLD.is_dir() else None,
        model=model,
        who=who or getpass.getuser(),
    )
    # Flushed, so that a program that started this one can read the address too.
    serve_page(desk, port=port, say=partial(print, flush=True), open_browser=open_)
