"""What the words around a date show: whether it lies ahead, which year is meant, which day the article is of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.rulebook.rows import FiscalYear
from pipeline.values.dates.calendar import Days
from pipeline.values.text.clauses import lead, tail

_LOOK = 22  # words around a date in which its verb stands
_YEAR = re.compile(r"(?<![\w$€£#.,/-])(?:19|20)\d\d(?![\w]|[.,]\d)")
_WILL = re.compile(r"\bwill\b")  # opened in June 2022, will close in March
_AS_BEFORE = ("and", "or", "is", "are")
_MODALS = {"will", "would", "shall", "should", "could", "must", "to"}
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
    day: date | None = None  # the last day read before it, which `the next day` counts from
    dateline: int = 0  # where the dateline ends, whose year is told of the article only
    place: str = ""  # the dateline's
    during: bool = False  # whether it is said that something is in it: in the fourth quarter, not its results
    fiscal: FiscalYear | None = None
    country: str | None = None  # the country that is spoken of beside a day that several have
    reported: Days | None = None  # the quarter that the head of the article reports on

    def allows(self, days: Days) -> bool:
        """Whether days of the year told may be meant: not days ahead, unless the verb is future."""
        return self.base is None or bool(self.ahead) or days.first <= self.base


class Tense:
    """Says whether the words around a date lie in the future.

    >>> words = {"future": {"will"}, "past": {"met"}, "begins": {"open"}, "subject_free": {"open"}}
    >>> tense = Tense({**words, "noun_too": {"plan"}, "determiner": {"the"}})
    >>> tense.is_ahead("The board will meet on Monday", 23, 29), tense.is_ahead("The board met on Monday", 17, 23)
    ((True, True), (False, True))
    >>> tense.is_ahead("They backed the plan on Monday", 24, 30), tense.is_ahead("On Monday bids open", 3, 9)
    ((False, True), (True, False))
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Keep the lists of words by what they tell."""
        self._words = {kind: frozenset(some) for kind, some in words.items()}

    def is_ahead(self, text: str, start: int, end: int) -> tuple[bool | None, bool]:
        """Whether the nearest verb is future or past, None where there is none; and whether it stands before the date.

        A verb before the date counts more than one after it. What a thing has at its close lies behind.
        """
        before = lead(text, start)[-_LOOK:]
        after = tail(text, end)[:_LOOK]
        if after[:2] in (["'", "s"], ["’", "s"]) and not self._of("behind").isdisjoint(after[2:4]):
            return False, True  # 30% more than Friday's close
        if before[-1:] == ["by"] and _DONE.isdisjoint(before):
            return True, True
        nearest = self._nearest(before, range(len(before) - 1, -1, -1))
        if nearest is not None:
            return nearest, True
        nearest = self._nearest(after, range(len(after)))
        if nearest is None and ("before" in before[-2:] or not self._of("coming").isdisjoint(before)):
            return True, True
        return nearest, False

    def _nearest(self, words: list[str], order: range) -> bool | None:
        return next((told for at in order if (told := self._tense(words, at)) is not None), None)

    def _of(self, kind: str) -> frozenset[str]:
        return self._words.get(kind, frozenset())

    def _tense(self, words: list[str], at: int) -> bool | None:
        """Whether a word tells of the future (True) or the past (False); `to be launched` is future."""
        word, before = words[at], words[max(0, at - 3) : at]
        last = before[-1] if before else ""
        if last in ("than", "-") or self._is_noun(word, last):
            return None  # better than expected, the plan
        if last in _MODALS and word in self._of("past"):
            return None  # will last from Tuesday
        if word in ("until", "till"):
            return _DONE.isdisjoint(words[:at])
        if (word in self._of("begins") or word in self._of("subject_free")) and (
            verb := self._begins(words, at)
        ) is not None:
            return verb
        if last in _AS_BEFORE and word.endswith("ed") and word not in self._of("future"):
            return None  # would be called in July and awarded in August, is banned from July: as the verb before
        if word == "forecast" and last in ("was", "were", "had", "been"):
            return False
        if word in self._of("future") or f"{last} {word}" in self._of("future"):
            return True
        if word in self._of("past") or (word.endswith("ed") and len(word) > 4 and word not in self._of("not_past")):
            return "be" in before
        return None

    def _is_noun(self, word: str, last: str) -> bool:
        """Whether a word that is a verb and a noun is the noun: the plan, its runs, a forecast."""
        return word in self._of("noun_too") and (last in self._of("determiner") or last in ("s", "'", "’"))

    def _begins(self, words: list[str], at: int) -> bool | None:
        """Whether a plain verb tells what is to come: bids open on 1 May, it agreed to sell; not stocks open lower."""
        last = words[at - 1] if at else ""
        if last == "to" and words[at] in self._of("begins"):
            return None if words[max(0, at - 2) : at - 1] and words[at - 2] in self._of("never_to") else True
        following = words[at + 1] if at + 1 < len(words) else ""
        plural = len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is"))
        if words[at] in self._of("subject_free") and plural and (not following or following in self._of("when")):
            return True
        return None


def year_before(text: str, start: int, after: int = 0) -> int | None:
    """Give the last year told in the same sentence before an offset, and after another, where a dateline ends.

    >>> year_before("Sales rose in 2021. In 2022 they fell, by May", 42)
    2022
    """
    begin = max(after, start - 200)
    if begin >= start:
        return None
    boundary = max((found.end() for found in _CLAUSE.finditer(text, begin, start)), default=begin)
    years = _YEAR.findall(text, boundary, start)
    if not years or _WILL.search(text, text.rfind(years[-1], boundary, start), start):
        return None
    return int(years[-1])


def in_one_sentence(text: str, start: int, end: int) -> bool:
    """Say whether no sentence ends between two offsets."""
    return _CLAUSE.search(text, start, end) is None


def fiscal_year(text: str, rows: Iterable[FiscalYear], stated: int | None, country: str | None) -> FiscalYear | None:
    """Give the fiscal year that an article follows: the one it states, by its first month, or its country's.

    A country shows by its bodies and exchanges anywhere, or is the one that the dateline's place lies in.
    """
    rows = tuple(rows)
    if stated:
        named = [row.named_after for row in rows if row.first_month == stated and _shows(text, row)]
        return FiscalYear("stated", "", stated, named[0] if named else "end", True, "", ())
    return next((row for row in rows if _shows(text, row)), None) or fiscal_year_of(country, rows)


def fiscal_year_of(country: str | None, rows: Iterable[FiscalYear]) -> FiscalYear | None:
    """Give the fiscal year of a country."""
    return next((row for row in rows if country and row.country == country), None)


def _shows(text: str, row: FiscalYear) -> bool:
    """Whether a text has a word of a row, as a whole word."""
    return any(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in row.words)
