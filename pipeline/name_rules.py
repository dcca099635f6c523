"""The rows of the rule files that names, roles and quotations are read with: the fields are the columns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that play one part: abbreviations, honorifics, titles, organisation words, quote verbs, nationalities."""

    id: str
    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of organisation: what a text calls one, and the words in names that show it."""

    id: str
    nouns: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkPattern:
    """How title and organisation stand to a person, or a quotation to its speaker: `{person}, {role} of {org}`."""

    id: str
    kind: str
    pattern: str


def words_of(rows: tuple[WordList, ...], *kinds: str) -> tuple[str, ...]:
    """Give the words of the rows of some kinds, or of all rows."""
    return tuple(word for row in rows if not kinds or row.kind in kinds for word in row.words)
