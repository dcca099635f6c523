"""`pressfacts entities`: who is who across the articles of a run, and which pairs are doubtful."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.commands.options import Output, SettingsFile
from pipeline.errors import UsageError

SHOWN = ("label", "name", "titles", "organisations", "articles", "quotes", "why")


def entities(
    folder: Annotated[Path | None, typer.Argument(help="The run's folder, as after -o.", show_default=False)] = None,
    output: Output = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Pairs that may be one, and what speaks for it and against it.")
    ] = False,
    limit: Annotated[int, typer.Option(help="Rows at the most.", min=1)] = 40,
    settings: SettingsFile = None,
) -> None:
    """Show the people and organisations of a run, those of most articles first.

    A pair that is one: give both rows of entities.csv the same entity_id, and retrain from it. Somebody else: take the
    alias out of its row there, or empty person_id in people.csv (organisation_id in organisations.csv).

    ```sh
    pressfacts entities
    pressfacts entities --doubtful
    ```
    """
    from pipeline.plain import harmless
    from pipeline.settings import STORE, load_settings
    from pipeline.store import Store
    from pipeline.tables import TABLES

    if folder and output and folder != output:
        raise UsageError(f"two folders are named, {folder} and {output}: name one")
    place = Path(load_settings(settings, output=str(folder or output) if folder or output else None).output)
    if not (place / STORE).is_file():
        raise UsageError(f"{place} holds no run; `pressfacts run ... -o {place}` makes one")
    with Store(place) as store:
        if doubtful:
            columns: tuple[str, ...] = ("label", "one", "other", "why", "confidence")
            rows = [(label, one, other, why, sure) for label, _, one, _, other, why, sure in store.doubts()]
        else:
            names = [column.name for column in TABLES["entities"].columns]
            columns, all_rows = SHOWN, (dict(zip(names, row, strict=True)) for row in store.rows("entities"))
            most_first = sorted(all_rows, key=lambda row: (-row["articles"], -row["mentions"], row["name"]))
            rows = [tuple(row[name] for name in SHOWN) for row in most_first]
    table = Table(box=None, header_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=True, min_width=24 if column in ("name", "one", "other") else None)
    for row in rows[:limit]:
        table.add_row(
            *(escape(harmless(cell[0] if isinstance(cell, list) and cell else str(cell or ""))) for cell in row)
        )
    console = Console()
    console.print(table)
    if len(rows) > limit:
        console.print(f"{len(rows) - limit} more; --limit {len(rows)} shows all", style="dim")
