"""The rows of a user's rule set joined to those of the rules that come with pressfacts."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pipeline.rulebook import Rulebook, load_rulebook, read_rules


@cache
def rulebook_with(rules: str | None) -> Rulebook:
    """Give the rulebook with the rows of a rule set's CSV files, `currencies.csv`, `scales.csv` ..., after its own."""
    ours = load_rulebook()
    if rules is None:
        return ours
    kinds = {name: get_args(kind)[0] for name, kind in get_type_hints(Rulebook).items()}
    there = {name: Path(rules) / f"{name}.csv" for name in kinds if (Path(rules) / f"{name}.csv").is_file()}
    rows: dict[str, Any] = {
        name: (*getattr(ours, name), *read_rules(path, kinds[name])) for name, path in there.items()
    }
    return replace(ours, **rows)
