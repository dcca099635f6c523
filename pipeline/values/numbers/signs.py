"""What stands before a value -> whether it is below zero: -€12m, minus €12m; not a dash, nor plus or minus 3 points."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.phrases import Phrases

MINUS = "-−–"
_VALUE = re.compile(r"\d\S{0,12}(?:\s[a-z]{4,8})?\s$")  # a value from which another is taken away
_CELL_BEGINS = re.compile(r"(?:\t| {2}|\|)[ ]?\($")
_CELL_ENDS = re.compile(r"\)[ ]?(?:\t| {2}|\n|\||$)")
_BEFORE_SIGN = " (\n\t:"


class Signs:
    """Reads the sign of a value."""

    def __init__(self, rules: Rulebook) -> None:
        """Index the words."""
        told = [(words, row.sign) for row in rules.signs for words in row.words]
        self._words = Phrases(one for one in told if one[1] != "demand")
        self._demands = Phrases(one for one in told if one[1] == "demand")
        self._last = {words[-1] for words, sign in told if sign != "demand"}

    def negative(self, text: str, start: int, number: int | None = None) -> bool:
        """Whether a value that starts at an offset is below zero.

        `number` is where its number starts, where a currency stands before it. A minus counts between the two, or
        before both where no word ends: not the dash of `2024 – €5m`.
        """
        number = start if number is None else number
        if number > start and text[number - 1] in MINUS:
            return True
        if start == 0:
            return False
        if text[start - 1] in MINUS:
            if text[max(0, start - 3) : start - 1] == "+/":
                return False
            return start == 1 or text[start - 2] in _BEFORE_SIGN
        return self._told(text, start)

    def in_brackets(self, text: str, start: int, end: int) -> bool:
        """Whether the brackets around a value are a minus: in a table's cell, and where a value must stand."""
        if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
            return False
        if _CELL_BEGINS.search(text, max(0, start - 6), start) and _CELL_ENDS.match(text, end):
            return True
        return text[start - 2 : start - 1] == " " and self._demands.before(text, start - 1) is not None

    def _told(self, text: str, start: int) -> bool:
        """Whether a word says so: minus, negative; `€5m minus €2m` takes away."""
        if text[start - 1] != " " or text[start - 2 : start - 1] not in self._last:
            return False
        found = self._words.before(text, start)
        if found and text[found[1] - 1 : found[1]] == "(":
            return False  # $0.66 (minus $0.01)
        return found is not None and found[0] == "minus" and not _VALUE.search(text, max(0, found[1] - 24), found[1])
