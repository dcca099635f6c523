"""The amounts and percentages of one article, on their way through the passes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.document.view import View, view_of
from pipeline.extract.figures.owners import Owners, OwnerWords, owner_words
from pipeline.records import Mention, Money, Percentage
from pipeline.rulebook.reading import Rulebook
from pipeline.values.measures.reader import Around, Measured, MeasureReader, Value
from pipeline.values.measures.why import MeasureReasons
from pipeline.values.numbers.beside import beside_values_of

Row = Money | Percentage
"""A figure."""


class FigureWords:
    """What figures are read with, compiled once for a set of rules."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows."""
        self.reader: MeasureReader = MeasureReader(rules)
        self.owners: OwnerWords = owner_words(rules)
        beside = beside_values_of(rules)
        self.restates, self.or_else = beside.restates, beside.or_else
        self._rules = rules

    @cached_property
    def reasons(self) -> MeasureReasons:
        """Give what says why a value measures what it does, for whoever asks."""
        return MeasureReasons(self._rules, self.reader)

    @cached_property
    def owner_rows(self) -> dict[str, str]:
        """Give the rows of the words that say whose a value is: nouns for bodies, and what accounts measure."""
        return self._rules.phrase_words.ids("accounts", "we", "it") | {
            noun.lower(): row.id for row in self._rules.body_nouns for noun in (*row.nouns, *row.exact, *row.own)
        }


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows so far, in the order of the text, and what they are read with."""

    doc: Doc
    view: View
    words: FigureWords
    mentions: Sequence[Mention]
    found: Sequence[Row] = ()

    def having(self, found: Sequence[Row]) -> "Figures":
        """Give the same article with other rows."""
        return replace(self, found=found)

    def owners(self) -> Owners:
        """Give what says whose figure stands at a place."""
        return Owners(self.view, self.mentions, [row.start_char for row in self.found], self.words.owners)

    def measured(self) -> Iterator[tuple[Around, Measured]]:
        """Read what each value measures, with the words around it."""
        dates = [(row.start_char, row.end_char) for row in kept(self.doc, "dates")]
        return self.words.reader.read_around(self.view.text, list(self._values()), dates)

    def _values(self) -> Iterator[Value]:
        """Give the values; an amount that restates a percentage goes its way: added 0.6 percent, or 46 cents."""
        last: Value | None = None
        for row in self.found:
            value = self._value(row)
            if last and last.percent and last.direction and not (value.percent or value.direction):
                restates = self.words.or_else.fullmatch(self.view.text, last.end, value.start)
                value = replace(value, direction=last.direction) if restates else value
            yield value
            last = value

    def _value(self, row: Row) -> Value:
        start, end = row.start_char, row.end_char
        if isinstance(row, Percentage):
            return Value(start, end, True, row.direction)
        return Value(start, end, False, self.words.reader.directions.read_money(self.view.text, start, end))


def begin(doc: Doc, words: FigureWords) -> Figures:
    """Give the state before the first pass."""
    rows = sorted([*kept(doc, "money"), *kept(doc, "percentages")], key=lambda row: row.start_char)
    return Figures(doc, view_of(doc), words, kept(doc, "mentions"), rows)
