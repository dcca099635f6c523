"""What looks like a date and is none: Theresa May, the Sunday Times, 2000 people, a second half in football."""

import re
from collections.abc import Callable, Iterable, Mapping

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.rows import CalendarName, NamedDay
from pipeline.values.dates.expressions import Expression
from pipeline.values.dates.month_names import MonthFilter
from pipeline.values.dates.years import YearFilters, word_after, word_before
from pipeline.values.text.clauses import Clauses

_NEAR = 400  # characters in which the words of an article's subject stand
_SCORE = re.compile(r"[^.\n]{0,30}\s\d{1,2}-\d{1,2}\b(?!-)")
_UNTIL = re.compile(r"\s(?:to|until|till|through)\s(?:the\s)?[A-Z\d]")
_FAR = 60  # characters before a time in which what is so much a month stands
_DAYS_BEFORE = re.compile(r"day\s?(?:-|–|to|through|thru)\s?$")

Check = Callable[[str, Expression], bool]


class DateFilters:
    """Says of a date expression whether the words around it let it be a date."""

    def __init__(
        self,
        words: Mapping[str, Iterable[str]],
        names: Iterable[CalendarName],
        named: Mapping[str, NamedDay],
        clauses: Clauses,
    ) -> None:
        """Keep the word lists, what else the names of months are, and what gives the words of a clause."""
        self._clauses = clauses
        self.words = {name: frozenset(some) for name, some in words.items()}
        self.named = named
        weekdays = any_of(word for name in names if name.kind == "weekday" for word in name.words)
        self._rate = re.compile(
            rf"(?:\d|\b{any_of(self.words['rated'])}\b)\S*(?:\s[^\W\d_]\S*){{0,3}}\s$", re.IGNORECASE
        )
        self._in_a_row = re.compile(rf"\s{any_of(self.words['in_a_row'])}\b")
        self._days_on = re.compile(rf"\s?(?:-|–|to|through|thru)\s?{weekdays}")
        years, months = YearFilters(self.words), MonthFilter(self.words, names)
        self.checks: dict[str, Check] = {
            "year": years.is_year,
            "old_year": years.is_old_year,
            "word_year": years.is_year_in_words,
            "years": years.are_years,
            "old": years.is_old_date,
            "month_number": years.is_month_number,
            "month": months.is_month,
            "weekday": self._is_weekday,
            "weekdays": self._are_weekdays,
            "near": self._is_near,
            "first_months": self._is_first_months,
            "bare_end": self._is_bare_end,
            "shift": _is_shift,
            "offset": self._is_offset,
            "unit": self._is_unit,
            "period": self._is_period,
            "half": self._is_half,
            "weekend": self._is_weekend,
            "named_day": self._is_named_day,
            "inside": lambda text, found: False,
        }

    def is_date(self, text: str, found: Expression) -> bool:
        """Whether the words around an expression let it be a date."""
        return not found.check or self.checks[found.check](text, found)

    def _is_weekday(self, text: str, found: Expression) -> bool:
        """Whether a weekday is one day: not Black Friday, the Sunday Times, Wednesday Addams, or Monday to Friday."""
        word, gap = word_before(text, found.start)
        lowered = word.casefold()
        if not gap.strip() and (lowered in self.words["named_days"] or word == "USA"):
            return False
        if len(text[found.start : found.end].rstrip(".")) < len("Sunday"):
            return gap == " " and lowered in self.words["before_short_day"]
        if text[found.end : found.end + 1] == " " and word_after(text, found.end) in self.words["after_sunday"]:
            return False
        before = max(0, found.start - 14)
        return not self._days_on.match(text, found.end) and not _DAYS_BEFORE.search(text, before, found.start)

    def _is_near(self, text: str, found: Expression) -> bool:
        """Whether today is a day: not USA Today, today's world, a better tomorrow."""
        word, gap = word_before(text, found.start)
        printed = text[found.start : found.end]
        if printed[0] == "T" and gap == " " and word[:1].isupper() and word not in ("On", "As", "But", "And"):
            return False
        if printed.isupper() and word_after(text, found.end).isupper():
            return False
        if gap == " " and word == "of" and not text[max(0, found.start - 7) : found.start].lower().endswith("as of "):
            return False  # the youth of today
        following = self._clauses.tail(text, found.end)[:8]
        if following and following[0] in ("'", "’"):
            return not self.words["eras"].intersection(following)
        return not (int(found.slots["near"]) > 0 and word.casefold() in self.words["hopes"])

    def _is_period(self, text: str, found: Expression) -> bool:
        """Whether a half or quarter without a year is one of the calendar, not of a match or an interview."""
        if found.has("year", "which", "yy"):
            return True
        if text.startswith(("-final", " final", "-hour"), found.end) or self._in_a_row.match(text, found.end):
            return False
        if "ordinal" in found.slots and text.startswith(" of ", found.end):
            return False  # the first half of the match
        if found.kind == "half" and _SCORE.match(text, found.end):
            return False
        if "q" in found.slots:
            return text[found.end : found.end + 1] != ":" or text[found.start - 1 : found.start] not in ("", "\n")
        around = *self._clauses.lead(text, found.start), *self._clauses.tail(text, found.end)
        return self.words["sport"].isdisjoint(around)

    def _is_half(self, text: str, found: Expression) -> bool:
        """Whether H2 is half a year: after a preposition, or where it has results or was weak, but not hydrogen."""
        if found.has("year", "which", "yy"):
            return True
        around = text[max(0, found.start - _NEAR) : found.end + _NEAR]
        if any(word in around for word in self.words["no_half"]):
            return False
        word, gap = word_before(text, found.start)
        if word.casefold() in self.words["placing"] and not gap.strip():
            return True
        following = word_after(text, found.end)
        reported = following in self.words["accounts"] or following in self.words["month_subject"]
        return reported and _PERIOD.search(around) is not None

    def _is_named_day(self, text: str, found: Expression) -> bool:
        """Whether a named day is one day: with its year, or on a day of that name; not Christmas presents."""
        if found.has("year", "which"):
            return True
        row = self.named[" ".join(found.slots["named"].lower().split())]
        word, gap = word_before(text, found.start)
        return row.alone and gap == " " and word.casefold() in self.words["before_named_day"]

    def _is_weekend(self, text: str, found: Expression) -> bool:
        """Whether the weekend is one: over the weekend, but not the weekend edition."""
        before = self._clauses.lead(text, found.start)[-2:]
        beside = text[max(0, found.start - 4) : found.start].casefold() == "the "
        following = word_after(text, found.end) if text[found.end : found.end + 1] == " " else ""
        placed = len(before) < 2 or before[0] in self.words["before_weekend"]
        return beside and placed and (not following or following in self.words["after_weekend"])

    def _are_weekdays(self, text: str, found: Expression) -> bool:
        """Whether some weekdays in a row are days of one week, not opening hours: never Monday to Friday."""
        before = self._clauses.lead(text, found.start)
        is_week = (found.slots["weekday"], found.slots["weekday2"]) == ("1", "5")
        return not is_week and self.words["opening_hours"].isdisjoint(before) and before[-1:] == ["from"]

    def _is_first_months(self, text: str, found: Expression) -> bool:
        """Whether the first months are those of a year, not of a term in office."""
        word, _ = word_before(text, found.start)
        return found.has("year", "which", "yy") or word.casefold() not in self.words["whose"]

    def _is_bare_end(self, text: str, found: Expression) -> bool:
        """Whether `end 2025` is a time: by end 2025, but not it will end 2025 with a loss, or end May 5."""
        word, _ = word_before(text, found.start)
        return word.casefold() in self.words["before_end"] and not word_after(text, found.end)[:1].isdigit()

    def _is_unit(self, text: str, found: Expression) -> bool:
        """Whether last, next ... name a time: not the last day of, or the last quarter of growth."""
        which, unit = found.slots["which"].lower(), found.slots.get("unit", "").lower()
        if unit == "day":  # the next day, but not same and next day options
            return which in self.words["beside_day"] and word_before(text, found.start)[0].casefold() == "the"
        if unit in ("quarter", "half") and (word_after(text, found.end) == "of" or (unit, which) == ("half", "last")):
            return False
        return word_after(text, found.end) not in ("old", "olds")

    def _is_offset(self, text: str, found: Expression) -> bool:
        """Whether a time counts from a day: not 40 rand a month from May, or for 12 days from 2 April."""
        if found.slots.get("counts") != "begins":
            return True
        word, gap = word_before(text, found.start)
        if _UNTIL.match(text, found.end) or (gap == " " and word.casefold() in ("on", "for")):
            return False
        return gap != " " or not self._rate.search(text, max(0, found.start - _FAR), found.start)


_PERIOD = re.compile(r"\b(?:[Ff]ull[- ][Yy]ear|FY|Q[1-4]|[Hh]alf[- ][Yy]ear|(?:first|second)[- ]half|quarter|20\d\d)\b")


def _is_shift(text: str, found: Expression) -> bool:
    """Whether `before` ends it: a year before, the year before; not a year before the vote, the first year before."""
    following = word_after(text, found.end)
    if "count" not in found.slots and word_before(text, found.start)[0].casefold() != "the":
        return False
    if found.slots.get("counts") == "preposition":
        return (
            not following or text[found.end : found.end + 1] in ",.;:)" or _GOES_ON.match(text, found.end) is not None
        )
    return following != "than"


_GOES_ON = re.compile(r"\s(?:and|but|while)\s(?!after\b|since\b|during\b)")
