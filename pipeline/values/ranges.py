"""Two values beside each other -> one range, or two values: `$3m to $5m` is a range, `rose from $3m to $5m` is not."""

import re
from collections.abc import Iterable

from pipeline.value_rules import DirectionPhrase
from pipeline.values.phrases import Phrases, words_of

DASH = re.compile(r"\s?[-–—‒−]\s?")
TO = re.compile(r",?\s(?:up\s)?to\s(?:about\s|around\s|approximately\s|nearly\s|over\s|as\s(?:much|high|many)\sas\s)?", re.IGNORECASE)
AND = re.compile(r",?\s(?:and|or|&)\s", re.IGNORECASE)
LIST = re.compile(r",\s|,?\s(?:and|or|and/or|&)\s|/", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?\n](?=\s|$)")
_BEFORE = 90  # characters before a value in which a change is told
_CHANGES = "went gone goes go moved moves changed changes revised raised adjusted updated upgraded swung doubled tripled quadrupled halved narrowed transition transformed change changing scaled up down".split()


class Ranges:
    """Tells ranges from changes."""

    def __init__(self, directions: Iterable[DirectionPhrase]) -> None:
        """Index the words that tell of a change."""
        self._changes = Phrases((words, row.kind) for row in directions for words in row.words)

    def joins(self, text: str, first: tuple[int, int], second: tuple[int, int]) -> str | None:
        """Give how two values are joined into a range: dash, to, between; None where they are not one."""
        end, start = first[1], second[0]
        if DASH.fullmatch(text, end, start):
            return "dash"
        if TO.fullmatch(text, end, start):
            return None if self.changes(text, first[0]) else "to"
        if AND.fullmatch(text, end, start) and _follows(text, first[0], "between"):
            return "between"
        return None

    def changes(self, text: str, start: int) -> bool:
        """Whether the words before a value tell of a change: `rose from`, `up`, `an increase of`."""
        lead = text[max(0, start - _BEFORE) : start]
        boundary = max((found.end() for found in _CLAUSE.finditer(lead)), default=0)
        words = [word.casefold() for _, word in words_of(lead, boundary, len(lead))]
        if words and words[-1] in ("from", "of") and (words[-1] == "from" or len(words) > 1):
            return any(word in _CHANGES or word in self._changes.rows for word in words[-12:-1]) and words[-1] == "from" or (
                words[-1] == "of" and self._changes.rows.get(words[-2]) == "noun"
            )
        if words and words[-1] == "by":
            words.pop()
        return bool(words) and (words[-1] in _CHANGES or words[-1] in self._changes.rows)


def _follows(text: str, start: int, word: str) -> bool:
    lead = words_of(text, max(0, start - 40), start)
    return any(found.casefold() == word for _, found in lead[-3:])
