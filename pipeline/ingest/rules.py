"""The rows of `rules/ingest/` in the form that reading needs: patterns by kind, names of columns, labels of facts."""

import re
from functools import cache

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import InputPatternKind, InputWordKind
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.datelines import Datelines, datelines_of


@cache
def patterns(kind: InputPatternKind) -> re.Pattern[str]:
    """Join the patterns of one kind; upper and lower case are one."""
    rows = load_rulebook().input_patterns
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows if row.kind == kind), re.IGNORECASE)


@cache
def words_of_kind(kind: InputWordKind) -> tuple[str, ...]:
    """Give the words of one kind, in the order of the rows."""
    return load_rulebook().input_words.printed(kind)


@cache
def any_word_of(kind: InputWordKind) -> re.Pattern[str]:
    """Join the words of one kind, each as a whole; upper and lower case are one."""
    return re.compile(rf"(?<!\w){load_rulebook().input_words.any_of(kind)}(?!\w)", re.IGNORECASE)


@cache
def weekdays() -> re.Pattern[str]:
    """Give what finds a weekday in full."""
    return re.compile(any_of(row.words[0] for row in load_rulebook().calendar_names if row.kind == "weekday"))


def datelines() -> Datelines:
    """Give what finds datelines, and reads the days in them."""
    return datelines_of(load_rulebook())


@cache
def column_names() -> dict[str, tuple[str, ...]]:
    """Give the usual names of columns by what they hold, the most usual first."""
    names = load_rulebook().column_names
    return {kind: names.printed(kind) for kind in names.by_kind()}


@cache
def document_facts() -> dict[str, str]:
    """Give what each label of a database, and each code of Factiva, states."""
    return {word: row.kind for row in load_rulebook().document_facts for word in row.words}
