"""The words around a change -> what it is compared with: 2023, year on year, the same period last year."""

import re
from collections.abc import Sequence

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import ComparisonPart
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import LinkPattern
from pipeline.rulebook.slots import fill
from pipeline.values.text.clauses import Clauses
from pipeline.values.text.phrases import Phrases
from pipeline.values.text.sentences import sentences_of

_NO_NOUN = r"(?=[.,;:)\n”\"]|$|\s(?:for|of|in|at|by|and|but|or|on|to|this|last|since|while|after|when|as|with)\b)"
_OPENING = re.compile(r",|\s?\(")
_UNTIL = re.compile(r"\s?[-–]\s?\d|\s(?:to|through|until)\s")  # a stretch of time, not what a change is from
_RECORD = re.compile(r"(?:est|ost|orst|irst|east)\ssince\s", re.IGNORECASE)  # the lowest since 1990
_WORDS = r"\s?\(?(?:[\w'’-]+\s){0,2}?"
_BEGINS = re.compile(r"[;:–—-]\s+|\n|[“\"]")  # where a part of a sentence begins
_FRONT = 130  # characters before a change in which its comparison may stand in front


class Comparisons:
    """Reads what a change is compared with.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> read = Comparisons(load_rulebook()).read
    >>> read("up 5% from 2023", 3, 5), read("up 5% YoY", 3, 5), read("it will rise by 5% from April", 16, 18)
    ('2023', 'year on year', None)
    >>> read("Compared with January 2024, prices rose 5%", 40, 42)
    'January 2024'
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows."""
        self._clauses = Clauses(sentences_of(rules))
        self._phrases = Phrases((words, row.words[0]) for row in rules.comparisons for words in row.words)
        rows = self._times = rules.comparison_times
        self._named = rules.comparisons
        past, time, links, since, on, over, filler = (
            _any_of(rows, kind) for kind in ("past", "time", "than", "from", "on", "over", "filler")
        )
        self._compared = compile_once(
            rf"{_WORDS}(?:(?P<start>{since})|(?P<on>{on})|(?P<over>{over})|{links})"
            rf"\s{filler}(?:(?P<past>{past})|(?P<time>{time}))",
            re.IGNORECASE,
        )
        self._front = compile_once(
            rf"(?:(?:{since})\s{filler}(?P<past>{past})|(?:{links}),?\s{filler}(?P<time>{past}|{time})),\s",
            re.IGNORECASE,
        )
        nth = any_of(word for row in rules.calendar_names if row.kind == "ordinal" for word in row.words)
        self._stretch = re.compile(rf"s$|\b{nth}\s(?:quarter|half)", re.IGNORECASE)  # what a change took
        self._mark = compile_once(
            rf"\s(?:\w+\s)?(?:{rules.direction_words.any_of('standing')}|over|short|than)(?:\sof)?\s{filler}"
            rf"(?P<mark>{_any_of(rows, 'mark')}){_NO_NOUN}",
            re.IGNORECASE,
        )
        self._month = re.compile(_any_of(rows, "month"), re.IGNORECASE)
        self._present = rules.direction_words.words("moves_now")
        self._ahead = rules.direction_words.words("ahead")
        self._verbs = {words for row in rules.directions if row.kind == "verb" for words in row.words}

    def read(self, text: str, start: int, end: int) -> str | None:
        """Give what the change that stands from start to end is compared with, in the text's words or a row's first."""
        found = self.after(text, start, end)
        return found[0] if found else self._in_front(text, start)

    def after(self, text: str, start: int, end: int) -> tuple[str, int] | None:
        """Give what stands after a change, and where it ends; a date from which it will hold is no comparison."""
        opening = _OPENING.match(text, end)
        at = opening.end() if opening else end
        if phrase := self._phrases.at(text, at):
            return phrase
        found = self._compared.match(text, at)
        if found is None:
            mark = self._mark.match(text, end)
            return (mark["mark"], mark.end()) if mark else None
        if _UNTIL.match(text, found.end()) or _RECORD.search(text, at, found.end()):
            return None
        if found["start"] and found["time"] and self._lies_ahead(text, start):
            return None
        if found["over"] and self._stretch.search(found[0]):
            return None  # 22% over the last six months
        if found["on"] and (text[at : found.start("on")].strip(" (") or self._month.search(found[0])):
            return None  # a rise of 5% took effect on 1 October
        return found["past"] or found["time"], found.end()

    def row(self, compared_to: str) -> str:
        """Give the id of the row that reads what a change is compared with."""
        named = (row.id for row in self._named if row.words[0] == compared_to)
        times = (row for row in self._times if row.kind in ("past", "time", "mark"))
        matching = (row.id for row in times if re.fullmatch(self._written(row), compared_to, re.IGNORECASE))
        return next(named, None) or next(matching, "")

    def _written(self, row: LinkPattern[ComparisonPart]) -> str:
        return filled_pattern(row, self._times)

    def _lies_ahead(self, text: str, start: int) -> bool:
        """Whether the words before a change say that it is still to come: will rise by, is to fall by."""
        words = self._clauses.lead(text, start)[-8:]
        told = [word for word in words[-3:] if word != "by"]
        if told and told[-1] in self._present:
            return True
        after_to = [words[at + 1 : at + 3] for at, word in enumerate(words) if word == "to"]
        to_change = any(after[:1] and (after[0] in self._verbs or " ".join(after) in self._verbs) for after in after_to)
        return to_change or not self._ahead.isdisjoint(words)

    def _in_front(self, text: str, start: int) -> str | None:
        """Give what a sentence begins with: Compared with January 2024, prices rose 5%."""
        first = self._clauses.sentences.begin(text, start)
        begin = max((found.end() for found in _BEGINS.finditer(text, max(first, start - _FRONT), start)), default=first)
        if begin < start - _FRONT:
            return None
        if (phrase := self._phrases.at(text, begin)) and text[phrase[1] : phrase[1] + 1] == ",":
            return phrase[0]
        front = self._front.match(text, begin, start)
        return (front["past"] or front["time"]) if front else None


def _any_of(rows: Sequence[LinkPattern[ComparisonPart]], kind: str) -> str:
    """Write a pattern of any row of a kind, in the order of the file."""
    return "|".join(filled_pattern(row, rows) for row in rows if row.kind == kind)


def filled_pattern(row: LinkPattern[ComparisonPart], rows: Sequence[LinkPattern[ComparisonPart]]) -> str:
    """Write a row's pattern: its slots filled, which may hold slots themselves, and a space any space."""
    slots, pattern = {other.id: other.pattern for other in rows if other.kind in ("slot", "month")}, row.pattern
    while (filled := fill(pattern, slots)) != pattern:
        pattern = filled
    return re.sub(r" (?![\]?])", r"\\s", pattern)
