"""Finds percentages in text, and reads each: low, high, unit, qualifier, direction, what it is compared with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import PercentUnit
from pipeline.values.dropped import ELSEWHERE, Dropped
from pipeline.values.numbers.carried import Carried
from pipeline.values.numbers.comparisons import Comparisons
from pipeline.values.numbers.directions import Directions
from pipeline.values.numbers.numbers import Number, number_finder, plain
from pipeline.values.numbers.qualifiers import Qualifiers, shared_qualifier
from pipeline.values.numbers.ranges import Ranges
from pipeline.values.numbers.signs import Signs
from pipeline.values.text.phrases import Phrases
from pipeline.values.told import ToldCell

_PART_OF = re.compile(r"\s(?:of\s)?(?:a|one)(?=\s)", re.IGNORECASE)
_ONE = re.compile(r"\b(?:a|one)\s(?:full\s)?(?=(?:percentage|basis)\spoint\b)", re.IGNORECASE)
_CLOSE = Decimal("2.5")  # times: what rises by 5% hardly rises to 7%
_DIGITS = 3  # of a value that shares the unit of the next; more are a year
_AND = re.compile(r",\s|,?\sand\s")
_NEAR = 60  # characters after a list in which `respectively` tells that its values are several
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}\w")  # 50%20copy.pdf


@dataclass(frozen=True, slots=True)
class FoundPercentage:
    """A percentage at a place of a text."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    qualifier: str
    direction: str | None
    compared_to: str | None
    rule: str
    told: tuple[ToldCell, ...] = ()  # what decided the cells that its own words do not fill


@dataclass(frozen=True, slots=True)
class PercentPiece:
    """A number with its unit; the first half of a range may have none."""

    start: int
    end: int
    value: Decimal
    unit: PercentUnit | None


class PercentageFinder:
    """Finds and reads the percentages of a text.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> [found] = PercentageFinder(load_rulebook()).find("Prices rose by nearly 2-3 per cent from 2023.")
    >>> str(found.low), str(found.high), found.qualifier, found.direction, found.compared_to
    ('2', '3', 'approx', 'up', '2023')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rules."""
        self.numbers = number_finder(rules.number_words)
        self.units = Phrases((words, row) for row in rules.percent_units for words in row.words)
        self._point = next(row for row in rules.percent_units if row.unit == "percentage_point")
        self.qualifiers = Qualifiers(rules)
        self.directions = Directions(rules)
        moves = any_of((*self.directions.nouns, "move"))
        self._point_behind = re.compile(rf"-point\b|\spoint(?=\s{moves}\b)", re.IGNORECASE)
        self.comparisons = Comparisons(rules)
        self.carried = Carried(rules, self.directions, self.comparisons)
        self.ranges = Ranges(rules)
        self.signs = Signs(rules)

    def find(self, text: str, *, told: bool = False, dropped: list[Dropped] | None = None) -> list[FoundPercentage]:
        """Find the percentages of a text, in its order; none overlap.

        `told`: say what decided each cell. What looks like one goes into `dropped`.
        """
        pieces = [self._piece(text, number, dropped) for number in self.numbers.find(text)]
        pieces += [self._one(text, found) for found in _ONE.finditer(text)]
        pieces.sort(key=lambda piece: piece.start)
        self._share(text, pieces)
        found: list[FoundPercentage] = []
        for first, second in self._ranges(text, pieces):
            if not found or found[-1].end <= first.start:
                one = self._percentage(text, first, second, found[-1] if found else None)
                found.append(replace(one, told=tuple(self._told(text, one, found[-1:]))) if told else one)
            elif dropped is not None and first.unit:
                dropped.append(Dropped(first.start, second.end, first.unit.id, ELSEWHERE))
        return found

    def _piece(self, text: str, number: Number, dropped: list[Dropped] | None) -> PercentPiece:
        at = number.end
        if number.value < 1 and (of := _PART_OF.match(text, at)):
            at = of.end()  # half a percentage point
        if number.in_words and number.value < 1 and (point := self._point_behind.match(text, at)):
            return PercentPiece(number.start, point.end(), number.value, self._point)  # a quarter-point cut
        found = self.units.at(text, at)
        against = _against(text, at, found[1]) if found else None
        if found and not against:
            return PercentPiece(number.start, found[1], number.value, found[0])
        if found and against and dropped is not None:
            dropped.append(Dropped(number.start, found[1], found[0].id, against))
        return PercentPiece(number.start, number.end, number.value, None)

    def _one(self, text: str, found: re.Match[str]) -> PercentPiece:
        unit = self.units.at(text, found.end())
        return PercentPiece(found.start(), unit[1] if unit else found.end(), Decimal(1), unit[0] if unit else None)

    def _share(self, text: str, pieces: list[PercentPiece]) -> None:
        """Let the values of a list share its unit: rose 5 and 6 per cent, respectively."""
        for at in range(len(pieces) - 2, -1, -1):
            first, second = pieces[at], pieces[at + 1]
            if first.unit or not second.unit or not _AND.fullmatch(text, first.end, second.start):
                continue
            if not text[first.start - 1 : first.start].isspace() or first.end - first.start > _DIGITS:
                continue  # $2, and 4%; by 2030 and 100% by 2040
            if "respectively" in text[second.end : second.end + _NEAR] or self.directions.read(
                text, first.start, first.end
            ):
                pieces[at] = replace(first, unit=second.unit)

    def _ranges(self, text: str, pieces: list[PercentPiece]) -> Iterator[tuple[PercentPiece, PercentPiece]]:
        at = 0
        while at < len(pieces):
            first, second = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
            if second and second.unit and first.unit in (None, second.unit) and first.value <= second.value:
                close = first.unit is None or second.value <= _CLOSE * first.value
                how = self.ranges.joins(text, (first.start, first.end), (second.start, second.end), close=close)
                if how and not (how == "dash" and text[first.start - 1 : first.start] in ("-", "/") and first.start):
                    yield replace(first, unit=second.unit), second
                    at += 2
                    continue
            if first.unit:
                yield first, first
            at += 1

    def _percentage(
        self, text: str, first: PercentPiece, last: PercentPiece, before: FoundPercentage | None
    ) -> FoundPercentage:
        start, end, unit = first.start, last.end, last.unit
        assert unit is not None
        direction = self._direction(text, start, end, before)
        bracketed = direction is None and self.signs.in_brackets(text, start, end)
        sign = -1 if bracketed or (direction is None and self.signs.negative(text, start)) else 1
        low, high = sorted((plain(first.value * sign), plain(last.value * sign)))
        qualifier = _shared(text, start, end, before) or self.qualifiers.read(text, start, end)
        compared_to = self._compared_to(text, start, end, direction)
        start, end = start - bracketed, end + bracketed
        return FoundPercentage(start, end, low, high, unit.unit, qualifier, direction, compared_to, unit.id)

    def _direction(self, text: str, start: int, end: int, before: FoundPercentage | None) -> str | None:
        """Read which way a value goes, by its own words or by those of the value that it adds to."""
        if row := self.directions.row(text, start, end) or self.carried.restated(text, start, end):
            return row.direction
        if before is None or before.direction is None:
            return None
        return self.carried.inherited(text, start, end, (before.start, before.end, before.direction))

    def _told(self, text: str, one: FoundPercentage, before: list[FoundPercentage]) -> Iterator[ToldCell]:
        """Say what decided the cells of a percentage."""
        bracketed = text[one.start] == "("
        start, end = one.start + bracketed, one.end - bracketed
        if one.low < 0:
            yield ToldCell(
                "low", f"is below zero by what stands before or around it: {text[max(0, start - 9) : end]!r}"
            )
        if _shared(text, start, end, before[0] if before else None):
            yield ToldCell("qualifier", f"takes {one.qualifier!r}: it stands beside the value before it")
        else:
            yield self.qualifiers.told_cell(text, start, end)
        if row := self.directions.row(text, start, end):
            yield ToldCell(
                "direction", f"takes {row.direction!r}: {self.directions.moved_by(row, text, start, end)}", row.id
            )
        elif row := self.carried.restated(text, start, end):
            moved = self.directions.moved_by(row, text, start, end)
            yield ToldCell("direction", f"takes {row.direction!r}: it restates a value of which {moved}", row.id)
        elif one.direction:
            other = text[before[0].start : before[0].end]
            yield ToldCell("direction", f"takes {one.direction!r}: it only adds to the value before it, {other!r}")
        else:
            yield ToldCell("direction", "stays empty: no words by it tell that something moved")
        if one.compared_to:
            row_id = self.comparisons.row(one.compared_to)
            yield ToldCell(
                "compared_to", f"takes {one.compared_to!r}: the words beside it are those of the row", row_id
            )

    def _compared_to(self, text: str, start: int, end: int, direction: str | None) -> str | None:
        """Read what a value is compared with; only a change has it in front."""
        if direction:
            return self.comparisons.read(text, start, end)
        found = self.comparisons.after(text, start, end)
        return found[0] if found else None


def _shared(text: str, start: int, end: int, before: FoundPercentage | None) -> str | None:
    """Give the qualifier that a value shares with the one before it: at most 2% for cafes and 3% for bars."""
    return shared_qualifier(text, before.qualifier, before.end, start, end) if before else None


def _against(text: str, start: int, end: int) -> str | None:
    """Say why what looks like a unit is none: BP the company or a PC, a sign of an address."""
    unit = text[start:end]
    if unit.strip() in ("BP", "PC", "PP") and unit[:1] in (" ", "-"):
        return "its letters name something else"
    return "its sign is a code in an address" if _ENCODED.match(text, start) else None
