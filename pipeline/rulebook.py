"""Reads and checks the rules (CSV rows with ids) into one frozen Rulebook."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from pipeline import name_rules, value_rules
from pipeline.errors import RulesError

RULES = Path(__file__).parent / "rules"

Row = TypeVar("Row")


def read_rules(path: Path, row: type[Row]) -> tuple[Row, ...]:
    """Read a CSV of rules into rows of a frozen dataclass whose fields are the file's columns.

    A field of type `tuple[str, ...]` is split at `|`, `Decimal`, `int` and `bool` (yes, no) are converted. Lines that
    begin with `#` are comments. Raises RulesError that names the file, the line, what is wrong and what to do.
    """
    names = [field.name for field in fields(row)]  # type: ignore[arg-type]
    kinds = get_type_hints(row)
    rows: list[Row] = []
    seen: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        lines = ((n, line) for n, line in enumerate(file, 1) if line.strip() and not line.startswith("#"))
        numbers: list[int] = []
        reader = csv.reader(_remember(lines, numbers))
        header = next(reader, [])
        if header != names:
            raise RulesError(f"{path.name}, line 1: the columns must be {','.join(names)}, not {','.join(header)}")
        for cells in reader:
            place = f"{path.name}, line {numbers[-1]}"
            if len(cells) != len(names):
                raise RulesError(f"{place}: {len(names)} cells are needed, not {len(cells)}; quote cells with commas")
            if cells[0] in seen:
                raise RulesError(f"{place}: id {cells[0]!r} is used in line {seen[cells[0]]} already; ids are unique")
            seen[cells[0]] = numbers[-1]
            rows.append(row(*(_cell(c, kinds[n], f"{place}: {n}") for c, n in zip(cells, names, strict=True))))
    return tuple(rows)


def _remember(lines: Any, numbers: list[int]) -> Any:
    for number, line in lines:
        numbers.append(number)
        yield line


def _yes_or_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError
    return cell == "yes"


_READERS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    Decimal: ("a number", Decimal),
    int: ("a whole number", int),
    bool: ("yes or no", _yes_or_no),
    tuple[str, ...]: ("words with | between", lambda cell: tuple(part for part in cell.split("|") if part)),
    str: ("text", str),
}


def _cell(cell: str, kind: Any, place: str) -> Any:
    what, read = _READERS[kind]
    try:
        return read(cell)
    except (ValueError, InvalidOperation):
        raise RulesError(f"{place} must be {what}, not {cell!r}") from None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of a run."""

    number_words: tuple[value_rules.NumberWord, ...] = ()
    scales: tuple[value_rules.Scale, ...] = ()
    currencies: tuple[value_rules.Currency, ...] = ()
    currency_clues: tuple[value_rules.CurrencyClue, ...] = ()
    qualifiers: tuple[value_rules.QualifierPhrase, ...] = ()
    per_units: tuple[value_rules.PerUnit, ...] = ()
    percent_units: tuple[value_rules.PercentUnit, ...] = ()
    directions: tuple[value_rules.DirectionPhrase, ...] = ()
    comparisons: tuple[value_rules.Comparison, ...] = ()
    calendar_names: tuple[value_rules.CalendarName, ...] = ()
    date_patterns: tuple[value_rules.DatePattern, ...] = ()
    fiscal_years: tuple[value_rules.FiscalYear, ...] = ()
    measure_words: tuple[value_rules.MeasureWord, ...] = ()
    word_lists: tuple[value_rules.WordList, ...] = ()
    abbreviations: tuple[name_rules.WordList, ...] = ()
    sentence_starts: tuple[name_rules.WordList, ...] = ()
    honorifics: tuple[name_rules.WordList, ...] = ()
    titles: tuple[name_rules.WordList, ...] = ()
    organisation_words: tuple[name_rules.WordList, ...] = ()
    aliases: tuple[name_rules.WordList, ...] = ()
    name_vetoes: tuple[name_rules.WordList, ...] = ()
    nationalities: tuple[name_rules.WordList, ...] = ()
    nicknames: tuple[name_rules.WordList, ...] = ()
    given_names: tuple[name_rules.WordList, ...] = ()
    quote_verbs: tuple[name_rules.WordList, ...] = ()
    speaker_nouns: tuple[name_rules.WordList, ...] = ()
    body_nouns: tuple[name_rules.BodyKind, ...] = ()
    person_links: tuple[name_rules.LinkPattern, ...] = ()
    quote_links: tuple[name_rules.LinkPattern, ...] = ()
    zone_marks: tuple[name_rules.LinkPattern, ...] = ()


@cache
def load_rulebook(folder: Path = RULES) -> Rulebook:
    """Read every rule file of a folder, `scales.csv` into `Rulebook.scales` ...; the same folder is read once."""
    rows = {name: get_args(kind)[0] for name, kind in get_type_hints(Rulebook).items()}
    return Rulebook(**{name: read_rules(folder / f"{name}.csv", row) for name, row in rows.items()})
