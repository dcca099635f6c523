"""The rows of `rules/ingest/`: words and patterns of reading that a person may want to change."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.rulebook.reading import RULES, read_rules


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of words that tells what a part of a page is."""

    id: str
    kind: str
    """name (of an element that is no article), notice (of one that goes, however large), line (a block that is none),
    section (word of a section's name), changed, published (what a date is of), label (a line above the headline that
    goes) or cover (one that stays)."""
    pattern: str


@cache
def patterns(kind: str) -> re.Pattern[str]:
    """Join the patterns of one kind; upper and lower case are one."""
    rows = read_rules(RULES / "ingest" / "patterns.csv", Pattern)
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows if row.kind == kind), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """Names that a column or key may have, by their letters, for what it holds; the most usual first."""

    id: str
    holds: str
    """text, lead (a summary), title, id, published, publisher, author, url or place."""
    names: tuple[str, ...]


@cache
def column_names() -> dict[str, tuple[str, ...]]:
    """Give the usual names of columns by what they hold."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rules(RULES / "ingest" / "columns.csv", ColumnNames):
        found[row.holds] = (*found.get(row.holds, ()), *row.names)
    return found


@dataclass(frozen=True, slots=True)
class DocumentMark:
    """A line that parts the documents of a text, or the names of the facts that a database prints above each."""

    id: str
    kind: str
    """start, end, after (the text), rule (parts releases), release (its label), field or code (label=fact)."""
    pattern: str


@cache
def document_marks(kind: str) -> re.Pattern[str]:
    """Join the patterns of lines of one kind."""
    rows = read_rules(RULES / "ingest" / "document_marks.csv", DocumentMark)
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows if row.kind == kind), re.IGNORECASE)


@cache
def document_fields(kind: str) -> dict[str, str]:
    """Give the fact that each label of a database states."""
    rows = read_rules(RULES / "ingest" / "document_marks.csv", DocumentMark)
    pairs = [pair.split("=") for row in rows if row.kind == kind for pair in row.pattern.split("|")]
    return {pair[0]: pair[1] for pair in pairs}
