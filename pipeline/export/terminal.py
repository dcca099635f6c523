"""An article and what was found in it for the terminal: mentions highlighted, tables under the text."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from pipeline.export.cells import cell, decimal_cell
from pipeline.plain import harmless
from pipeline.records import Mention, Money, Percentage

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
    "money": ("text", "value", "measure", "direction"),
    "percentages": ("text", "value", "measure", "direction", "compared_to"),
    "dates": ("text", "date_from", "date_to", "precision"),
    "quotes": ("text", "speaker", "speaker_title", "speaker_organisation", "cue"),
}
"""Tables under the text, and the columns that fit a terminal; the CSV files have them all."""


def highlighted(text: str, mentions: Iterable[Mention]) -> Text:
    """Give the article's text with each mention in its label's colour."""
    shown = Text(harmless(text))
    for mention in mentions:
        shown.stylize(STYLES.get(mention.label, "reverse"), mention.start_char, mention.end_char)
    return shown


def print_article(console: Console, text: str, found: Mapping[str, Sequence[Any]]) -> None:
    """Print an article and its tables."""
    legend = Text("  ").join(Text(f" {label} ", style) for label, style in STYLES.items())
    tables: list[RenderableType] = [_grid(name, found[name]) for name in COLUMNS if found[name]]
    console.print(Group(legend, Text(), highlighted(text, found["mentions"]), *tables))


WHOLE = {"value", "date_from", "date_to"}
"""Columns of values whose cells are not broken into lines."""


def _grid(name: str, rows: Sequence[Any]) -> Grid:
    grid = Grid(title=f"\n{name}", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    cells = {column: [_text(row, column) for row in rows] for column in COLUMNS[name]}
    shown = {column: texts for column, texts in cells.items() if set(texts) - {"", "0"}}
    for column in shown:
        whole = column in WHOLE and name != "quotes"
        grid.add_column(column, justify="right" if column == "value" else "left", overflow="fold", no_wrap=whole)
    for row in zip(*shown.values(), strict=True):
        grid.add_row(*(Text(harmless(cell)) for cell in row))
    return grid


def _text(row: Any, column: str) -> str:
    return value(row) if column == "value" else str(cell(getattr(row, column)))


SIGNS = {"approx": "~", "min": "≥ ", "max": "≤ "}


def value(row: Money | Percentage) -> str:
    """Write a value for a person: `≥ HKD 307,000,000,000`, `5 to 7 percent`, `USD 2.5 a share`."""
    ends = [f"{Decimal(decimal_cell(end)):,f}" for end in dict.fromkeys((row.low, row.high))]
    number, sign = " to ".join(ends), SIGNS.get(row.qualifier, "")
    if isinstance(row, Percentage):
        return f"{sign}{number} {row.unit.replace('_', ' ')}"
    return f"{sign}{row.currency or '?'} {number}" + (f" a {row.per}" if row.per else "")
