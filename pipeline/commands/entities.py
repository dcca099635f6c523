"""`pressfacts entities`: who is who across the articles of a run, and which pairs are doubtful."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.commands.options import Output, SettingsFile
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import JustifyMethod

    Row = dict[str, Any]
    Doubt = tuple[Any, ...]

SHOWN = {"label": 6, "name": 20, "titles": 9, "organisations": 9, "articles": 8, "quotes": 6, "why": 4}
"""Columns that are shown, and characters that each has at least: all of them in a terminal of 80."""
PRINTED = 240
"""Characters of a line where no terminal says how many there are."""


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
        names = [column.name for column in TABLES["entities"].columns]
        rows = [dict(zip(names, row, strict=True)) for row in store.rows("entities")]
        doubts = list(store.doubts()) if doubtful else []
    console = Console()
    if not console.is_terminal:
        console.width = PRINTED  # nothing is cut for whoever searches it or writes it to a file
    shown = len(rows)
    if doubtful:
        pairs = list(_pairs(doubts, {row["entity_id"]: row for row in rows}))
        shown = len(pairs)
        for lines in pairs[:limit]:
            console.print(*(escape(harmless(line)) for line in lines), sep="\n", highlight=False, soft_wrap=True)
        if not pairs:
            console.print("no doubtful pairs")
    else:
        console.print(_table(sorted(rows, key=lambda row: (-row["articles"], -row["mentions"], row["name"]))[:limit]))
    if shown > limit:
        console.print(f"{shown - limit} more; --limit {shown} shows all", style="dim")


def _table(rows: "Sequence[Row]") -> Table:
    """Give a table in which every column is seen, however narrow the terminal is."""
    from pipeline.plain import harmless

    table = Table(box=None, header_style="bold")
    for column, width in SHOWN.items():
        justify: JustifyMethod = "right" if column in ("articles", "quotes") else "left"
        table.add_column(column, no_wrap=True, min_width=width, justify=justify)
    for row in rows:
        cells = (row[name] for name in SHOWN)
        table.add_row(*(escape(harmless(_first(cell))) for cell in cells))
    return table


def _first(cell: "Any") -> str:
    """Give the first part of a cell that lists, the most frequent one; nothing for none."""
    if isinstance(cell, list):
        cell = cell[0] if cell else ""
    return "" if cell is None else str(cell)


def _pairs(doubts: "Iterable[Doubt]", entities: "Mapping[str, Row]") -> "Iterator[tuple[str, ...]]":
    """Give each pair that is doubtful still: how sure it is that both are one, why, and who the two are."""
    for label, *sides, why, sure in ((one[0], one[1], one[3], one[5], one[6]) for one in doubts):
        if all(side in entities for side in sides):  # a person's merge makes one of two
            yield f"{label} {sure:.2f}  {why}", *(_who(entities[side]) for side in sides)


def _who(row: "Row") -> str:
    """Tell an entity from others of its name: its id in the tables, title, organisation, number of articles."""
    about = ", ".join(filter(None, (row["name"], _first(row["titles"]), _first(row["organisations"]))))
    return f"  {row['entity_id']}  {about}; {row['articles']} {'article' if row['articles'] == 1 else 'articles'}"
