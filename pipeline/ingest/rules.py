"""The rows of `rules/ingest/`: words and patterns of reading that a person may want to change."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.rulebook.reading import RULES, read_rules


@dataclass(frozen=True, slots=True)
class PageWord:
    """A pattern of words that tells what a part of a page is."""

    id: str
    kind: str
    """name (of an element that is no article), notice (of one that goes, however large), line (a block that is none),
    section (word of a section's name), changed, published (what a date is of), label (a line above the headline that
    goes) or cover (one that stays)."""
    pattern: str


@cache
def page_words(kind: str) -> re.Pattern[str]:
    """Join the patterns of one kind; upper and lower case are one."""
    rows = read_rules(RULES / "ingest" / "page_words.csv", PageWord)
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows if row.kind == kind), re.IGNORECASE)
