"""Finds date expressions in text, and reads each: first day, last day, precision, and the date that it counts from."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pipeline.rulebook.reading import Rulebook
from pipeline.values.dates.base import (
    base_date,
    day_line,
    fiscal_start,
    is_reported,
    place_before,
    stated_date,
    year_ends,
)
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context, ToldYears, fiscal_year, fiscal_year_of
from pipeline.values.dates.expressions import Expression
from pipeline.values.dates.filters import DateFilters
from pipeline.values.dates.named import named_days
from pipeline.values.dates.patterns import DatePatterns
from pipeline.values.dates.reading import DateReader, says_year, with_year
from pipeline.values.dates.tense import Tense
from pipeline.values.dates.together import days_behind, ends_stretch, share_years
from pipeline.values.dates.years import word_after
from pipeline.values.dropped import Dropped
from pipeline.values.places import Countries, countries_of
from pipeline.values.text.clauses import Clauses
from pipeline.values.text.sentences import sentences_of
from pipeline.values.zones.head import LONGEST

_FISCAL = ("fiscal", "ended", "years")
_DURING = re.compile(r"\b(?:in|during|by|until|till|through|throughout)\s(?:the\s)?$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_WHOSE = re.compile(r"([A-Z]\w*(?: [A-Z]\w*)*)['’]s (?:[a-z-]+ ){1,4}(?:in|for|during) (?:the )?$")
_HALF_A_YEAR = 183  # days
_REACH = 200  # characters in which a sentence is looked at


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression at a place of a text; no days where it can't be placed on a calendar."""

    start: int
    end: int
    date_from: date | None
    date_to: date | None
    precision: str | None
    anchor: date | None
    rule: str
    ahead: bool | None = None  # whether the words by it tell of what is to come, or is over
    year: int | None = None  # a year told before it in its sentence


class DateFinder:
    """Finds and reads the dates of a text.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> [found] = DateFinder(load_rulebook()).find("It will open next month.", published=date(2025, 12, 5))
    >>> str(found.date_from), str(found.date_to), found.precision, str(found.anchor)
    ('2026-01-01', '2026-01-31', 'month', '2025-12-05')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the patterns."""
        self.patterns = DatePatterns(rules)
        words: dict[str, frozenset[str]] = {str(kind): some for kind, some in rules.date_words.by_kind().items()}
        words["accounts"] = rules.phrase_words.words("accounts")
        moved = {word for row in rules.directions if row.kind == "verb" for word in row.words}
        words["arrived"] |= {word for word in moved if word.endswith("ed") or word in words["past"]}
        moves = moved | rules.direction_words.words("moves_now", "change")
        words["changes"] = frozenset(word for word in moves if word.endswith("s"))
        named = named_days(rules.named_days)
        self._clauses = Clauses(sentences_of(rules))
        self.tense = Tense(words, self._clauses)
        self._years = ToldYears(words, self._clauses.sentences)
        self.filters = DateFilters(words, rules.calendar_names, named, self._clauses)
        self.reader = DateReader({word: row.rule for word, row in named.items()})
        self._year_ends = year_ends(rules.pattern_words.printed("of_accounts"))
        self._day_line = day_line(rules.zone_words.printed("day_label"))
        self.fiscal_years, self._rules = rules.fiscal_years, rules

    def find(
        self,
        text: str,
        *,
        published: date | None = None,
        head: int = LONGEST,
        dropped: list[Dropped] | None = None,
    ) -> list[FoundDate]:
        """Find the dates of a text, in its order; relative ones count from the publication date.

        Without one, they count from the date that the article states for itself (a dateline), or stay empty. `head` is
        where the head of the article ends. What looks like a date and is none goes into `dropped`.
        """

        def is_date(text: str, one: Expression) -> bool:
            good = self.filters.is_date(text, one)
            if not good and dropped is not None:
                dropped.append(_dropped(one, f"the words around it fail the check {one.check!r}"))
            return good

        found = share_years(text, list(self.patterns.find(text, is_date)))
        dateline = stated_date(text, found, self._day_line, head)
        context = self._begin(text, found, dateline, place_before(text, dateline, head), published)
        dates: list[FoundDate] = []
        for at, one in enumerate(found):
            if context.told and not self._clauses.sentences.are_one(text, dates[-1].end, one.start):
                context = replace(context, told=None)
            date_read = self._read(text, found, at, context)
            if date_read.date_from is None and one.reads == "named" and not says_year(one):
                if dropped is not None:
                    dropped.append(_dropped(one, "no country is named whose day it is"))
                continue  # Independence Day
            dates.append(date_read)
            context = _having_told(context, _days(date_read), in_head=one.end < head, is_dateline=one is dateline)
        return dates

    def _begin(
        self, text: str, found: list[Expression], dateline: Expression | None, place: str, published: date | None
    ) -> Context:
        """Give what the first date of a text counts from, and the fiscal year where one is spoken of."""
        context = Context(base_date(dateline, published), dateline=dateline.end if dateline else 0, place=place)
        starts = fiscal_start(text, found, self._year_ends)
        if starts or any(one.is_read(*_FISCAL) or one.has("fiscal", "fy") for one in found):
            country = self.countries.of(place)
            context = replace(context, fiscal=fiscal_year(text, self.fiscal_years, starts, country))
        return context

    def _read(self, text: str, found: list[Expression], at: int, context: Context) -> FoundDate:
        one = found[at]
        named = says_year(one)
        if not named:
            kind = {"weekday": one.reads == "weekday", "of_day": one.reads == "day"}
            ahead, before = self.tense.is_ahead(text, one.start, one.end, **kind)
            year = self._years.before(text, one.start, context.dateline)
            during = before and self._is_during(text, one)
            context = replace(context, ahead=ahead, year=year, during=during)
        context = self._with_country(text, one, context)
        read = self._weekday_of(text, found, at, context) or self.reader.read(one, context)
        if read and context.told and not named and read.first < context.told.first and ends_stretch(text, found, at):
            read = self._after(one, context.told, context) or read
        far = read and context.base and context.ahead and (read.first - context.base).days > _HALF_A_YEAR
        if far and not named and self.tense.is_beginning(text, one.start):
            read = self.reader.read(one, replace(context, ahead=False))  # effective Feb. 10, told on Feb. 12
        anchor = context.base if read and not named else None
        first, last, precision = (read.first, read.last, read.precision) if read else (None, None, None)
        ahead, year = (None, None) if named else (context.ahead, context.year)
        return FoundDate(one.start, one.end, first, last, precision, anchor, one.rule, ahead, year)

    def _is_during(self, text: str, one: Expression) -> bool:
        """Whether something is said to be in a time: in the fourth quarter, but not in the fourth quarter results."""
        placed = _DURING.search(text, max(0, one.start - 14), one.start)
        return placed is not None and word_after(text, one.end) not in self.filters.words["accounts"]

    def _after(self, one: Expression, told: Days, context: Context) -> Days | None:
        """Read a day or month as the first after another: from 15 September to 15 January."""
        years = (told.first.year, told.first.year + 1)
        read = (self.reader.read(with_year(one, year), context) for year in years)
        return next((days for days in read if days and days.first >= told.first), None)

    def _with_country(self, text: str, one: Expression, context: Context) -> Context:
        """Add whose day or year is spoken of: Independence Day in Ghana, Pakistan's growth in 2023-24."""
        if one.has("named"):
            country = self._country_beside(text, one) or self.countries.of(context.place)
            return replace(context, country=country)
        if context.fiscal is None and (one.reads == "years" or one.has("year2", "yy2")):
            country = self._country_beside(text, one) or self.countries.of(context.place)
            return replace(context, fiscal=fiscal_year_of(country, self.fiscal_years))
        if context.fiscal is None and (one.reads == "fiscal" or one.has("fy", "fiscal")):
            whose = _WHOSE.search(text, max(0, one.start - _REACH), one.start)
            country = self.countries.of(whose[1]) if whose else None
            return replace(context, fiscal=fiscal_year_of(country, self.fiscal_years))
        return context

    def _country_beside(self, text: str, one: Expression) -> str | None:
        """Give the country that is named nearest to an expression in its sentence."""
        first, last = self._clauses.around(text, one.start, one.end, _REACH)
        named = [(abs(first + at - one.start), country) for at, country in self.countries.each_in(text[first:last])]
        if named:
            return min(named)[1]
        cities = (self.countries.of(found[0].removeprefix("The ")) for found in _NAME.finditer(text, first, last))
        return next((country for country in cities if country), None)

    @cached_property
    def countries(self) -> Countries:
        """The countries of the world and their cities; made when they are first asked for."""
        return countries_of(self._rules)

    def _weekday_of(self, text: str, found: list[Expression], at: int, context: Context) -> Days | None:
        """Read a weekday by the days told behind it: Thursday (15 May); Saturday and Sunday, 15-16 March."""
        following = days_behind(text, found, at)
        told = self.reader.read(following, context) if following else None
        if told is None or (told.last - told.first).days > 6:
            return None
        return next((day for day in told.each() if day.first.isoweekday() == int(found[at].slots["weekday"])), None)


def _having_told(context: Context, read: Days | None, *, in_head: bool, is_dateline: bool) -> Context:
    """Give what later dates count from, once a date was read, or could not be."""
    if read is None:
        return replace(context, told=None) if context.told else context
    return replace(
        context,
        told=read,
        before=read,
        day=read.last if read.precision == "day" and not is_dateline else context.day,
        reported=context.reported or (read if in_head and is_reported(read, context.base) else None),
    )


def _dropped(one: Expression, why: str) -> Dropped:
    return Dropped(one.start, one.end, one.rule, why)


def _days(found: FoundDate) -> Days | None:
    if found.date_from and found.date_to and found.precision:
        return Days(found.date_from, found.date_to, found.precision)
    return None
