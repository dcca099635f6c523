"""What the words around a date show: whether it lies ahead, which year is meant, which day the article is of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pipeline.value_rules import FiscalYear
from pipeline.values.calendar import Days
from pipeline.values.clauses import lead, tail

_FUTURE = set(
    "will shall expected expects expect scheduled plans planned plan planning upcoming due forthcoming deadline deadlines"
    " forecast forecasts projected anticipated anticipates slated intends aims hopes would'll coming later heading"
    " until submit must apply register rsvp join tomorrow next begins starts opens takes features commences returns hosts".split()
) | {"be held", "set to", "to take", "to begin", "to start", "going to", "no later", "to be", "to open"}
_PAST = set(
    "said told says according was were had did has been met held took made went came saw rose fell grew won lost began"
    " became gave got left led sent spoke thought wrote died since found brought bought sold built drew hit kept put"
    " ran sat set shot stood struck taught broke chose drove ate felt flew posted last earlier previously".split()
)
_NO_PAST = {"expected", "scheduled", "planned", "projected", "anticipated", "slated", "based", "united", "limited", "need", "need", "speed", "feed"}
_LOOK = 14  # words around a date in which its verb stands
_YEAR = re.compile(r"(?<![\w$€£#.,/-])(?:19|20)\d\d(?![\w]|[.,]\d)")
_CLAUSE = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Context:
    """What a date expression is read against."""

    base: date | None  # publication, or a date that the article states for itself
    ahead: bool | None = None  # True where the verb is future, False where it is past, None where it is neither
    year: int | None = None  # a year told before it in its sentence
    before: Days | None = None  # the last date read before it
    fiscal: FiscalYear | None = None


def is_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the nearest verb is future or past; None where there is none.

    >>> is_ahead("The board will meet on Monday", 23, 29), is_ahead("The board met on Monday", 17, 23)
    (True, False)
    """
    before = lead(text, start)[-_LOOK:]
    if before[-1:] == ["by"] and "had" not in before:
        return True
    told = (_tense(before, at) for at in range(len(before) - 1, -1, -1))
    after = tail(text, end)[:_LOOK]
    told_after = (_tense(after, at) for at in range(len(after)))
    return next((one for one in chain(told, told_after) if one is not None), None)


def _tense(words: list[str], at: int) -> bool | None:
    """Whether a word tells of the future (True) or the past (False); `to be launched` is future."""
    word, before = words[at], words[max(0, at - 3) : at]
    if word in _FUTURE or " ".join([*before[-1:], word]) in _FUTURE:
        return True
    if word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_PAST):
        return "be" in before
    return None


def year_before(text: str, start: int) -> int | None:
    """Give the last year told in the same sentence before an offset."""
    begin = max(0, start - 200)
    boundary = max((found.end() for found in _CLAUSE.finditer(text, begin, start)), default=begin)
    years = _YEAR.findall(text, boundary, start)
    return int(years[-1]) if years else None


def fiscal_year(text: str, rows: Iterable[FiscalYear], stated: int | None) -> FiscalYear | None:
    """Give the fiscal year that an article follows: as it states (the month after its end), or as its country has it."""
    if stated:
        return FiscalYear("stated", stated, "end", ())
    for row in rows:
        if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in row.words):
            return row
    return None
