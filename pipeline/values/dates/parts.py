"""The smallest parts of date expressions, as regular expressions with names: the slots that patterns put together."""

import re
from collections.abc import Iterable

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import PatternWordKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.rulebook.rows import CalendarName, NamedDay, NumberWord, WordList

_OTHER = ("hijri_month", "persian_month", "nepali_month", "ethiopian_month", "saka_month", "era")  # of other calendars
NAMED = ("month", "weekday", "season", "count", "ordinal", "nth", "edge", "side", "near", *_OTHER)
"""The kinds of `calendar_names.csv` whose words stand for a number; a pattern may hold each of them twice."""

STEPS = ("which", "shift")
"""Those whose words say which way to count, and from where."""

_BETWEEN = ("and", "oh", "o", "hundred")
_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"  # a few spaces, or one line break
_ANY = {
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
    "day2": r"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
    "dayth": r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
    "year": r"(?P<year>(?:19|20)\d\d)",
    "year2": r"(?P<year2>(?:19|20)\d\d)",
    "anyyear": r"(?P<year>1\d{3}|20\d\d)",
    "hijriyear": r"(?P<calendaryear>1[34]\d\d)",
    "persianyear": r"(?P<calendaryear>1[34]\d\d)",
    "nepaliyear": r"(?P<calendaryear>20[5-9]\d)",
    "buddhistyear": r"(?P<calendaryear>2[45]\d\d)",
    "ethiopianyear": r"(?P<calendaryear>(?:19|20)\d\d)",
    "sakayear": r"(?P<calendaryear>1[89]\d\d)",
    "erayear": r"(?P<calendaryear>[1-9]\d{0,2})(?!\d|[.,]\d)",
    "yy": r"(?P<yy>\d\d)",
    "yy2": r"(?P<yy2>\d\d)",
    "monthnumber": r"(?P<monthnumber>0?[1-9]|1[0-2])",
    "mm": r"(?P<monthnumber>0[1-9]|1[0-2])",
    "q": r"(?P<q>[1-4])",
    "q2": r"(?P<q2>[1-4])",
    "h": r"(?P<h>[12])",
    "fy": r"(?P<fy>FY ?|fiscal(?: year)? |financial year )",
    "dash": r"\s?[-–—]\s?",
    "slash": r"\s?[-–—/]\s?",
    "to": r"(?:\s?[-–—/]\s?|\s(?:to|through|thru|until|till|and|&)\s|\s?[-–—]\s?)",
    "until": r"(?: to | through | thru | until | till | up to |\s?[-–—]\s?)",
    "comma": r",?\s?",
}
_ANY |= {
    "inyear": (
        "{comma}(?:of )?(?:the )?(?:{fy}(?:{year}(?:[-–/](?:{year2}|{yy2})(?!\\d))?|['’]?{yy})"
        "|{year}[-–/](?:{year2}|{yy2})(?!\\d)(?: (?:fiscal|financial) year)?|{year})"
    ).format(**_ANY),
}


class WordNumbers:
    """Numbers in words below a hundred, and the years that they make."""

    def __init__(self, rows: Iterable[NumberWord]) -> None:
        """Keep the words by their numbers."""
        self.values = {word: int(row.value) for row in rows if row.kind == "unit" for word in row.words}
        self.teens = [word for word, number in self.values.items() if 10 <= number < 20]
        ones, teens, tens = (
            any_of(word for word, number in self.values.items() if number in span)
            for span in (range(1, 10), range(10, 20), range(20, 100, 10))
        )
        below_100 = rf"(?:{tens}(?:[- ]{ones})?|{teens}|{ones})"
        two_digits = rf"(?:{tens}(?:[- ]{ones})?|{teens}|(?:oh|o)[- ]{ones}|hundred(?: and {below_100})?)"
        self.year = rf"(?P<wordyear>(?:{teens}|twenty)[- ]{two_digits}|two thousand(?: (?:and )?{below_100})?)"

    def read_year(self, words: str) -> int:
        """Give the year that words name, two digits at a time or as a number.

        >>> from decimal import Decimal
        >>> values = {"five": 5, "six": 6, "nineteen": 19, "ninety": 90}
        >>> numbers = WordNumbers(NumberWord(word, Decimal(n), "unit", (word,)) for word, n in values.items())
        >>> said = ("nineteen ninety-six", "two thousand and five", "nineteen oh-five")
        >>> [numbers.read_year(words) for words in said]
        [1996, 2005, 1905]
        """
        first, *rest = [word for word in re.split(r"[- \s]+", words.lower()) if word not in _BETWEEN]
        last = sum(self.values[word] for word in rest if word != "thousand")
        return 2000 + last if "thousand" in rest else 100 * self.values[first] + last


def slot_patterns(
    names: Iterable[CalendarName],
    days: Iterable[NamedDay],
    numbers: WordNumbers,
    *,
    counted: Iterable[str],
    of_accounts: Iterable[str],
) -> dict[str, str]:
    """Give the regular expression of each slot: `{day}`, `{month}`, `{month2}` ...

    Before `counted` stands no day; `of_accounts` is said of years that are not the calendar's.
    """
    names = tuple(names)
    fiscal = any_of(of_accounts)
    slots = _ANY | {"wordyear": numbers.year, "fiscal": f"(?P<fiscal>{fiscal})"}
    no_amount = rf"(?![\w%]|[.,:]\d|\s{any_of(counted)}\b)".replace(r"\ ", r"\s")
    slots |= {day: f"{slots[day]}{no_amount}" for day in ("day", "day2")}
    for kind in (*NAMED, *STEPS):
        for slot in (kind, f"{kind}2"):
            slots[slot] = _alternatives(names, kind, slot)
    slots["inwhichyear"] = rf",? (?:of )?{slots['which']} (?:(?:{fiscal}|calendar) )?year"
    words = sorted((word for day in days for word in day.words), key=len, reverse=True)
    slots["named"] = f"(?P<named>(?-i:{'|'.join(word.replace('.', '[.]') for word in words)}))"
    return slots


def first_words(
    names: Iterable[CalendarName],
    days: Iterable[NamedDay],
    numbers: WordNumbers,
    words: Lexicon[PatternWordKind],
) -> dict[str, list[str]]:
    """Give the first words of each slot that a pattern may begin with, in lower case; `#` is a number."""
    firsts: dict[str, list[str]] = {}
    listed: tuple[CalendarName | WordList[PatternWordKind], ...] = (*names, *words)
    for name in listed:
        firsts.setdefault(f"{{{name.kind}}}", []).extend(re.split(r"\W", word)[0].lower() for word in name.words)
    for kind in ("{count}", "{ordinal}", "{nth}"):
        firsts[kind].append("#")
    firsts["{named}"] = [re.split(r"\W", word)[0].lower() for day in days for word in day.words]
    firsts["{wordyear}"] = [*numbers.teens, "twenty", "two"]
    return firsts


def spaced(pattern: str) -> str:
    """Let a space of a pattern stand for a few spaces, or one line break."""
    return re.sub(r"\[[^\]]*\]| ", lambda part: _SPACE if part[0] == " " else part[0].replace(" ", r"\s"), pattern)


def _alternatives(names: Iterable[CalendarName], kind: str, slot: str) -> str:
    """Give the words of a kind as alternatives; of months and weekdays case counts, and a dot may end a short form."""
    shortened = kind in ("month", "weekday")
    words = {word: word.title() != name.words[0] for name in names if name.kind == kind for word in name.words}
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(rf"{word}(?![^\W\d_])\.?" if shortened and words[word] else word for word in longest_first)
    digits = {"count": r"|\d{1,3}", "ordinal": "|1st|2nd|3rd|4th", "nth": r"|(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"}
    exact = "(?-i:" if kind in ("month", "weekday", "season") else "(?:"
    return rf"(?P<{slot}>{exact}{alternatives}{digits.get(kind, '')}))"
