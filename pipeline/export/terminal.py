"""An article and what was found in it for the terminal: mentions highlighted, tables under the text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from pipeline.export.cells import cell
from pipeline.records import Mention
from pipeline.tables import TABLES

STYLES = {
    "PERSON": "black on #ffd8a8",
    "ORG": "black on #a5d8ff",
    "LOC": "black on #d0bfff",
    "ROLE": "black on #ffec99",
    "MONEY": "black on #b2f2bb",
    "PERCENT": "black on #96f2d7",
    "DATE": "black on #dee2e6",
}

COLUMNS = {
    "people": ("name", "title", "organisation", "mentions", "quotes"),
    "organisations": ("name", "aliases", "mentions"),
    "money": ("text", "low", "high", "currency", "qualifier", "measure", "role", "direction"),
    "percentages": ("text", "low", "high", "unit", "qualifier", "direction", "measure", "compared_to"),
    "dates": ("text", "date_from", "date_to", "precision"),
    "quotes": ("text", "speaker", "speaker_title", "speaker_organisation", "cue"),
}
"""Tables under the text, and the columns that fit a terminal; the CSV files have them all."""


def highlighted(text: str, mentions: Iterable[Mention]) -> Text:
    """Give the article's text with each mention in its label's colour."""
    shown = Text(text)
    for mention in mentions:
        shown.stylize(STYLES.get(mention.label, "reverse"), mention.start_char, mention.end_char)
    return shown


def show(console: Console, text: str, found: Mapping[str, Sequence[Any]]) -> None:
    """Print an article and its tables."""
    legend = Text("  ").join(Text(f" {label} ", style) for label, style in STYLES.items())
    tables: list[RenderableType] = [_grid(name, found[name]) for name in COLUMNS if found[name]]
    console.print(Group(legend, Text(), highlighted(text, found["mentions"]), *tables))


def _grid(name: str, rows: Sequence[Any]) -> Grid:
    grid = Grid(title=f"\n{name}", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    types = {column.name: column.type for column in TABLES[name].columns}
    for column in COLUMNS[name]:
        grid.add_column(column, justify="right" if types[column] is int else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(str(cell(getattr(row, column)))) for column in COLUMNS[name]))
    return grid
