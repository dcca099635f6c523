"""The rows of `rules/ingest/` in the form that reading needs: patterns by kind, names of columns, labels of facts."""

import re
from functools import cache

from pipeline.rulebook.kinds import InputPatternKind
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.datelines import Datelines, datelines_of


@cache
def patterns(kind: InputPatternKind) -> re.Pattern[str]:
    """Join the patterns of one kind; upper and lower case are one."""
    rows = load_rulebook().input_patterns
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows if row.kind == kind), re.IGNORECASE)


def datelines() -> Datelines:
    """Give what finds datelines, and reads the days in them."""
    return datelines_of(load_rulebook())


@cache
def column_names() -> dict[str, tuple[str, ...]]:
    """Give the usual names of columns by what they hold, the most usual first."""
    found: dict[str, tuple[str, ...]] = {}
    for row in load_rulebook().column_names:
        found[row.kind] = (*found.get(row.kind, ()), *row.words)
    return found


@cache
def document_facts() -> dict[str, str]:
    """Give what each label of a database, and each code of Factiva, states."""
    return {word: row.kind for row in load_rulebook().document_facts for word in row.words}
