"""The words before or after a place -> the phrase that names something there, at most six words, as printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.value_rules import MeasureWord

_TOKEN = re.compile(r"\w[\w&'’./+-]*\w|\w|[^\w\s]")
LONGEST = 6
_LINKS = {"of", "in", "for", "to", "per"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign at a place of a text."""

    start: int
    end: int
    word: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a sign."""
        return self.word[0].isalnum()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """List the words and signs in a stretch of text."""
    return [Token(found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text, start, end)]


class NounPhrases:
    """Cuts phrases out of a sentence, by words that begin or end them."""

    def __init__(self, rows: Iterable[MeasureWord]) -> None:
        """Index the words by kind."""
        self.kinds: dict[str, set[str]] = {}
        for row in rows:
            self.kinds.setdefault(row.kind, set()).update(row.words)

    def is_kind(self, token: Token, kind: str) -> bool:
        """Whether a token is of a kind: verb, stop, lead, empty."""
        return token.word.casefold() in self.kinds[kind]

    def breaks(self, token: Token) -> bool:
        """Whether a phrase ends at a token: a verb, a sign, a word that links clauses."""
        return not token.is_word or self.is_kind(token, "verb") or self.is_kind(token, "stop")

    def after(self, text: str, words: list[Token], *, links: Iterable[str] = _LINKS) -> str | None:
        """Give the phrase that begins a list of tokens."""
        while words and self.is_kind(words[0], "lead"):
            words = words[1:]
        taken: list[Token] = []
        for token in words[: LONGEST + 2]:
            if self.breaks(token) or (token.word.casefold() in _LINKS and token.word.casefold() not in links):
                break
            taken.append(token)
        return self._cut(text, taken[:LONGEST])

    def before(self, text: str, words: list[Token], *, links: Iterable[str] = _LINKS) -> str | None:
        """Give the phrase that ends a list of tokens."""
        taken: list[Token] = []
        for token in reversed(words):
            if self.breaks(token) or (token.word.casefold() in _LINKS and token.word.casefold() not in links):
                break
            taken.insert(0, token)
        return self._cut(text, taken, last=True)

    def _cut(self, text: str, taken: list[Token], last: bool = False) -> str | None:
        """Cut a phrase to its words: no article or `number of` before it, no link or time at its end."""
        taken = self._without_lead(taken)
        while taken and (taken[-1].word.casefold() in _LINKS or self.is_kind(taken[-1], "lead")):
            taken = taken[:-1]
        taken = self._without_time(taken)
        if len(taken) > LONGEST:
            taken = self._without_lead(taken[-LONGEST:] if last and not _has_link(taken[:LONGEST]) else taken[:LONGEST])
        while taken and taken[-1].word.casefold() in _LINKS:
            taken = taken[:-1]
        if not taken or all(self.is_kind(token, "empty") or token.word.isdigit() for token in taken):
            return None
        return text[taken[0].start : taken[-1].end]

    def _without_lead(self, taken: list[Token]) -> list[Token]:
        while taken:
            two = " ".join(token.word.casefold() for token in taken[:2])
            if two in self.kinds["lead"] and len(taken) > 2:
                taken = taken[2:]
            elif self.is_kind(taken[0], "lead") or self.is_kind(taken[0], "stop"):
                taken = taken[1:]
            else:
                break
        return taken

    def _without_time(self, taken: list[Token]) -> list[Token]:
        """Drop a time at the end: revenue for the third quarter, orders in 2025."""
        for at in range(len(taken) - 1, 0, -1):
            if taken[at].word.casefold() in _LINKS:
                rest = [token for token in taken[at + 1 :] if not self.is_kind(token, "lead")]
                if rest and all(self.is_kind(token, "empty") or token.word.isdigit() or token.word.casefold() in _LINKS for token in rest):
                    return self._without_time(taken[:at])
        return taken


def _has_link(taken: list[Token]) -> bool:
    return any(token.word.casefold() in _LINKS for token in taken[1:-1])
