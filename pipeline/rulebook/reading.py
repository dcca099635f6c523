"""Reads and checks the rules (CSV rows with ids) into one frozen Rulebook."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from pipeline.errors import RulesError
from pipeline.rulebook import rows as kinds

RULES = Path(__file__).parents[1] / "rules"

Row = TypeVar("Row")


def read_rules(path: Path, row: type[Row]) -> tuple[Row, ...]:
    """Read a CSV of rules into rows of a frozen dataclass whose fields are the file's columns.

    A field of type `tuple[str, ...]` is split at `|`, `Decimal`, `int` and `bool` (yes, no) are converted. Lines that
    begin with `#` are comments. Raises RulesError that names the file, the line, what is wrong and what to do.
    """
    names = [field.name for field in fields(row)]  # type: ignore[arg-type]
    types = get_type_hints(row)
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
            rows.append(row(*(_cell(c, types[n], f"{place}: {n}") for c, n in zip(cells, names, strict=True))))
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

    number_words: tuple[kinds.NumberWord, ...] = ()
    scales: tuple[kinds.Scale, ...] = ()
    local_scales: tuple[kinds.Scale, ...] = ()
    currencies: tuple[kinds.Currency, ...] = ()
    currency_scales: tuple[kinds.CurrencyScale, ...] = ()
    currency_clues: tuple[kinds.CurrencyClue, ...] = ()
    no_amounts: tuple[kinds.NoAmount, ...] = ()
    stated_scales: tuple[kinds.StatedScaleWord, ...] = ()
    signs: tuple[kinds.SignWord, ...] = ()
    qualifiers: tuple[kinds.QualifierPhrase, ...] = ()
    per_units: tuple[kinds.PerUnit, ...] = ()
    percent_units: tuple[kinds.PercentUnit, ...] = ()
    directions: tuple[kinds.DirectionPhrase, ...] = ()
    comparisons: tuple[kinds.Comparison, ...] = ()
    calendar_names: tuple[kinds.CalendarName, ...] = ()
    date_patterns: tuple[kinds.DatePattern, ...] = ()
    fiscal_years: tuple[kinds.FiscalYear, ...] = ()
    measure_words: tuple[kinds.MeasureWord, ...] = ()
    word_lists: tuple[kinds.NamedWords, ...] = ()
    abbreviations: tuple[kinds.WordList, ...] = ()
    sentence_starts: tuple[kinds.WordList, ...] = ()
    honorifics: tuple[kinds.WordList, ...] = ()
    titles: tuple[kinds.WordList, ...] = ()
    organisation_words: tuple[kinds.WordList, ...] = ()
    aliases: tuple[kinds.WordList, ...] = ()
    name_vetoes: tuple[kinds.WordList, ...] = ()
    nationalities: tuple[kinds.WordList, ...] = ()
    nicknames: tuple[kinds.WordList, ...] = ()
    given_names: tuple[kinds.WordList, ...] = ()
    quote_verbs: tuple[kinds.WordList, ...] = ()
    speaker_nouns: tuple[kinds.WordList, ...] = ()
    body_nouns: tuple[kinds.BodyKind, ...] = ()
    person_links: tuple[kinds.LinkPattern, ...] = ()
    quote_links: tuple[kinds.LinkPattern, ...] = ()
    zone_marks: tuple[kinds.LinkPattern, ...] = ()


@cache
def load_rulebook(folder: Path = RULES) -> Rulebook:
    """Read the rule files in a folder and below it, `scales.csv` into `Rulebook.scales` ...; a folder is read once."""
    rows = {name: get_args(kind)[0] for name, kind in get_type_hints(Rulebook).items()}
    files = {path.stem: path for path in sorted(folder.rglob("*.csv"))}
    return Rulebook(**{name: read_rules(files.get(name, folder / f"{name}.csv"), row) for name, row in rows.items()})
