"""The rows of a user's rule set joined to those of the rules that come with pressfacts."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import RulesError
from pipeline.rulebook.reading import Rulebook, load_rulebook, read_rules, row_kinds

NOT_USERS = ("input_patterns", "input_words", "column_names", "document_facts")
"""Tables that no rule set changes: they tell how web pages are read."""

Rows = Mapping[str, Sequence[Any]]
"""Rows to add to rule files, by the file's name without its ending: `titles`, `currencies` ..."""


def read_user_rows(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Read the rows that a rule set adds to rule files: those of its `titles.csv`, `currencies.csv` ...

    Raises RulesError that names the file and the line of a row that can't be read, or a file that no rule reads.
    """
    found = sorted(folder.glob("*.csv"))
    for path in found:
        if path.stem not in row_kinds():
            raise RulesError(_unknown(path.name))
        if path.stem in NOT_USERS:
            raise RulesError(f"{path.name}: a rule set can't hold it, as all pages are read alike; take the file out")
    return {path.stem: read_rules(path, row_kinds()[path.stem]) for path in found}


def _unknown(name: str) -> str:
    """Say that no rule reads a file, and which ones there are."""
    files = [f"{known}.csv" for known in row_kinds()]
    like = get_close_matches(name, files, n=1)
    meant = f"; was {like[0]} meant?" if like else f"; there are {', '.join(files)}"
    return f"{name}: no rules are read from a file of this name{meant}"


def with_rows(rulebook: Rulebook, rows: Rows) -> Rulebook:
    """Give a rulebook with more rows after its own."""
    written = rulebook.as_written
    return Rulebook(**{**written, **{name: (*written[name], *added) for name, added in rows.items()}})


def rulebook_with(rules: str | None) -> Rulebook:
    """Give the rulebook with the rows of a rule set; None is no rule set. It is read again once a file changed."""
    if not rules:
        return load_rulebook()
    files = sorted((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in Path(rules).glob("*.csv"))
    return _read(rules, tuple(files))


@lru_cache(maxsize=4)
def _read(rules: str, files: tuple[tuple[str, int, int], ...]) -> Rulebook:
    return with_rows(load_rulebook(), read_user_rows(Path(rules)))
