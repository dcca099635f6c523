"""Values in their sentences -> what each measures, in the sentence's words, and whether it is level, change or base."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.rulebook.reading import Rulebook
from pipeline.values.measures.phrases import MeasurePhrases
from pipeline.values.measures.roles import Roles
from pipeline.values.numbers.directions import Directions
from pipeline.values.text.clauses import Clauses
from pipeline.values.text.sentences import sentences_of
from pipeline.values.text.tokens import Token, tokens

_PER = re.compile(r"\s(?P<what>(?:an?|per|each|every)\s[a-z][a-z-]*)(?![\w-])")
_REACH = 260  # characters around a value that are looked at


@dataclass(frozen=True, slots=True)
class Value:
    """A value at a place of a text, of which the measure is asked."""

    start: int
    end: int
    percent: bool
    direction: str | None


class Around(NamedTuple):
    """A value with the words and signs of its sentence before and after it."""

    value: Value
    left: list[Token]
    right: list[Token]
    together: bool
    """Whether the value before it stands in the sentence, too."""


WAYS = {
    "parallel": "it stands beside the value before it, of another place or group",
    "listed": "it goes on with a list of places in brackets",
    "named": "it stands before `of` and the value, where more follows",
    "last": "no words between say anything new, so that it is what the value before it measures",
    "after": "it stands right after the value",
    "given": "the verb by which the money passes says what for, or how",
    "opening": "it stands after the value that opens the sentence",
    "before": "it stands before the value, or before its verb",
    "purpose": "it is what the money is for, after the value",
    "sentence": "it stands further before in the sentence, before another value",
    "counted": "it was counted before the value in apposition",
    "following": "it follows the value, with its verb",
    "behind": "it stands after the value, where nothing before it says more",
}
"""Where the phrase of a value may stand."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a value measures, and the part that it plays: level, change or base."""

    phrase: str | None
    role: str
    way: str = ""  # where the phrase was read: one of `WAYS`
    base: str | None = None  # what says that it is a base, of `Roles.base`


class MeasureReader:
    """Reads what values measure.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> text = "Revenue rose 12% to $1.2bn from $1.1bn."
    >>> values = [Value(13, 16, True, "up"), Value(20, 26, False, None), Value(32, 38, False, None)]
    >>> [(measured.phrase, measured.role) for measured in MeasureReader(load_rulebook()).read(text, values, ())]
    [('Revenue', 'change'), ('Revenue', 'level'), ('Revenue', 'base')]
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the word lists."""
        self.directions = Directions(rules)
        self._phrases = MeasurePhrases(rules, self.directions)
        self._roles = Roles(rules, self._phrases)
        no_step = rules.phrase_words.any_of("no_step")
        self._step = re.compile(rf"(?:\bby\s)?\b\d[\d.,]*[ -]points?\b(?!\s{no_step})")  # slipped 1.2 points to 18%
        self._clauses = Clauses(sentences_of(rules))

    def read(self, text: str, values: Sequence[Value], dates: Sequence[tuple[int, int]]) -> Iterator[Measured]:
        """Read what each value measures; values and dates are in the order of the text."""
        return (measured for _, measured in self.read_around(text, values, dates))

    def read_around(
        self, text: str, values: Sequence[Value], dates: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Around, Measured]]:
        """Read what each value measures, and give it with the words around it."""
        last: Measured | None = None
        for around in self._around(text, values, dates):
            last = self._measured(text, around.value, around.left, around.right, last if around.together else None)
            no_measure = last.phrase and (
                self._is_no_measure(last.phrase) or (last.way != "given" and self._is_bare_verb(last.phrase))
            )
            yield around, replace(last, phrase=None) if no_measure else last

    def _around(self, text: str, values: Sequence[Value], dates: Sequence[tuple[int, int]]) -> Iterator[Around]:
        """Give the words of its sentence around each value."""
        dated = {first for first, _ in dates}
        told = [*((v.start, _with_per(text, v, dated), "value") for v in values), *((*d, "date") for d in dates)]
        spans = sorted([*told, *((s.start(), s.end(), "step") for s in self._step.finditer(text))]) if values else []
        starts = [span[0] for span in spans]
        sentences = self._clauses.sentences
        for at, value in enumerate(values):
            begin, end = self._clauses.around(text, value.start, value.end, _REACH)
            here = bisect_left(starts, value.start)
            left = tokens(text, begin, value.start, spans[bisect_left(starts, begin) : here], sentences=sentences)
            right = tokens(text, value.end, end, spans[here + 1 : bisect_left(starts, end)], sentences=sentences)
            yield Around(value, left, right, at > 0 and values[at - 1].start >= begin)

    def _measured(
        self, text: str, value: Value, left: list[Token], right: list[Token], last: Measured | None
    ) -> Measured:
        base = self._roles.base(text, (value.start, value.end), left, right, follows=last is not None)
        role = "base" if base else "change" if value.direction else "level"
        ways = self._ways(text, value, left, right, last)
        way, phrase = next(((way, phrase) for way, phrase in ways if phrase), ("", None))
        return Measured(phrase, role, way, base)

    def _ways(
        self, text: str, value: Value, left: list[Token], right: list[Token], last: Measured | None
    ) -> Iterator[tuple[str, str | None]]:
        """Try the places where the phrase of a value may stand, the surest first; each is one of `WAYS`."""
        between = _since_value(left) if last else left
        if last is not None and last.phrase and _is_parallel(text, between, right):
            yield "parallel", last.phrase
        if last is not None and last.phrase and _is_listed(text, between, last):
            yield "listed", last.phrase
        yield "named", self._phrases.named(text, between, right)
        if last is not None and self._says_nothing(between):  # `, up from`, ` (previous year: `
            if between and between[0].word == "(":
                yield "last", last.phrase
                return
            yield "after", self._after(text, value, left, right, last)
            yield "last", last.phrase
            left = between
        else:
            yield "after", self._after(text, value, left, right, last)
        yield from self._found(text, left, between, right)
        yield "last", last.phrase if last else None

    def _is_no_measure(self, phrase: str) -> bool:
        """Whether words can't say what is measured: an adverb, `followed by the rest`, `owing to the weather`."""
        words, (first, *others) = self._phrases.words, phrase.casefold().split()
        adverb = not others and first.endswith("ly") and first not in words["no_adverb"]
        return adverb or first in words["no_measure_first"] or (not others and first in words["auxiliary"])

    def _is_bare_verb(self, phrase: str) -> bool:
        """Whether a phrase is a verb that was denied, or helps another: didn't, won't, could."""
        word = phrase.casefold()
        return word.endswith(("n't", "n’t")) or word in self._phrases.words["modal"]

    def _after(
        self, text: str, value: Value, left: list[Token], right: list[Token], last: Measured | None
    ) -> str | None:
        """Read the phrase after a value; `profit reached $5m, a 12% margin` is profit margin."""
        paid = not value.percent and self._phrases.is_paid(text, left)
        phrase = self._phrases.after(text, right, percent=value.percent, paid=paid)
        if value.percent and [token.word for token in right[:2]] == ["of", "gdp"]:
            return None  # the deficit widened to 4% of GDP
        head = phrase is not None and phrase.casefold() in self._phrases.words["head"]
        if phrase and head and last and last.phrase and not last.phrase.casefold().endswith(phrase.casefold()):
            return f"{last.phrase} {phrase}"
        return phrase

    def _found(
        self, text: str, left: list[Token], between: list[Token], right: list[Token]
    ) -> Iterator[tuple[str, str | None]]:
        """Try the places of a phrase where neither the words right after a value nor the value before it have one."""
        phrases, given = self._phrases, self._phrases.given(text, between)
        if given:
            yield "given", phrases.raised(text, between, given) or self._given(text, given, right)
        yield "opening", phrases.opening(text, left, right)
        aside = bool(right) and right[0].word == ","
        yield "before", phrases.before(text, between, aside=aside)
        yield "purpose", phrases.purpose(text, right)
        yield "sentence", phrases.before(text, left, aside=aside)
        yield "counted", phrases.counted(text, left)
        yield "following", phrases.following(text, right)
        yield "behind", phrases.after(text, right, percent=True)

    def _given(self, text: str, verb: Token, right: list[Token]) -> str:
        """Read what money was given for, else how it was given: paid, raised."""
        title = text[verb.start].isupper()
        return self._phrases.purpose(text, right, title=title, spent=True) or text[verb.start : verb.end]

    def _says_nothing(self, between: list[Token]) -> bool:
        """Whether the words between two values name nothing new: `, up from`, ` in 2024 and`."""
        phrases, told = self._phrases.noun_phrases, self.directions
        return all(
            phrases.breaks(token)
            or token.word in told.verbs
            or token.word in told.nouns
            or token.word in self._phrases.words["says_nothing"]
            or token.word in self._phrases.words["to_value"]
            or phrases.is_empty([token])
            for token in between
        )


def _with_per(text: str, value: Value, dated: Container[int]) -> int:
    """Give where an amount ends, with what it is per: 40 vatu a kilo, but not $5m a year earlier."""
    per = None if value.percent else _PER.match(text, value.end)
    return per.end() if per and per.start("what") not in dated else value.end


def _is_parallel(text: str, between: list[Token], right: list[Token]) -> bool:
    """Whether a value stands beside the last one, of another place or group: `fell 4% in Spain and 9% in Italy`."""
    linked = between[:1] and right[:1] and between[0].word == right[0].word and right[0].is_link()
    if linked and right[0].word == "for" and between[-1].word == "to":
        return True  # from €9 for the winner to €5 for the second
    if not linked or right[0].word == "of" or between[-1].word not in ("and", "but") or len(between) > 5:
        return False
    return len(right) > 1 and (right[1].kind == "date" or text[right[1].start].isupper())


def _is_listed(text: str, between: list[Token], last: Measured) -> bool:
    """Whether a value in brackets goes on with a list of places: in Spain (4%), Italy (3%); not nitrogen (78%)."""
    if len(between) < 3 or between[0].word != ")" or between[-1].word != "(" or last.phrase is None:
        return False
    opening = text.rfind("(", 0, between[0].start)
    named = all(text[token.start].isupper() or token.word in (",", "and") for token in between[1:-1])
    return named and not text[:opening].rstrip().endswith(last.phrase)


def _since_value(left: list[Token]) -> list[Token]:
    """Give the tokens after the last value."""
    at = max((at for at, token in enumerate(left) if token.kind == "value"), default=-1)
    return left[at + 1 :]
