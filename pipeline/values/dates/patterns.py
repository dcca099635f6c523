"""The date patterns of the rules -> where a date expression may stand in a text, the longest one at each place."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.rulebook.rows import CalendarName, DatePattern
from pipeline.rulebook.slots import fill
from pipeline.values.dates.slots import BACK, COUNTS, FINAL, NOW, ON, ORDINALS

WHICH = sorted([*BACK, *NOW, *ON], key=len, reverse=True)
EDGES = ("end", "start", "beginning", "close", "middle")
PERIODS = ("quarter", "year", "half", "month", "week", "fiscal", "financial", "period")

_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"  # a few spaces, or one line break
_NAMED = {"month", "month2", "weekday", "weekday2", "season"}
_NO_AMOUNT = r"(?![\w%]|[.,:]\d|\s(?:percent|per\scent|[mb]illion|trillion|thousand|people)\b)"
_ANY = {
    "day": rf"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_NO_AMOUNT}",
    "day2": rf"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_NO_AMOUNT}",
    "year": r"(?P<year>(?:19|20)\d\d)",
    "year2": r"(?P<year2>(?:19|20)\d\d)",
    "yy": r"(?P<yy>\d\d)",
    "yy2": r"(?P<yy2>\d\d)",
    "monthnumber": r"(?P<monthnumber>0?[1-9]|1[0-2])",
    "q": r"(?P<q>[1-4])",
    "h": r"(?P<h>[12])",
    "ord": rf"(?P<ord>{'|'.join([*ORDINALS, *FINAL])})",
    "ord2": rf"(?P<ord2>{'|'.join([*ORDINALS, *FINAL])})",
    "which": rf"(?P<which>{'|'.join(WHICH)})",
    "edge": rf"(?P<edge>{'|'.join(EDGES)})",
    "count": rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})",
    "shift": r"(?P<shift>ago|earlier|later|before|prior|from now)",
    "ended": r"(?:ended|ending|to|through|that ended|which ended)",
    "fiscal": r"(?P<fiscal>fiscal|financial|tax)",
    "fy": r"(?P<fy>FY ?|fiscal(?: year)? |financial year )",
    "dash": r"\s?[-–—]\s?",
    "slash": r"\s?[-–—/]\s?",
    "to": r"(?:\s?[-–—/]\s?|\s(?:to|through|thru|until|till|and|&)\s|\s?[-–—]\s?)",
    "comma": r",?\s?",
}
_FIRST = re.compile(
    r"(?<![\w$€£#@.,/\\+-])(?:(?P<number>\d)|(?P<word>[^\W\d_]+))"
    r"|(?<=[-–—./,])(?:(?P<after>[^\W\d_]+)|(?P<afternumber>(?:1[5-9]|20)\d\d)(?!\d))"  # pre-2019, WIRE)--May 5
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at a place of a text: its pattern, and the words in its slots, with months as numbers."""

    start: int
    end: int
    rule: str
    reads: str
    slots: dict[str, str]


class DatePatterns:
    """Finds date expressions."""

    def __init__(self, patterns: Iterable[DatePattern], names: Iterable[CalendarName]) -> None:
        """Compile the patterns, indexed by their first words."""
        names = tuple(names)
        self._numbers = {word: name.number for name in names for word in name.words}
        slots = _ANY | {kind: _names(names, kind, kind) for kind in ("month", "weekday", "season")}
        slots |= {f"{kind}2": _names(names, kind, f"{kind}2") for kind in ("month", "weekday")}
        slots["daymonth"] = f"{slots['day2']} {slots['month2']}"
        firsts = {f"{{{kind}}}": _first_words(names, kind) for kind in ("month", "weekday", "season")}
        firsts |= {"{which}": [words.split()[0] for words in WHICH], "{count}": ["#", *COUNTS]}
        firsts |= {"{ord}": [*ORDINALS, *FINAL, "#"], "{edge}": [*EDGES], "{period}": [*PERIODS]}
        self._by_first: dict[str, list[tuple[DatePattern, re.Pattern[str]]]] = {}
        for row in patterns:
            compiled = re.compile(_spaced(fill(row.pattern, slots)) + r"(?!\w)", re.IGNORECASE)
            for part in row.starts.split("|"):
                for first in firsts.get(part, [part]):
                    tries = self._by_first.setdefault(first, [])
                    if all(pattern is not row for pattern, _ in tries):
                        tries.append((row, compiled))

    def find(self, text: str, accepts: Callable[[str, Expression], bool]) -> Iterator[Expression]:
        """Find the longest accepted expression at each place, in the order of the text; none overlap."""
        end = 0
        for begun in _FIRST.finditer(text):
            word = begun["word"] or begun["after"]
            tries = self._by_first.get(word.lower() if word else "#")
            if not tries or begun.start() < end:
                continue
            matches = [(row, found) for row, pattern in tries if (found := pattern.match(text, begun.start()))]
            for row, found in sorted(matches, key=lambda match: -match[1].end()):
                expression = self._expression(row, found)
                if accepts(text, expression):
                    end = expression.end
                    yield expression
                    break

    def _expression(self, row: DatePattern, found: re.Match[str]) -> Expression:
        slots = {name.partition("__")[0]: words for name, words in found.groupdict().items() if words}
        if "monthnumber" in slots:
            slots["month"] = slots.pop("monthnumber")
        for name in _NAMED & slots.keys():
            slots[name] = str(self._numbers.get(slots[name].rstrip("."), slots[name]))
        return Expression(found.start(), found.end(), row.id, row.reads, slots)


def _first_words(names: Iterable[CalendarName], kind: str) -> list[str]:
    return [word.lower() for name in names if name.kind == kind for word in name.words]


def _names(names: Iterable[CalendarName], kind: str, slot: str) -> str:
    """Give the alternatives of a month, weekday or season; case counts, and a dot may end a short form."""
    words = {word: word.title() != name.words[0] for name in names if name.kind == kind for word in name.words}
    longest_first = sorted(words, key=len, reverse=True)
    dotted = kind != "season"
    alternatives = "|".join(rf"{word}\b\.?" if dotted and words[word] else word for word in longest_first)
    return rf"(?P<{slot}>(?-i:{alternatives}))"


def _spaced(pattern: str) -> str:
    """Let a space of a pattern stand for a few spaces, or one line break."""
    return re.sub(r"\[[^\]]*\]| ", lambda part: _SPACE if part[0] == " " else part[0].replace(" ", r"\s"), pattern)
