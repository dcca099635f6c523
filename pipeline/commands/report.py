"""`pressfacts report`: a run as one HTML file."""

from pathlib import Path
from typing import Annotated

import typer


def report(
    run: Annotated[Path, typer.Argument(help="Folder of the run.")] = Path("outputs"),
    to: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write.", show_default="report.html in the folder")
    ] = None,
    title: Annotated[str, typer.Option(help="Headline of the report.")] = "Facts from press articles",
) -> None:
    """Write a run as one HTML file to mail to a colleague, with no script and nothing to fetch.

    It has charts, who is named most, all amounts and percentages with their sentences, quotations, and errors.

    ```sh
    pressfacts report outputs/2024 -o march.html --title "Trade, March"
    ```
    """
    from pipeline.runs.report import NAME, write_report

    print(write_report(run, to or run / NAME, title=title))
