"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[
    str | None,
    typer.Option(
        help="spaCy pipeline that finds the names: a folder, or an installed package. By default the one that comes "
        "with pressfacts; `accurate` is that one with every word read through all of its layers, which takes a third "
        "longer.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Folder for the tables.", show_default="outputs"),
]
AnyLanguage = Annotated[
    bool | None,
    typer.Option("--any-language", help="Read articles in other languages than English too.", show_default=False),
]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="Settings file.", show_default="pressfacts.toml, where there is one")
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        help="Worker processes; 0 works in this one.",
        show_default="one a core, where there is enough to do",
    ),
]
