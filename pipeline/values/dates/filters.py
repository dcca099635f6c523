"""What looks like a date and is none: Theresa May, the Sunday Times, 2000 people, a second half in football."""

import re
from collections.abc import Callable, Iterable, Mapping

from pipeline.values.dates.patterns import Expression
from pipeline.values.dates.years import YearFilters, word_after, word_before
from pipeline.values.text.clauses import lead, tail

_MODAL_MONTHS = {"May", "March", "MAY", "MARCH"}  # also verbs
_NAMED_MONTHS = {"April", "June", "August", "APRIL", "JUNE", "AUGUST"}  # also first names
_SHORT_MONTHS = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
_NO_MONTH_AFTER = {"a", "an", "was", "is", "says", "said", "with", "as"}
_BEFORE_SHORT_DAY = {"on", "by", "until", "till", "from", "this", "next", "last", "to"}
_BEFORE_END = {"by", "at", "since", "until", "till", "of", "from", "before", "after", "through"}
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_COMPANY = {"Company", "Co", "Corp", "Corporation", "Brothers", "Group", "Foundation", "Inc"}
_SCORE = re.compile(r"[^.\n]{0,30}\s\d{1,2}-\d{1,2}\b(?!-)")
_OPENING_HOURS = {"open", "opens", "opening", "hours", "every", "closed", "daily", "weekdays", "works", "work"}
_WHOSE = {"his", "her", "their", "its", "my", "our"}
_DAYS_ON = re.compile(r"\s?(?:-|–|to|through|thru)\s?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_DAYS_BEFORE = re.compile(r"day\s?(?:-|–|to|through|thru)\s?$")

Check = Callable[[str, Expression], bool]


class DateFilters:
    """Says of a date expression whether the words around it let it be a date."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Keep the word lists."""
        self.words = {name: frozenset(some) for name, some in words.items()}
        years = YearFilters(self.words)
        self._checks: dict[str, Check] = {
            "year": years.is_year,
            "old_year": years.is_old_year,
            "years_full": years.are_years,
            "years_short": years.are_years,
            "decade": years.are_years,
            "month_last": self._is_month,
            "weekday": self._is_weekday,
            "weekdays": _are_weekdays,
            "today": self._is_near,
            "first_months": _is_first_months,
            "bare_end": _is_bare_end,
            "ago": _is_shift,
            "which_unit": _is_unit,
        }
        periods = ("quarter", "nth_quarter", "nth_half", "half", "half_number_year", "quarter_number_year")
        self._checks |= dict.fromkeys(periods, self._is_period)

    def is_date(self, text: str, found: Expression) -> bool:
        """Whether the words around an expression let it be a date."""
        check = self._checks.get(found.rule)
        return check is None or check(text, found)

    def _is_month(self, text: str, found: Expression) -> bool:
        """Whether a month alone is one: not Theresa May, a march, or Mar del Plata."""
        word, gap = word_before(text, found.start)
        name, following = text[found.start : found.end], word_after(text, found.end)
        lowered = word.casefold()
        in_time, speaking = self.words["in_time"], self.words["speaking"]
        if name.rstrip(".").title() in _SHORT_MONTHS:
            return gap == " " and lowered in in_time
        if following in _COMPANY:
            return False  # the May Company
        if gap == " " and lowered in self.words["placing"] - _NO_MONTH_AFTER:
            if name in _MODAL_MONTHS and lowered == "the" and following == "on":
                return False  # the March on Washington
            return name not in _MODAL_MONTHS or lowered in in_time or following.casefold() not in speaking
        if gap == " " and word[:1].isupper() and not word.isupper() and not word.endswith(_POSSESSIVE):
            return False
        if name in _MODAL_MONTHS and gap != " " and (not gap or gap[-1:] in " \n"):
            begins = not word or gap.strip()[-1:] in (".", "") or "\n" in gap
            if begins and following in self.words["month_subject"]:
                return True
        if name in _MODAL_MONTHS:
            ends_list = following in ("and", "or") or text[found.end : found.end + 1] == ","
            listed = gap == ", " and word[:1].isupper() and ends_list
            speaks = following.casefold() in speaking or lowered in speaking
            described = gap == " " and not speaks and (word.islower() or word.endswith(_POSSESSIVE))
            return gap.strip() in ("/", "-", "–") or listed or described
        return name not in _NAMED_MONTHS or not following[:1].isupper()

    def _is_weekday(self, text: str, found: Expression) -> bool:
        """Whether a weekday is one day: not Black Friday, the Sunday Times, Mr Sun, or Monday to Friday."""
        word, gap = word_before(text, found.start)
        lowered = word.casefold()
        if not gap.strip() and (lowered in self.words["named_days"] or word == "USA"):
            return False
        if len(text[found.start : found.end].rstrip(".")) < len("Sunday"):
            return gap == " " and lowered in _BEFORE_SHORT_DAY
        if text[found.end : found.end + 1] == " " and word_after(text, found.end) in self.words["after_sunday"]:
            return False
        before = max(0, found.start - 14)
        return not _DAYS_ON.match(text, found.end) and not _DAYS_BEFORE.search(text, before, found.start)

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
        following = tail(text, found.end)[:8]
        if following and following[0] in ("'", "’"):
            return not self.words["eras"].intersection(following)
        return not (printed.lower() == "tomorrow" and word.casefold() in self.words["hopes"])

    def _is_period(self, text: str, found: Expression) -> bool:
        """Whether a half or quarter without a year is one of the calendar, not of a match or an interview."""
        if {"year", "which", "yy"} & found.slots.keys():
            return True
        if text.startswith(("-final", " final", "-hour"), found.end):
            return False
        if found.rule == "nth_half" and _SCORE.match(text, found.end):
            return False
        if found.rule == "quarter":
            return text[found.end : found.end + 1] != ":" or text[found.start - 1 : found.start] not in ("", "\n")
        if found.rule in ("half", "half_number_year", "quarter_number_year"):
            word, gap = word_before(text, found.start)
            return word.casefold() in self.words["placing"] and not gap.strip()
        return self.words["sport"].isdisjoint([*lead(text, found.start), *tail(text, found.end)])


def _are_weekdays(text: str, found: Expression) -> bool:
    """Whether some weekdays in a row are days of one week, not opening hours: never Monday to Friday."""
    before = lead(text, found.start)
    if (found.slots["weekday"], found.slots["weekday2"]) == ("1", "5") or not _OPENING_HOURS.isdisjoint(before):
        return False
    return before[-1:] == ["from"]


def _is_first_months(text: str, found: Expression) -> bool:
    """Whether the first months are those of a year, not of a term in office."""
    word, _ = word_before(text, found.start)
    return bool({"year", "which"} & found.slots.keys()) or word.casefold() not in _WHOSE


def _is_bare_end(text: str, found: Expression) -> bool:
    """Whether `end 2025` is a time: by end 2025, but not it will end 2025 with a loss, or end May 5."""
    word, _ = word_before(text, found.start)
    return word.casefold() in _BEFORE_END and not word_after(text, found.end)[:1].isdigit()


def _is_shift(text: str, found: Expression) -> bool:
    """Whether `before` ends it: a year before, but not a year before the vote."""
    following = word_after(text, found.end)
    if found.slots["shift"].lower() in ("before", "prior"):
        return not following or text[found.end : found.end + 1] in ",.;:)"
    return following != "than"


def _is_unit(text: str, found: Expression) -> bool:
    """Whether last, next ... name a time: not the last day of, or the last quarter of growth."""
    which, unit = found.slots["which"].lower(), found.slots.get("unit", "").lower()
    if unit == "day":
        return which in ("next", "following", "previous")
    if unit in ("quarter", "half") and (word_after(text, found.end) == "of" or (unit, which) == ("half", "last")):
        return False
    return word_after(text, found.end) not in ("old", "olds")
