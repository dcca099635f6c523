"""A stretch of text -> its words and signs, in which a whole value or date is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.values.text.sentences import Sentences

_TOKEN = re.compile(r"['’]s\b|(?:[^\W\d_]\.){2,}|\w[\w&'’/+-]*(?:\.\d+|[\w])|\w|[^\w\s]")
LINKS = {"of", "in", "for", "to", "per", "after", "on"}
"""Words that link two parts of a phrase."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign at a place of a text, or a whole value or date."""

    start: int
    end: int
    word: str  # in lower case
    kind: str  # word, sign, value, date, step

    def is_link(self) -> bool:
        """Whether it is a word that links two parts of a phrase: of, in."""
        return self.word in LINKS


def tokens(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]] = (), *, sentences: Sentences
) -> list[Token]:
    """List the words and signs in a stretch of text; each span of a value or date is one token.

    >>> text, spans, sentences = "St. Ives rose 5% in May", [(14, 16, "value"), (20, 23, "date")], Sentences({"St"})
    >>> [(token.word, token.kind) for token in tokens(text, 0, 23, spans, sentences=sentences)]
    [('st.', 'word'), ('ives', 'word'), ('rose', 'word'), ('5%', 'value'), ('in', 'word'), ('may', 'date')]
    """
    found: list[Token] = []
    at = start
    for first, last, kind in spans:
        if first >= at and last <= end:
            found += _words(text, at, first, sentences)
            found.append(Token(first, last, text[first:last].casefold(), kind))
            at = last
    return found + _words(text, at, end, sentences)


def _words(text: str, start: int, end: int, sentences: Sentences) -> list[Token]:
    """List words and signs; the full stop of an abbreviation belongs to it, where more follows."""
    found: list[Token] = []
    for one in _TOKEN.finditer(text, start, end):
        word = found[-1] if found and found[-1].end == one.start() and one.end() < end - 1 else None
        if one[0] == "." and word and sentences.is_abbreviation(text[word.start : word.end], ""):
            found[-1] = Token(word.start, one.end(), f"{word.word}.", word.kind)
        else:
            found.append(Token(one.start(), one.end(), one[0].casefold(), "word" if one[0][0].isalnum() else "sign"))
    return found


def is_past(token: Token) -> bool:
    """Whether a word ends as verbs of the past do: fetched."""
    return token.kind == "word" and token.word.endswith("ed") and len(token.word) > 4 and "-" not in token.word
