"""The amounts and percentages of one article, on their way through the passes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.document.passes import Change
from pipeline.extract.document.view import View, view_of
from pipeline.extract.figures.owners import Owner, Owners, OwnerWords, owner_words
from pipeline.records import Mention, Money, Percentage
from pipeline.rulebook.reading import Rulebook
from pipeline.values.measures.reader import MeasureReader

Row = Money | Percentage
"""A figure."""

_ROLES = {
    "level": "nothing by it tells a change, or that another value is compared with it",
    "change": "the words by it say that something moved by it",
    "base": "another value is compared with it",
}
_NO_OWNER = "its sentence says of no organisation, by name or by `the company`, `we` or `it`, that it is theirs"


class FigureWords:
    """What figures are read with, compiled once for a set of rules."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows."""
        self.reader: MeasureReader = MeasureReader(rules)
        self.owners: OwnerWords = owner_words(rules)


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

    def changes(self, found: Sequence[Row], by: str) -> Iterator[Change]:
        """Say what a pass made of the cells that it decides; of those that it left empty, too."""
        for before, row in zip(self.found, found, strict=True):
            for column, what, rule, because in self._told(before, row, by):
                table = "money" if isinstance(row, Money) else "percentages"
                yield Change(row, f"{table}.{column}", row.start_char, row.end_char, what, rule, because)

    def _told(self, before: Row, row: Row, by: str) -> Iterable[tuple[str, str, str, str]]:
        if by == "measure":
            return _told_measure(row)
        if by == "owner":
            return [self._told_owner(row)]
        if isinstance(row, Money) and isinstance(before, Money) and row.same_as != before.same_as:
            return [(column, "takes what the amount before it has", "", "") for column in ("measure", "same_as")]
        return ()

    def _told_owner(self, row: Row) -> tuple[str, str, str, str]:
        owner: Owner | None = self.owners().owner(row.start_char, row.measure)
        if owner is None:
            return "organisation_id", "stays empty", "", _NO_OWNER
        names = {org.organisation_id: org.name for org in kept(self.doc, "organisations")}
        name = names.get(owner.organisation_id, owner.organisation_id)
        return "organisation_id", f"takes {name!r}", owner.rule, owner.why(name)


def _told_measure(row: Row) -> Iterator[tuple[str, str, str, str]]:
    what = f"measures {row.measure!r}" if row.measure else "measures nothing that is said"
    yield "measure", what, "", "the words beside it say so" if row.measure else "nothing beside it says what"
    moved = f"takes {row.direction!r}" if row.direction else "stays empty"
    because = "the words by it tell so" if row.direction else "no words by it tell that something moved"
    yield "direction", moved, "", because
    if isinstance(row, Money):
        yield "role", f"takes {row.role!r}", "", _ROLES.get(row.role or "", "")


def begin(doc: Doc, words: FigureWords) -> Figures:
    """Give the state before the first pass."""
    rows = sorted([*kept(doc, "money"), *kept(doc, "percentages")], key=lambda row: row.start_char)
    return Figures(doc, view_of(doc), words, kept(doc, "mentions"), rows)
