"""The rows of a user's rule set joined to those of the rules that come with pressfacts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pipeline.rulebook.reading import Rulebook, load_rulebook, read_rules

Rows = Mapping[str, Sequence[Any]]
"""Rows to add to rule files, by the file's name without its ending: `titles`, `currencies` ..."""


@cache
def row_kinds() -> dict[str, type]:
    """Give the dataclass of each rule file's rows."""
    return {name: get_args(kind)[0] for name, kind in get_type_hints(Rulebook).items()}


def read_rows(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Read the rows that a rule set adds to rule files: those of its `titles.csv`, `currencies.csv` ..."""
    there = {name: folder / f"{name}.csv" for name in row_kinds() if (folder / f"{name}.csv").is_file()}
    return {name: read_rules(path, row_kinds()[name]) for name, path in there.items()}


def with_rows(rulebook: Rulebook, rows: Rows) -> Rulebook:
    """Give a rulebook with more rows after its own."""
    more: dict[str, Any] = {name: (*getattr(rulebook, name), *added) for name, added in rows.items()}
    return replace(rulebook, **more)


@cache
def rulebook_with(rules: str | None) -> Rulebook:
    """Give the rulebook with the rows of the rule set in a folder; None is no rule set."""
    return with_rows(load_rulebook(), read_rows(Path(rules))) if rules else load_rulebook()
