"""Values in their sentences -> what each measures, in the sentence's words, and whether it is level, change or base."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.rulebook import Rulebook
from pipeline.values.directions import Directions
from pipeline.values.noun_phrases import NounPhrases, Token, tokens
from pipeline.values.phrases import Phrases

_REACH = 260  # characters around a value that are looked at
_END = re.compile(r"[.!?](?=[\s\"”’)])|\n|;|[•–—](?=\s)")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Rs|Ps|vs|No|Inc|Ltd|Co|Corp|U\.S|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_PREPOSITIONS = {"to", "from", "at", "by"}
_HEADS = {"margin", "target", "objective", "goal"}
_PURPOSE = {"for", "to", "in", "toward", "towards"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value at a place of a text, of which the measure is asked."""

    start: int
    end: int
    percent: bool
    direction: str | None


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

    def read(self, text: str, values: Sequence[Value], dates: Sequence[tuple[int, int]]) -> Iterator[Measured]:
        """Read what each value measures; values and dates are in the order of the text."""
        spans = sorted([*((v.start, v.end, "value") for v in values), *((*d, "date") for d in dates)])
        last: Measured | None = None
        for at, value in enumerate(values):
            begin, end = _sentence(text, value.start, value.end)
            near = [span for span in spans if begin <= span[0] and span[1] <= end] if spans else []
            left = tokens(text, begin, value.start, [span for span in near if span[1] <= value.start])
            right = tokens(text, value.end, end, [span for span in near if span[0] >= value.end])
            together = at > 0 and values[at - 1].start >= begin
            last = self._measured(text, value, left, right, last if together else None)
            yield last

    def _measured(
        self, text: str, value: Value, left: list[Token], right: list[Token], last: Measured | None
    ) -> Measured:
        between = _since_value(left) if last else left
        base = self._base.before(text, value.start) is not None
        role = "base" if base else "change" if value.direction else "level"
        phrase = self._phrase(text, value, left, between, right, last)
        return Measured(phrase, role)

    def _phrase(
        self, text: str, value: Value, left: list[Token], between: list[Token], right: list[Token], last: Measured | None
    ) -> str | None:
        follows = last is not None and self._says_nothing(between)
        if follows and last and between and between[0].word == "(":
            return last.phrase
        if phrase := self._after(text, right, value.percent):
            return self._with_subject(phrase, text, between, last)
        if follows and last and last.phrase:
            return last.phrase
        return self._before(text, between) or self._late(text, right) or self._before(text, left) or (last and last.phrase)

    def _says_nothing(self, between: list[Token]) -> bool:
        """Whether the words between two values name nothing new: `, up from`, ` in 2024 and`, ` (previous year: `."""
        return all(
            self.phrases.breaks(token) or self._tells_change(token) or self.phrases.is_empty([token]) or token.word in _PREPOSITIONS
            for token in between
        )

    def _tells_change(self, token: Token) -> bool:
        return token.word in self.directions.verbs or token.word in self.directions.nouns or token.word in (
            "higher", "lower", "significantly", "ago", "steady")

    def _with_subject(self, phrase: str, text: str, between: list[Token], last: Measured | None) -> str:
        """Say whose margin or target it is: `profit reached $5m, a 12% margin` -> profit margin."""
        if phrase.casefold() in _HEADS and last and last.phrase and not last.phrase.casefold().endswith(phrase.casefold()):
            return f"{last.phrase} {phrase}"
        return phrase

    def _after(self, text: str, right: list[Token], percent: bool) -> str | None:
        """Read a phrase right after a value: `21% of output`, `$5m in revenue`, `a $5m loan`, `a 5% increase in rapes`."""
        if not right:
            return None
        first = right[0].word
        if first == "of" and (percent or len(right) > 1):
            return self.phrases.after(text, right[1:])
        if first == "in" and not percent:
            return self.phrases.after(text, right[1:], links={"of"}, verb=True)
        for at, token in enumerate(right[:5]):
            if token.word in self.directions.nouns:
                following = right[at + 1].word if at + 1 < len(right) else ""
                return self.phrases.after(text, right[at + 2 :]) if following in ("in", "of") else None
            if self.phrases.breaks(token) or token.is_link():
                break
        if right[0].is_link() or right[0].kind == "date" and len(right) < 2 or first in ("a", "an") or self.phrases.breaks(right[0]):
            return None
        return self.phrases.after(text, right, links={"in", "of"} if percent else {"to", "of"})

    def _before(self, text: str, left: list[Token]) -> str | None:
        """Read a phrase before a value: revenue of $5m, revenue rose by 5%, revenue was $5m, revenue ($5m)."""
        left = _without_qualifier(left)
        if not left:
            return None
        last = left[-1].word
        if last == "of":
            phrase = self._of(text, left[:-1])
            if phrase:
                return phrase
            return self._before(text, self._without_noun(left[:-1]))
        if last in _PREPOSITIONS:
            left = left[:-1]
            return self._object(text, left) if last == "by" else self._before(text, left)
        if last in "(:" :
            return self.phrases.before(text, left[:-1])
        return self._subject(text, left)

    def _of(self, text: str, left: list[Token]) -> str | None:
        if left and left[-1].word in self.directions.nouns and left[-1].word != "growth":
            return None
        return self.phrases.before(text, left)

    def _without_noun(self, left: list[Token]) -> list[Token]:
        """Drop `an increase`, `a record high`, `a pace`, back to what rose, with the `at` or `to` before it."""
        while left and not self.phrases.breaks(left[-1]) and left[-1].word not in _PREPOSITIONS:
            left = left[:-1]
        return left

    def _object(self, text: str, left: list[Token]) -> str | None:
        """Read what stands before `by`: what a verb raised, or what rose."""
        return self._subject(text, left)

    def _subject(self, text: str, left: list[Token]) -> str | None:
        """Read the phrase right before a value, or before the verb of a value."""
        at = len(left)
        while at and (self._is_verb(left[at - 1]) or left[at - 1].word in _ADVERBS or left[at - 1].kind == "date" or (left[at - 1].is_link() and at < len(left) and left[at].kind == "date")):
            at -= 1
        while at and (left[at - 1].word in ("that", "which", "who", "to", ",")):
            at -= 1
        return self.phrases.before(text, left[:at])

    def _is_verb(self, token: Token) -> bool:
        return self.phrases.is_verb(token) or token.word in self.directions.verbs or token.word in ("up", "down")

    def _late(self, text: str, right: list[Token]) -> str | None:
        """Read a purpose after a value: $1 million for scholarships, to settle claims."""
        if right and right[0].word in _PURPOSE:
            return self.phrases.after(text, right[1:], verb=True)
        return None


_QUALIFIERS = set(
    "a an the about around approximately roughly nearly almost some just only over more than least another additional"
    " estimated as much less under further up well".split()
)
_ADVERBS = set("also further still not slightly sharply significantly strongly again likely already now currently more than less"
               " already even only just expected approximately nearly about sequentially have been is to reach".split())


def _without_qualifier(left: list[Token]) -> list[Token]:
    """Drop what stands between a verb and its value: more than, nearly, a; `at` of `at least`."""
    while left and left[-1].word in _QUALIFIERS:
        if left[-1].word == "up" and len(left) > 1 and left[-2].word not in ("to",):
            break
        dropped, left = left[-1].word, left[:-1]
        if dropped == "least" and left and left[-1].word == "at":
            left = left[:-1]
    return left


def _since_value(left: list[Token]) -> list[Token]:
    """Give the tokens after the last value."""
    for at in range(len(left) - 1, -1, -1):
        if left[at].kind == "value":
            return left[at + 1 :]
    return left


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence of a value begins and ends."""
    begin = max(0, start - _REACH)
    for found in _END.finditer(text, begin, start):
        if found[0] != "." or not _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
            begin = found.end()
    stop = min(len(text), end + _REACH)
    for found in _END.finditer(text, end, stop):
        if found[0] != "." or not _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
            return begin, found.start()
    return begin, stop
