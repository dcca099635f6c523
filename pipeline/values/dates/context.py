"""What the words around a date show: whether it lies ahead, which year is meant, which day the article is of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pipeline.rulebook.rows import FiscalYear
from pipeline.values.dates.calendar import Days
from pipeline.values.text.clauses import lead, tail

_LOOK = 22  # words around a date in which its verb stands
_YEAR = re.compile(r"(?<![\w$€£#.,/-])(?:19|20)\d\d(?![\w]|[.,]\d)")
_WILL = re.compile(r"\bwill\b")  # opened in June 2022, will close in March
_DONE = {"had", "did"}  # had, or did not, by Wednesday
_CLAUSE = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Context:
    """What a date expression is read against."""

    base: date | None  # publication, or a date that the article states for itself
    ahead: bool | None = None  # True where the verb is future, False where it is past, None where it is neither
    year: int | None = None  # a year told before it in its sentence
    before: Days | None = None  # the last date read before it
    told: Days | None = None  # the same, where it stands in the same sentence
    fiscal: FiscalYear | None = None
    reported: Days | None = None  # the quarter that the head of the article reports on

    def allows(self, days: Days) -> bool:
        """Whether days of the year told may be meant: not days ahead, unless the verb is future."""
        return self.base is None or bool(self.ahead) or days.first <= self.base


class Tense:
    """Says whether the words around a date lie in the future.

    >>> tense = Tense({"future": {"will"}, "past": {"met"}, "not_past": set()})
    >>> tense.is_ahead("The board will meet on Monday", 23, 29), tense.is_ahead("The board met on Monday", 17, 23)
    (True, False)
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Keep the lists `future`, `past` and `not_past`."""
        self._future, self._past, self._not_past = set(words["future"]), set(words["past"]), set(words["not_past"])

    def is_ahead(self, text: str, start: int, end: int) -> bool | None:
        """Whether the nearest verb is future or past, before the date or else after it; None where there is none."""
        before = lead(text, start)[-_LOOK:]
        if before[-1:] == ["by"] and _DONE.isdisjoint(before):
            return True
        after = tail(text, end)[:_LOOK]
        told = (self._tense(before, at) for at in range(len(before) - 1, -1, -1))
        told_after = (self._tense(after, at) for at in range(len(after)))
        nearest = next((one for one in chain(told, told_after) if one is not None), None)
        return True if nearest is None and "before" in before[-2:] else nearest

    def _tense(self, words: list[str], at: int) -> bool | None:
        """Whether a word tells of the future (True) or the past (False); `to be launched` is future."""
        word, before = words[at], words[max(0, at - 3) : at]
        if before[-1:] == ["than"]:
            return None  # better than expected
        if word.endswith("ed") and before[-1:] in (["and"], ["or"]):
            return None  # would be called in July and awarded in August: as the verb before
        if word == "forecast" and before[-1:] in (["the"], ["a"], ["its"], ["their"]):
            return None
        if word == "forecast" and before[-1:] in (["was"], ["were"], ["had"], ["been"]):
            return False
        if word in self._future or " ".join([*before[-1:], word]) in self._future:
            return True
        if word in self._past or (word.endswith("ed") and len(word) > 4 and word not in self._not_past):
            return "be" in before
        return None


def year_before(text: str, start: int) -> int | None:
    """Give the last year told in the same sentence before an offset.

    >>> year_before("Sales rose in 2021. In 2022 they fell, by May", 42)
    2022
    """
    begin = max(0, start - 200)
    boundary = max((found.end() for found in _CLAUSE.finditer(text, begin, start)), default=begin)
    years = _YEAR.findall(text, boundary, start)
    if not years or _WILL.search(text, text.rfind(years[-1], boundary, start), start):
        return None
    return int(years[-1])


def in_one_sentence(text: str, start: int, end: int) -> bool:
    """Say whether no sentence ends between two offsets."""
    return _CLAUSE.search(text, start, end) is None


def fiscal_year(text: str, rows: Iterable[FiscalYear], stated: int | None) -> FiscalYear | None:
    """Give the fiscal year that an article follows: the one it states, by its first month, or its country's."""
    if stated:
        named = [row.named_after for row in rows if row.first_month == stated and _shows(text, row)]
        return FiscalYear("stated", stated, named[0] if named else "end", ())
    for row in rows:
        if _shows(text, row):
            return row
    return None


def _shows(text: str, row: FiscalYear) -> bool:
    """Whether a text has a word of a row, as a whole word."""
    return any(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in row.words)
