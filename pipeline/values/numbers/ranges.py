"""Two values beside each other -> one range, or two values: `$3m to $5m` is a range, `rose from $3m to $5m` is not."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.values.numbers.beside import beside_values_of
from pipeline.values.text.clauses import Clauses
from pipeline.values.text.phrases import words_and_signs
from pipeline.values.text.sentences import sentences_of

DASH = re.compile(r"\s?[-–—‒−]\s?")
AND = re.compile(r",?\s(?:and|or|&)\s", re.IGNORECASE)
LIST = re.compile(r",\s|,?\s(?:and|or|and/or|&)\s|/", re.IGNORECASE)
_BY_SHARE = re.compile(r"\d\s?(?:%|per\s?cent|percent),?\s\(?from\s$", re.IGNORECASE)
_BEFORE = 90  # characters before a value in which a share that changed is told
_WORDS = 12  # words before `from` and `by` in which a change is told


class Ranges:
    """Tells ranges from changes."""

    def __init__(self, rules: Rulebook) -> None:
        """Index the words that tell of a change."""
        self._kinds = {words: row.kind for row in rules.directions for words in row.words}
        self._clauses, self._to = Clauses(sentences_of(rules)), beside_values_of(rules).to
        words = rules.direction_words
        self._changes = words.words("change") | {word for word in self._kinds if word[0].isalpha()}
        self._ranging, self._skipped = words.words("ranging"), words.words("skipped") - {"by", "average", "than", "up"}

    def joins(self, text: str, first: tuple[int, int], second: tuple[int, int], *, close: bool = False) -> str | None:
        """Give how two values are joined into a range: dash, to, between; None where they are not one.

        `close`: they are too near each other for one to be how much the other changed by, as in `grow 5% to 7%`.
        """
        end, start = first[1], second[0]
        if DASH.fullmatch(text, end, start):
            return "dash"
        if self._to.fullmatch(text, end, start):
            return None if self.changes(text, first[0], close=close) else "to"
        if AND.fullmatch(text, end, start) and _follows(text, first[0], "between"):
            return "between"
        return None

    def changes(self, text: str, start: int, *, close: bool = False) -> bool:
        """Whether the words before a value tell of a change: `rose from`, `up`, `an increase of`."""
        before = text[max(0, start - _BEFORE) : start]
        words = self._clauses.lead(text, start)
        stated = list(words)
        while words and words[-1] in self._skipped:
            words.pop()
        words = words if words[-1:] == ["by"] else stated  # overran by some €45m to €310m
        last = words.pop() if words else ""
        if last == "from" and _BY_SHARE.search(before):
            return True  # rose by 55%, from €2 to €5
        if last == "from":
            return words[-1:] != [] and words[-1] not in self._ranging and not self._changes.isdisjoint(words[-_WORDS:])
        if close:
            return False
        if last == "of":
            return bool(words) and self._kinds.get(words[-1]) in ("noun", "noun_of")
        if last == "by":
            return not self._changes.isdisjoint(words[-_WORDS:])  # cut its forecast by $4bn to $36bn
        return last in self._changes


def _follows(text: str, start: int, word: str) -> bool:
    before = words_and_signs(text, max(0, start - 40), start)
    return any(found.casefold() == word for _, found in before[-3:])
