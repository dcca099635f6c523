"""Templates to HTML: what comes from an article is escaped and turns no text around, what is missing is an error."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.export.cells import cell, decimal_cell
from pipeline.export.look import charts
from pipeline.plain import BETWEEN, harmless

HERE = Path(__file__).parent

LABELS = {
    "PERSON": "person", "ORG": "organisation", "LOC": "place", "ROLE": "title",
    "MONEY": "amount", "PERCENT": "percentage", "DATE": "date",
}  # fmt: skip
"""Labels of mentions, and what they are called on a page."""

SIGNS = {"approx": "about ", "min": "at least ", "max": "at most "}


def environment(*folders: Path) -> Environment:
    """Give the environment of the templates of some folders, and of those that all pages share."""
    made = Environment(
        loader=FileSystemLoader([*folders, HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: harmless(value) if type(value) is str else value,  # not our own Markup
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"number": number, "shown": cell_in_words, "title": column_title, "many": many}
    made.globals |= {"charts": charts, "LABELS": LABELS}
    return made


def number(value: Any) -> str:
    """Write a number for a person.

    >>> number("1200000.50"), number(3)
    ('1,200,000.5', '3')
    """
    return f"{Decimal(decimal_cell(Decimal(str(value)))):,f}"


def cell_in_words(value: Any, kind: type = str) -> str:
    """Write a cell for a person: numbers with commas, lists with semicolons, yes or nothing."""
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return "yes"
    if kind in (int, Decimal):
        return number(value)
    return BETWEEN.join(value) if isinstance(value, (list, tuple)) else str(cell(value))


def column_title(name: str) -> str:
    """Write a column's name as words."""
    return name.replace("_", " ").replace(" char", "").strip()


def many(count: int, one: str, several: str = "") -> str:
    """Write a count with its noun.

    >>> many(1, "article"), many(1200, "article"), many(2, "body", "bodies")
    ('1 article', '1,200 articles', '2 bodies')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def value_in_words(row: dict[str, Any]) -> str:
    """Say what was read of an amount or a percentage: `HKD 307,000,000,000, at least, trade with Japan`."""
    ends = [number(end) for end in dict.fromkeys((row["low"], row["high"])) if end is not None]
    unit = row.get("currency") or ""
    plain = " to ".join(ends)
    value = f"{unit or '?'} {plain}" if "currency" in row else f"{plain} {_unit(row['unit'], plain)}"
    per = f" per {row['per']}" if row.get("per") else ""
    said = [row.get("direction"), SIGNS.get(row.get("qualifier") or "", "").strip(), row.get("measure")]
    role = {"base": "before the change", "change": "the change"}.get(row.get("role") or "")
    versus = f"compared with {row['compared_to']}" if row.get("compared_to") else None
    return ", ".join(filter(None, [value + per, *said, role, versus]))


def _unit(unit: str, plain: str) -> str:
    """Say a unit: `percent`, `1 basis point`, `60 basis points`."""
    return unit.replace("_", " ") + ("" if unit == "percent" or plain == "1" else "s")


def days(row: dict[str, Any]) -> str:
    """Say which days a date covers."""
    first, last = row.get("date_from"), row.get("date_to")
    if not first:
        return "can't be placed"
    return f"{first}" if first == last or not last else f"{first} to {last}"


def is_day(value: Any) -> bool:
    """Say whether a value is a date."""
    return isinstance(value, date)
