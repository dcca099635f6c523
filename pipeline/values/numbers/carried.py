"""A value beside another -> the other's direction, where it only adds to it: up 5% in May and 3% in June."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import DirectionPhrase
from pipeline.values.numbers.beside import beside_values_of
from pipeline.values.numbers.comparisons import Comparisons
from pipeline.values.numbers.directions import Directions

_NEAR = 90  # characters in which a second value takes its direction from the first
_OR = 14  # characters before a value in which `or` stands: or just over 3%
_BESIDE = re.compile(r"(?:,|\sand|,\sand|,\swith|\swith)\s((?:[\w'’-]+\s){1,3})(?:by\s)?$")
_IN_BRACKETS = re.compile(r"\)(?:,|,?\sand|;)\s[^()\n]{1,40}\s\($")
_PARTED = (". ", "\n", ";", " to ", " from ", " was ", " were ", " at ", " of ")
_VALUE = r"(?<![\w.])([^\s\w]{0,2}[A-Z$€£¥]{0,4}\d[\d.,]*[^\s,;()]{0,3}(?:[ -][a-z%]+){0,3})"
_PLACE = re.compile(r"\b(\w+)\s(?:in|at|for|among|on)\s(?:the\s)?(?:[A-Z][\w.'’-]*\s){1,3}\($")
_OF = re.compile(r"\sof\s")


class Carried:
    """Gives a value the direction of the one that it restates or stands beside."""

    def __init__(self, rules: Rulebook, directions: Directions, comparisons: Comparisons) -> None:
        """Index the words that may not stand between two values that go the same way."""
        self._apart = rules.direction_words.words("determiner") - {"the", "its", "their"}
        self._apart |= rules.direction_words.words("ends", "copula", "rate")
        self._apart |= rules.phrase_words.words("head") | rules.measure_words.words("verb")
        self._accounts = rules.phrase_words.words("accounts")
        self._directions, self._comparisons = directions, comparisons
        beside = beside_values_of(rules)
        self._adds, self._other = beside.adds, re.compile(rf"{_VALUE}(?:{beside.or_else.pattern}|,?\s\()$")

    def restated(self, text: str, start: int, end: int) -> DirectionPhrase | None:
        """Give the row that says how what this one restates moved: fell 63 cents, or 1%; fell in Spain (4%)."""
        if text[start - 1 : start] != "(" and " or " not in text[max(0, start - _OR) : start]:
            return None
        if _OF.match(text, end):
            return None
        first = max(0, start - _NEAR)
        if other := self._other.search(text, first, start):
            return self._directions.row(text, other.start(1), other.end(1))
        place = _PLACE.search(text, first, start)
        return self._directions.of_verb(place[1].casefold()) if place else None

    def inherited(self, text: str, start: int, end: int, before: tuple[int, int, str]) -> str | None:
        """Give the direction of the value before, a place with its direction, where this only adds to it."""
        first, last, direction = before
        if start - last > _NEAR or _OF.match(text, end):
            return None
        if compared := self._comparisons.after(text, first, last):
            last = compared[1]
        between = text[last:start]
        if _IN_BRACKETS.match(between):
            return direction
        if any(mark in between for mark in _PARTED):
            return None
        if beside := _BESIDE.fullmatch(between):  # milk is up 12%, bread 9%
            return direction if self._goes_along(beside[1].casefold().split()) else None
        return direction if self._adds.search(between) else None

    def _goes_along(self, words: list[str]) -> bool:
        """Whether words name only what else went the same way."""
        if not self._accounts.isdisjoint(words) and len(words) == 1:
            return True
        return self._apart.isdisjoint(words) and not any(word.endswith(("ing", "ed", "ly")) for word in words)
