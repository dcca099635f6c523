"""Values in their sentences -> what each measures, in the sentence's words, and whether it is level, change or base."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.rulebook import Rulebook
from pipeline.values.directions import Directions
from pipeline.values.noun_phrases import LINKS, NounPhrases, Token, tokens
from pipeline.values.phrases import Phrases

_REACH = 260  # characters around a value that are looked at
_END = re.compile(r"[.!?](?=[\s\"”’)])|\n|;|[•–—](?=\s)")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Rs|Ps|vs|No|Inc|Ltd|Co|Corp|U\.S|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_PREPOSITIONS = {"to", "from", "at", "by"}
_NO_PHRASE = {"a", "an", "higher", "lower", "more", "less", "above", "below", "fewer", "better", "up", "down", "ago", "each"}
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
        starts = [span[0] for span in spans]
        last: Measured | None = None
        for at, value in enumerate(values):
            begin, end = _sentence(text, value.start, value.end)
            here = bisect_left(starts, value.start)
            left = tokens(text, begin, value.start, spans[bisect_left(starts, begin) : here])
            right = tokens(text, value.end, end, spans[here + 1 : bisect_left(starts, end)])
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
            return self._with_subject(phrase, last)
        if follows and last and last.phrase:
            return last.phrase
        given = self._given(between)
        return (
            (given and (self._late(text, right) or text[given.start : given.end]))
            or self._opening(text, left, right)
            or self._before(text, between)
            or self._late(text, right)
            or self._before(text, left)
            or (last and last.phrase)
            or self.phrases.after(text, right, verb=True)
        )

    def _given(self, between: list[Token]) -> Token | None:
        """Give the verb by which money passes from one to another, right before it: agreed to pay the State $5m."""
        for token in reversed(_without_qualifier(between)[-4:]):
            if token.word in self.phrases.kinds["give"]:
                return token
            if self.phrases.breaks(token) or token.word in _PREPOSITIONS or token.is_link():
                return None
        return None

    def _opening(self, text: str, left: list[Token], right: list[Token]) -> str | None:
        """Read what follows a value that opens a sentence: `At EUR 1.2 billion, revenue was level`."""
        if len(left) < 3 and left and left[0].word in ("at", "with") and right and right[0].word == ",":
            return self.phrases.after(text, right[1:])
        return None

    def _says_nothing(self, between: list[Token]) -> bool:
        """Whether the words between two values name nothing new: `, up from`, ` in 2024 and`, ` (previous year: `."""
        return all(
            self.phrases.breaks(token) or self._tells_change(token) or self.phrases.is_empty([token]) or token.word in _PREPOSITIONS
            for token in between
        )

    def _tells_change(self, token: Token) -> bool:
        return token.word in self.directions.verbs or token.word in self.directions.nouns or token.word in (
            "higher", "lower", "significantly", "ago", "steady", "'s", "’s")

    def _with_subject(self, phrase: str, last: Measured | None) -> str:
        """Say whose margin or target it is: `profit reached $5m, a 12% margin` -> profit margin."""
        if phrase.casefold() in _HEADS and last and last.phrase and not last.phrase.casefold().endswith(phrase.casefold()):
            return f"{last.phrase} {phrase}"
        return phrase

    def _after(self, text: str, right: list[Token], percent: bool) -> str | None:
        """Read a phrase right after a value: `21% of output`, `$5m in revenue`, `a $5m loan`, `a 5% increase in rapes`."""
        if not right:
            return None
        first = right[0].word
        if first == "of":
            return self.phrases.after(text, right[1:], links={*LINKS, "with"})
        if first == "in" and not percent:
            return self.phrases.after(text, right[1:], links={"of"}, verb=True)
        for at, token in enumerate(right[:5]):
            if token.word in self.directions.nouns:
                following = right[at + 1].word if at + 1 < len(right) else ""
                return self.phrases.after(text, right[at + 2 :], verb=True) if following in ("in", "of") else None
            if self.phrases.breaks(token) or token.is_link():
                break
        if first in ("more", "fewer", "less") and len(right) > 1 and right[1].word not in ("than", "in", "on"):
            return self.phrases.after(text, right[1:], links={"of"})
        if right[0].is_link() or right[0].kind == "date" and len(right) < 2 or first in _NO_PHRASE or self.phrases.breaks(right[0]):
            return None
        if first in _HEADS:
            return text[right[0].start : right[0].end]
        return self.phrases.after(text, right, links={"in", "of", "to", "on"} if percent else {"to", "of"})

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
        """Read the phrase right before a value, or before the verb of a value: `orders also rose, reaching $5m`."""
        at = len(left)
        while at and self._is_skipped(left, at - 1):
            at -= 1
        phrase = self.phrases.before(text, left[:at])
        return self._without_change(phrase)

    def _without_change(self, phrase: str | None) -> str | None:
        """Say what rose, not that it did: jump in his fortune -> fortune."""
        words = phrase.split() if phrase else []
        if len(words) > 2 and words[0].casefold() in self.directions.nouns and words[1] in ("in", "of"):
            return " ".join(words[3 if words[2] in ("the", "his", "its", "their", "her") and len(words) > 3 else 2 :])
        return phrase

    def _is_skipped(self, left: list[Token], at: int) -> bool:
        """Whether a token stands between a phrase and the value of it: verbs, adverbs, dates, `which`, a comma."""
        token, after = left[at], left[at + 1] if at + 1 < len(left) else None
        if self._is_verb(token) or token.word in _ADVERBS or token.kind == "date":
            return True
        if after is None:
            return False
        if token.word in (",", "to", "that", "which", "who"):
            return self._is_verb(after) or after.word in ("that", "which", "who")
        return token.is_link() and after.kind == "date"

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
               " already even only just expected approximately nearly about sequentially have been close as well".split())


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
