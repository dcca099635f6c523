"""What the words around a date show: whether it lies ahead, which year is meant, which day the article is of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.rows import FiscalYear
from pipeline.values.dates.calendar import Days
from pipeline.values.text.sentences import Sentences

_YEAR_BEFORE = 200  # characters before a date in which its year is told
_OPENING = 4  # characters before a year with which a sentence begins: In 2019 he said in April
_NEAR = 24  # characters before a year in which words say that something is set against it
_YEAR = re.compile(r"(?<![\w$€£#.,/-])(?:19|20)\d\d(?![\w]|[.,]\d)")
_WILL = re.compile(r"\bwill\b")  # opened in June 2022, will close in March


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


class ToldYears:
    """Gives the year that a sentence has told before a date; not one that a value is only set against.

    >>> told = ToldYears({}, Sentences())
    >>> told.before("Sales rose in 2021. In 2022 they fell, by May", 42)
    2022
    >>> told = ToldYears({"before_base": ["than in"], "base": ["level"]}, Sentences())
    >>> told.before("They reached their 2019 level in May", 32), told.before("more than in 2019 in May", 21)
    (None, None)
    """

    def __init__(self, words: Mapping[str, Iterable[str]], sentences: Sentences) -> None:
        """Compile the words beside a year that say that something is set against it."""
        self._sentences = sentences
        self._before_base = re.compile(rf"\b{any_of(words.get('before_base', ()))}\s$", re.IGNORECASE)
        self._base = re.compile(rf"\s(?:[\w-]+\s)?{any_of(words.get('base', ()))}\b")
        self._says = re.compile(rf"\b{any_of(words.get('says', ()))}\s(?:in|on)\s$", re.IGNORECASE)

    def before(self, text: str, start: int, after: int = 0) -> int | None:
        """Give the last year told in the same sentence before an offset, and after another, where a dateline ends."""
        begin = max(after, self._sentences.begin(text, start), start - _YEAR_BEFORE)
        years = [year for year in _YEAR.finditer(text, begin, start) if not self._is_base(text, year, begin)]
        if not years or _WILL.search(text, years[-1].start(), start):
            return None
        if years[0].start() - begin > _OPENING and self._says.search(text, max(begin, start - _NEAR), start):
            return None  # exports rose in 2024, its chairman said in April
        return int(years[-1][0])

    def _is_base(self, text: str, year: re.Match[str], begin: int) -> bool:
        """Whether a value is set against a year: their 2019 level, more than in 2019, the highest since 2019."""
        set_against = self._before_base.search(text, max(begin, year.start() - _NEAR), year.start())
        return set_against is not None or self._base.match(text, year.end()) is not None


def fiscal_year(text: str, rows: Iterable[FiscalYear], stated: int | None, country: str | None) -> FiscalYear | None:
    """Give the fiscal year that an article follows: the one it states, by its first month, or its country's.

    A country is the one that the dateline's place lies in, or shows by its bodies and exchanges anywhere.
    """
    rows = tuple(rows)
    if stated:
        named = [row.named_after for row in rows if row.first_month == stated and _shows(text, row)]
        return FiscalYear("stated", "", stated, named[0] if named else "end", True, "", ())
    own = fiscal_year_of(country, (row for row in rows if row.common))
    return own or next((row for row in rows if _shows(text, row)), None)


def fiscal_year_of(country: str | None, rows: Iterable[FiscalYear]) -> FiscalYear | None:
    """Give the fiscal year of a country."""
    return next((row for row in rows if country and row.country == country), None)


def _shows(text: str, row: FiscalYear) -> bool:
    """Whether a text has a word of a row, as a whole word."""
    return any(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in row.words)
