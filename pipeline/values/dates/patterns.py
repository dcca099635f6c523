"""The date patterns of the rules, a grammar -> where date expressions may stand in a text, longest first."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.compiling import compile_once
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import DatePattern
from pipeline.values.dates.compiled import Beginning, CompiledPattern, any_word, compile_row, number_of
from pipeline.values.dates.expressions import Accepts, Expression
from pipeline.values.dates.parts import NAMED, STEPS, WordNumbers, first_words, slot_patterns

DEEPEST = 3
"""How deep expressions stand in each other: `two days before [the end of [next [month]]]`."""

_WORD = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d_]+)")
_NAMES = {f"{kind}{nth}": kind for kind in NAMED for nth in ("", "2")}


Groups = dict[str, str | None]


class PatternMatch(NamedTuple):
    """What a pattern matched; an expression is made of it only where it's the longest."""

    end: int
    row: DatePattern
    groups: Groups | re.Match[str]
    parts: tuple[Expression, ...]


class DatePatterns:
    """Finds date expressions."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the patterns, indexed by their first words."""
        names, days, self.word_numbers = rules.calendar_names, rules.named_days, WordNumbers(rules.number_words)
        self._numbers = {(str(name.kind), word.lower()): str(name.number) for name in names for word in name.words}
        self._counts = {
            (str(name.kind), word.lower()): str(name.also) for name in names if name.also for word in name.words
        }
        slots = slot_patterns(
            names,
            days,
            self.word_numbers,
            counted=rules.date_words.printed("no_day"),
            of_accounts=rules.pattern_words.printed("of_accounts"),
        )
        firsts = first_words(names, days, self.word_numbers, rules.pattern_words)
        by_first: dict[str, list[CompiledPattern]] = {}
        for row in rules.date_patterns:
            compiled = compile_row(row, slots)
            for first in dict.fromkeys(word for part in row.starts.split("|") for word in firsts.get(part, [part])):
                by_first.setdefault(first, []).append(compiled)
        self._by_first = {first: Beginning(rows, slots) for first, rows in by_first.items()}
        words = any_word(first for first, rows in self._by_first.items() if rows.alone and first.isalpha())
        self._first = compile_once(
            rf"(?<![\w$€£#@\\+])(?:(?P<word>{words})|(?<![.,/-])(?P<number>\d+)(?![\d%]|,\d)"
            r"|(?P<after>(?:1[5-9]|20)\d\d)(?!\d))"  # pre-2019
        )

    def find(self, text: str, accepts: Accepts) -> Iterator[Expression]:
        """Find the longest accepted expression at each place, in the order of the text; none overlap."""
        reading, end = PatternReader(text, accepts, self), 0
        for begun in self._first.finditer(text.replace("İ", "I").lower()):  # the one letter that grows in lower case
            rows = self._by_first.get(begun["word"] or number_of(begun))
            if rows is None or begun.start() < end:
                continue
            for found in reading.of(rows, begun.start(), DEEPEST):
                expression = self.expression(begun.start(), found)
                if accepts(text, expression):
                    end = expression.end
                    if expression.reads != "nothing":
                        yield expression
                    break

    def rows_at(self, text: str, at: int) -> Beginning | None:
        """Give the patterns that may begin with the word at an offset."""
        word = _WORD.match(text, at)
        return self._by_first.get(word["word"].lower() if word["word"] else number_of(word)) if word else None

    def expression(self, start: int, found: PatternMatch) -> Expression:
        """Make the expression that a pattern matched, with numbers in place of names in its slots."""
        slots: dict[str, str] = {}
        for name, words in _groups(found).items():
            if words:
                slot = name.partition("__")[0]
                slots[slot] = self._number(_NAMES[slot], words) if slot in _NAMES else words
        if "monthnumber" in slots:
            slots["month"] = slots.pop("monthnumber")
        if "wordyear" in slots:
            slots["year"] = str(self.word_numbers.read_year(slots.pop("wordyear")))
        for kind in STEPS:
            word = _plain(slots.get(kind, ""))
            if step := self._numbers.get((kind, word)):
                slots["step"] = step
            if counts := self._counts.get((kind, word)):
                slots["counts"] = counts
        kind = slots["unit"].lower().rstrip("s") if found.row.kind == "unit" else found.row.kind
        return Expression(start, found.end, found.row.id, kind, found.row.reads, found.row.check, slots, found.parts)

    def _number(self, kind: str, words: str) -> str:
        word = _plain(words.rstrip("."))
        return word.rstrip("stndrh") if word[0].isdigit() else self._numbers[kind, word]


class PatternReader:
    """Reads one text: what stands at a place is looked up once for each depth."""

    def __init__(self, text: str, accepts: Accepts, patterns: DatePatterns) -> None:
        self.text, self.accepts, self.patterns = text, accepts, patterns
        self.known: dict[tuple[int, int], list[PatternMatch]] = {}

    def at(self, at: int, depth: int) -> list[PatternMatch]:
        """List what the patterns match at an offset, longest first."""
        if (at, depth) not in self.known:
            rows = self.patterns.rows_at(self.text, at)
            self.known[at, depth] = self.of(rows, at, depth) if rows else []
        return self.known[at, depth]

    def of(self, rows: Beginning, at: int, depth: int) -> list[PatternMatch]:
        """List what some patterns match at an offset, longest first."""
        if not rows.may_match(self.text, at):
            return []
        found: list[PatternMatch] = []
        for compiled in rows.rows:
            first = compiled.pieces[0].match(self.text, at)
            if first and not compiled.inner:
                found.append(PatternMatch(first.end(), compiled.row, first, ()))
            elif first and depth > 0:
                found += self._inside(first, compiled, depth)
        found.sort(key=_by_length)
        return found

    def _inside(self, first: re.Match[str], compiled: CompiledPattern, depth: int) -> list[PatternMatch]:
        """Give the ways to go on after the first piece: an expression, a piece, an expression ..."""
        ways = [PatternMatch(first.end(), compiled.row, first.groupdict(), ())]
        for kinds, piece in zip(compiled.inner, compiled.pieces[1:], strict=True):
            ways = [
                PatternMatch(after.end(), compiled.row, {**_groups(way), **after.groupdict()}, (*way.parts, part))
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


def _plain(words: str) -> str:
    """Fold words for look-up: in lower case, with single spaces."""
    return " ".join(words.lower().split())


def _groups(found: PatternMatch) -> Groups:
    return found.groups if isinstance(found.groups, dict) else found.groups.groupdict()


def _by_length(found: PatternMatch) -> int:
    return -found.end
