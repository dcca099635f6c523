"""The date patterns of the rules, a grammar -> where date expressions may stand in a text, longest first."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.rulebook.rows import CalendarName, DatePattern, NamedDay
from pipeline.rulebook.slots import fill
from pipeline.values.dates.parts import NAMED, first_words, slot_patterns, spaced, year_in_words

DEEPEST = 3
"""How deep expressions stand in each other: `two days before [the end of [next [month]]]`."""

_WORD = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d_]+)")
_INNER = re.compile(r"(?<!P)<([a-z|]+)>")
_HEAD = re.compile(r"\{\w+\}")
_NO_LETTER = r"(?![^\W\d_])"
_GROUP = re.compile(r"\(\?P<\w+>")
_NAMES = {f"{kind}{nth}": kind for kind in NAMED for nth in ("", "2")}


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at a place of a text: its pattern, the words in its slots, and the expressions in it.

    Months, weekdays, counts and ordinals are numbers in the slots.
    """

    start: int
    end: int
    rule: str
    kind: str
    reads: str
    check: str
    slots: dict[str, str]
    parts: tuple["Expression", ...] = ()

    def has(self, *slots: str) -> bool:
        """Whether a slot is filled, here or in an expression inside."""
        return any(slot in self.slots for slot in slots) or any(part.has(*slots) for part in self.parts)


Accepts = Callable[[str, Expression], bool]


Groups = dict[str, str | None]


class _Row(NamedTuple):
    """A compiled pattern: regular expressions, and between them the kinds of expression that stand there."""

    row: DatePattern
    pieces: tuple[re.Pattern[str], ...]
    inner: tuple[frozenset[str], ...]


class _Rows(NamedTuple):
    """The patterns that begin with a word, and one expression that matches where any of them may."""

    any: re.Pattern[str]
    rows: list[_Row]
    alone: bool  # whether one of them may stand by itself, not only inside another


class Found(NamedTuple):
    """What a pattern matched; an expression is made of it only where it's the longest."""

    end: int
    row: DatePattern
    groups: Groups | re.Match[str]
    parts: tuple[Expression, ...]


class DatePatterns:
    """Finds date expressions."""

    def __init__(
        self, patterns: Iterable[DatePattern], names: Iterable[CalendarName], days: Iterable[NamedDay] = ()
    ) -> None:
        """Compile the patterns, indexed by their first words."""
        names, days = tuple(names), tuple(days)
        self._numbers = {(str(name.kind), word.lower()): str(name.number) for name in names for word in name.words}
        slots, firsts = slot_patterns(names, days), first_words(names, days)
        by_first: dict[str, list[_Row]] = {}
        for row in patterns:
            compiled = _compile(row, slots)
            for first in dict.fromkeys(word for part in row.starts.split("|") for word in firsts.get(part, [part])):
                by_first.setdefault(first, []).append(compiled)
        self._by_first = {first: _together(rows, slots) for first, rows in by_first.items()}
        words = _any_word(first for first, rows in self._by_first.items() if rows.alone and first.isalpha())
        self._first = re.compile(
            rf"(?<![\w$€£#@\\+])(?:(?P<word>{words})|(?<![.,/-])(?P<number>\d+)(?![\d%]|,\d)"
            r"|(?P<after>(?:1[5-9]|20)\d\d)(?!\d))"  # pre-2019
        )

    def find(self, text: str, accepts: Accepts) -> Iterator[Expression]:
        """Find the longest accepted expression at each place, in the order of the text; none overlap."""
        reading, end = Reading(text, accepts, self), 0
        for begun in self._first.finditer(text.replace("İ", "I").lower()):  # the one letter that grows in lower case
            rows = self._by_first.get(begun["word"] or _number_of(begun))
            if rows is None or begun.start() < end:
                continue
            for found in reading.of(rows, begun.start(), DEEPEST):
                expression = self.expression(begun.start(), found)
                if accepts(text, expression):
                    end = expression.end
                    if expression.reads != "nothing":
                        yield expression
                    break

    def rows_at(self, text: str, at: int) -> _Rows | None:
        """Give the patterns that may begin with the word at an offset."""
        word = _WORD.match(text, at)
        return self._by_first.get(word["word"].lower() if word["word"] else _number_of(word)) if word else None

    def expression(self, start: int, found: Found) -> Expression:
        """Make the expression that a pattern matched, with numbers in place of names in its slots."""
        slots: dict[str, str] = {}
        for name, words in _groups(found).items():
            if words:
                slot = name.partition("__")[0]
                slots[slot] = self._number(_NAMES[slot], words) if slot in _NAMES else words
        if "monthnumber" in slots:
            slots["month"] = slots.pop("monthnumber")
        if "wordyear" in slots:
            slots["year"] = str(year_in_words(slots.pop("wordyear")))
        kind = slots["unit"].lower().rstrip("s") if found.row.kind == "unit" else found.row.kind
        return Expression(start, found.end, found.row.id, kind, found.row.reads, found.row.check, slots, found.parts)

    def _number(self, kind: str, words: str) -> str:
        word = words.rstrip(".").lower()
        return word.rstrip("stndrh") if word[0].isdigit() else self._numbers[kind, word]


class Reading:
    """Reads one text: what stands at a place is looked up once for each depth."""

    def __init__(self, text: str, accepts: Accepts, patterns: DatePatterns) -> None:
        self.text, self.accepts, self.patterns = text, accepts, patterns
        self.known: dict[tuple[int, int], list[Found]] = {}

    def at(self, at: int, depth: int) -> list[Found]:
        """List what the patterns match at an offset, longest first."""
        if (at, depth) not in self.known:
            rows = self.patterns.rows_at(self.text, at)
            self.known[at, depth] = self.of(rows, at, depth) if rows else []
        return self.known[at, depth]

    def of(self, rows: _Rows, at: int, depth: int) -> list[Found]:
        """List what some patterns match at an offset, longest first."""
        if rows.any.match(self.text, at) is None:
            return []
        found: list[Found] = []
        for compiled in rows.rows:
            first = compiled.pieces[0].match(self.text, at)
            if first and not compiled.inner:
                found.append(Found(first.end(), compiled.row, first, ()))
            elif first and depth > 0:
                found += self._inside(first, compiled, depth)
        found.sort(key=_by_length)
        return found

    def _inside(self, first: re.Match[str], compiled: _Row, depth: int) -> list[Found]:
        """Give the ways to go on after the first piece: an expression, a piece, an expression ..."""
        ways = [Found(first.end(), compiled.row, first.groupdict(), ())]
        for kinds, piece in zip(compiled.inner, compiled.pieces[1:], strict=True):
            ways = [
                Found(after.end(), compiled.row, {**_groups(way), **after.groupdict()}, (*way.parts, part))
                for way in ways
                for part in self._of_kind(way.end, kinds, depth - 1)
                if (after := piece.match(self.text, part.end))
            ]
        return ways

    def _of_kind(self, at: int, kinds: frozenset[str], depth: int) -> list[Expression]:
        """List the expressions of some kinds at an offset, or after `the`; a number must pass for a year here too."""
        found, start = self.at(at, depth), at
        if not found and self.text.startswith("the ", at):
            found, start = self.at(at + 4, depth), at + 4
        some = (
            self.patterns.expression(start, one) for one in found if one.row.kind in kinds or one.row.kind == "unit"
        )
        return [one for one in some if one.kind in kinds and (one.kind != "year" or self._is_year(one))]

    def _is_year(self, one: Expression) -> bool:
        return one.check == "inside" or self.accepts(self.text, one)


def _groups(found: Found) -> Groups:
    return found.groups if isinstance(found.groups, dict) else found.groups.groupdict()


def _by_length(found: Found) -> int:
    return -found.end


def _compile(row: DatePattern, slots: dict[str, str]) -> _Row:
    """Compile a pattern; it is cut at the expressions in it, `<month>` or `<month|year>`, and ends with a word."""
    cut = _INNER.split(row.pattern)
    pieces = [re.compile(spaced(fill(piece, slots)), re.IGNORECASE) for piece in cut[:-1:2]]
    last = re.compile(spaced(fill(cut[-1], slots)) + r"(?!\w)", re.IGNORECASE)
    return _Row(row, (*pieces, last), tuple(frozenset(kinds.split("|")) for kinds in cut[1::2]))


def _together(rows: list[_Row], slots: dict[str, str]) -> _Rows:
    """Join the patterns that begin with a word, as most places where it stands are no date: looked at once."""
    by_head: dict[str, dict[str, None]] = {}
    for compiled in rows:
        first = _INNER.split(compiled.row.pattern)[0]
        head = _HEAD.match(first)
        after = spaced(_GROUP.sub("(?:", fill(first[head.end() if head else 0 :], slots)))
        by_head.setdefault(head[0] if head else "", {})[after] = None
    joined = "|".join(
        spaced(_GROUP.sub("(?:", fill(head, slots))) + f"(?:{'|'.join(after)})" for head, after in by_head.items()
    )
    return _Rows(re.compile(joined, re.IGNORECASE), rows, any(one.row.check != "inside" for one in rows))


def _any_word(words: Iterable[str]) -> str:
    """Give an expression for any of some words, by their letters one after the other, so that few are tried."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    if set(by_letter) <= {""}:
        return _NO_LETTER
    ways = [
        letter + _any_word(rest) if letter else _NO_LETTER for letter, rest in sorted(by_letter.items(), reverse=True)
    ]
    return f"(?:{'|'.join(ways)})" if len(ways) > 1 else ways[0]


def _number_of(found: re.Match[str]) -> str:
    """Give what a number is looked up by: four digits may be a year, fewer a day or a count."""
    return "####" if found.end() - found.start() == 4 else "#"
