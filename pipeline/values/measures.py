"""A value in its sentence -> what it measures, in the sentence's words, and whether it is a level, a change or a base."""

import re
from dataclasses import dataclass

from pipeline.rulebook import Rulebook
from pipeline.values.directions import Directions
from pipeline.values.noun_phrases import NounPhrases, Token, tokens
from pipeline.values.phrases import Phrases

_REACH = 220  # characters around a value that are looked at
_END = re.compile(r"[.!?](?=[\s\"”’)])|\n|;")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Rs|Ps|vs|No|Inc|Ltd|Co|Corp|U\.S|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$")
_VALUE = re.compile(r"[\d$€£¥%]")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a value measures, and the part that it plays: level, change or base."""

    phrase: str | None
    role: str


class MeasureReader:
    """Reads what values measure."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the word lists."""
        self.phrases = NounPhrases(rules.measure_words)
        self.directions = Directions(rules.directions)
        self._base = Phrases((words, row) for row in rules.measure_words if row.kind == "base" for words in row.words)

    def read(
        self, text: str, start: int, end: int, *, before: str | None, between: str | None, change: bool, percent: bool
    ) -> Measured:
        """Read what the value from start to end measures.

        `before` is what the value before it in its sentence measures, `between` the text between the two; `change`
        says that something rose or fell by it.
        """
        left, right = self._words(text, start, end)
        role = "change" if change else "level"
        if before and between is not None and re.fullmatch(r"\s?[(\[][\s+\-−–~=a-z]*", between):
            return Measured(before, role)
        base = self._is_base(text, start, between)
        if base and before:
            return Measured(before, "base")
        role = "base" if base else role
        phrase = self._after(text, right, percent) or self._before(text, left, change) or self._late(text, right)
        return Measured(phrase or (before if before and between else None), role)

    def _is_base(self, text: str, start: int, between: str | None) -> bool:
        found = self._base.before(text, start)
        return found is not None and (between is None or len(between) < 60)

    def _words(self, text: str, start: int, end: int) -> tuple[list[Token], list[Token]]:
        """Give the tokens before and after a value, inside its sentence."""
        begin = max(0, start - _REACH)
        for found in _END.finditer(text, begin, start):
            if found[0] != "." or not _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
                begin = found.end()
        stop = min(len(text), end + _REACH)
        for found in _END.finditer(text, end, stop):
            if found[0] != "." or not _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
                stop = found.start()
                break
        return tokens(text, begin, start), tokens(text, end, stop)

    def _after(self, text: str, right: list[Token], percent: bool) -> str | None:
        """Read a phrase right after a value: `21% of output`, `$5m in revenue`, `a $5m loan`, `a 5% increase in rapes`."""
        if not right:
            return None
        first = right[0].word.casefold()
        if first == "of" and percent:
            return self.phrases.after(text, right[1:])
        if first == "in" and not percent:
            return self.phrases.after(text, right[1:], links={"of"})
        for at, token in enumerate(right[:5]):
            if token.word.casefold() in self.directions.nouns:
                after = right[at + 1 : at + 2]
                if after and after[0].word.casefold() == "in":
                    return self.phrases.after(text, right[at + 2 :])
                return None
            if self.phrases.breaks(token) or token.word.casefold() in ("of", "in", "to", "for"):
                break
        if first in ("of", "in", "for", "to", "per", "a", "an") or self.phrases.breaks(right[0]):
            return None
        return self.phrases.after(text, right, links={"of", "in"} if percent else {"to", "of"})

    def _before(self, text: str, left: list[Token], change: bool) -> str | None:
        """Read a phrase before a value: revenue of $5m, revenue rose by 5%, revenue was $5m."""
        left = self._without_qualifier(left)
        if not left:
            return None
        last = left[-1].word.casefold()
        if last == "of" and len(left) > 1 and left[-2].word.casefold() not in self.directions.nouns:
            return self.phrases.before(text, left[:-1])
        if last == "by" and (thing := self._object(text, left[:-1])):
            return thing
        if last in (":", "at") and len(left) > 1 and not self.phrases.breaks(left[-2]):
            return self.phrases.before(text, left[:-1])
        return self._subject(text, left)

    def _without_qualifier(self, left: list[Token]) -> list[Token]:
        """Drop what stands between a verb and its value: more than, nearly, a."""
        while left and left[-1].word.casefold() in _BETWEEN:
            left = left[:-1]
        return left

    def _object(self, text: str, left: list[Token]) -> str | None:
        """Read what a verb raised or cut: `increased stroke risk by`."""
        for at in range(len(left) - 1, max(-1, len(left) - 8), -1):
            word = left[at].word.casefold()
            if word in self.directions.verbs:
                return self.phrases.before(text, left[at + 1 :])
            if self.phrases.breaks(left[at]):
                return None
        return None

    def _subject(self, text: str, left: list[Token]) -> str | None:
        """Read the phrase before the verb of a value."""
        at = len(left)
        while at and not self._is_verb(left[at - 1]):
            if not left[at - 1].is_word and left[at - 1].word in ",:":
                break
            at -= 1
        if at == 0:
            return self.phrases.before(text, left)
        while at and (self._is_verb(left[at - 1]) or left[at - 1].word.casefold() in _BETWEEN or not left[at - 1].is_word):
            at -= 1
        return self.phrases.before(text, left[:at])

    def _is_verb(self, token: Token) -> bool:
        word = token.word.casefold()
        return self.phrases.is_kind(token, "verb") or word in self.directions.verbs or word in ("up", "down")

    def _late(self, text: str, right: list[Token]) -> str | None:
        """Read a purpose after a value: $1 million for scholarships, to settle claims."""
        if right and right[0].word.casefold() in ("for", "to", "in"):
            return self.phrases.after(text, right[1:])
        return None


_BETWEEN = set(
    "a an the about around approximately roughly nearly almost some just only over more than at least by to up down from"
    " of as much under less further another additional estimated total record".split()
)
