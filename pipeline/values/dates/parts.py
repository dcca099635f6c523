"""The smallest parts of date expressions, as regular expressions with names: the slots that patterns put together."""

import re
from collections.abc import Iterable

from pipeline.rulebook.rows import CalendarName, NamedDay
from pipeline.values.dates.slots import BACK, NOW, ON

WHICH = sorted([*BACK, *NOW, *ON], key=len, reverse=True)
NAMED = ("month", "weekday", "season", "count", "ordinal", "nth")
"""The kinds of `calendar_names.csv` whose words stand for a number; a pattern may hold each of them twice."""

_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"  # a few spaces, or one line break
_NO_AMOUNT = r"(?![\w%]|[.,:]\d|\s(?:percent|per\scent|[mb]illion|trillion|thousand|people)\b)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES})"
_TWO_DIGITS = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|(?:oh|o)[- ](?:{_ONES})|hundred(?: and {_BELOW_100})?)"
_VALUES = {word: n for n, word in enumerate(f"{_ONES}|{_TEENS}".split("|"), 1)}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS.split("|"), 2)}
_ANY = {
    "day": rf"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_NO_AMOUNT}",
    "day2": rf"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_NO_AMOUNT}",
    "dayth": r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
    "year": r"(?P<year>(?:19|20)\d\d)",
    "year2": r"(?P<year2>(?:19|20)\d\d)",
    "anyyear": r"(?P<year>1\d{3}|20\d\d)",
    "yy": r"(?P<yy>\d\d)",
    "yy2": r"(?P<yy2>\d\d)",
    "wordyear": rf"(?P<wordyear>(?:{_TEENS}|twenty)[- ]{_TWO_DIGITS}"
    rf"|two thousand(?: (?:and )?{_BELOW_100})?)",
    "monthnumber": r"(?P<monthnumber>0?[1-9]|1[0-2])",
    "mm": r"(?P<monthnumber>0[1-9]|1[0-2])",
    "q": r"(?P<q>[1-4])",
    "q2": r"(?P<q2>[1-4])",
    "h": r"(?P<h>[12])",
    "which": rf"(?P<which>{'|'.join(WHICH)})",
    "shift": r"(?P<shift>ago|earlier|later|before|prior|from now)",
    "ended": r"(?:ended|ending|to|through|that ended|which ended)",
    "fiscal": r"(?P<fiscal>fiscal|financial|tax)",
    "fy": r"(?P<fy>FY ?|fiscal(?: year)? |financial year )",
    "dash": r"\s?[-–—]\s?",
    "slash": r"\s?[-–—/]\s?",
    "to": r"(?:\s?[-–—/]\s?|\s(?:to|through|thru|until|till|and|&)\s|\s?[-–—]\s?)",
    "until": r"(?: to | through | thru | until | till | up to |\s?[-–—]\s?)",
    "comma": r",?\s?",
}


def slot_patterns(names: Iterable[CalendarName], days: Iterable[NamedDay]) -> dict[str, str]:
    """Give the regular expression of each slot: `{day}`, `{month}`, `{month2}` ..."""
    names = tuple(names)
    slots = dict(_ANY)
    for kind in (*NAMED, "edge"):
        for slot in (kind, f"{kind}2"):
            slots[slot] = _alternatives(names, kind, slot)
    words = sorted((word for day in days for word in day.words), key=len, reverse=True)
    slots["named"] = f"(?P<named>(?-i:{'|'.join(word.replace('.', '[.]') for word in words)}))"
    return slots


def first_words(names: Iterable[CalendarName], days: Iterable[NamedDay]) -> dict[str, list[str]]:
    """Give the first words of each slot that a pattern may begin with, in lower case; `#` is a number."""
    firsts: dict[str, list[str]] = {"{which}": [words.split()[0] for words in WHICH]}
    for name in names:
        firsts.setdefault(f"{{{name.kind}}}", []).extend(word.split("-")[0].split()[0].lower() for word in name.words)
    for kind in ("{count}", "{ordinal}", "{nth}"):
        firsts[kind].append("#")
    firsts["{named}"] = [re.split(r"\W", word)[0].lower() for day in days for word in day.words]
    firsts["{wordyear}"] = [*_TEENS.split("|"), "twenty", "two"]
    return firsts


def year_in_words(words: str) -> int:
    """Give the year that words name, two digits at a time or as a number.

    >>> year_in_words("nineteen ninety-six"), year_in_words("two thousand and five"), year_in_words("nineteen oh-five")
    (1996, 2005, 1905)
    """
    first, *rest = [word for word in re.split(r"[- \s]+", words.lower()) if word not in ("and", "oh", "o", "hundred")]
    last = sum(_VALUES[word] for word in rest if word != "thousand")
    return 2000 + last if "thousand" in rest else 100 * _VALUES[first] + last


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
