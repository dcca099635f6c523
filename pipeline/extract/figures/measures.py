"""`press_measures`: what each value measures, its role, direction and owner, and which restate another."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.document.trace import is_traced, note
from pipeline.extract.document.view import view_of
from pipeline.extract.figures.owners import Owner, Owners, OwnerWords, owner_words
from pipeline.records import Mention, Money, Percentage
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.measures.reader import MeasureReader, Value
from pipeline.values.money.amounts import may_restate


@cache
def measure_reader(rules: str | None = None) -> MeasureReader:
    """Compile the rules that come with pressfacts, with the rows of a user's rule set, once."""
    return MeasureReader(rulebook_with(rules))


@Language.factory(
    "press_measures",
    default_config={"rules": None},
    requires=["doc._.money", "doc._.percentages"],
    assigns=["doc._.money", "doc._.percentages"],
)
def make_press_measures(nlp: Language, name: str, rules: str | None) -> "PressMeasures":
    """Make the component that says what values measure."""
    return PressMeasures(measure_reader(rules), owner_words(rulebook_with(rules)))


class PressMeasures:
    """Fills measure, role, direction, organisation_id and same_as of the values on a Doc."""

    def __init__(self, reader: MeasureReader, words: OwnerWords) -> None:
        """Keep the reader of measures, and the words that owners are read with."""
        self.reader, self.words = reader, words

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the rows of `doc._.money` and `doc._.percentages`."""
        rows = sorted([*kept(doc, "money"), *kept(doc, "percentages")], key=lambda row: row.start_char)
        filled = list(_restated(view_of(doc).text, self._measured(doc, rows)))
        keep(doc, "money", [row for row in filled if isinstance(row, Money)])
        keep(doc, "percentages", [row for row in filled if isinstance(row, Percentage)])
        return doc

    def _measured(self, doc: Doc, rows: list[Money | Percentage]) -> Iterator[Money | Percentage]:
        text = view_of(doc).text
        values = [self._value(text, row) for row in rows]
        dates = [(row.start_char, row.end_char) for row in kept(doc, "dates")]
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        owners = Owners(view_of(doc), mentions, [row.start_char for row in rows], self.words)
        names = {mention.text for mention in mentions if mention.label in ("PERSON", "ORG")}
        for row, value, measured in zip(rows, values, self.reader.read(text, values, dates), strict=True):
            phrase = None if measured.phrase in names else measured.phrase  # a name says whose it is, not what
            owner = owners.owner(row.start_char, phrase)
            row = replace(
                row,
                measure=phrase,
                direction=value.direction,
                organisation_id=owner.organisation_id if owner else None,
            )
            if is_traced(doc):
                _note(doc, row, measured.role, owner)
            yield replace(row, role=measured.role) if isinstance(row, Money) else row

    def _value(self, text: str, row: Money | Percentage) -> Value:
        percent = isinstance(row, Percentage)
        direction = row.direction if percent else self.reader.directions.read_money(text, row.start_char, row.end_char)
        return Value(row.start_char, row.end_char, percent, direction)


_ROLES = {
    "level": "nothing by it tells a change, or that another value is compared with it",
    "change": "the words by it say that something moved by it",
    "base": "another value is compared with it",
}


def _note(doc: Doc, row: Money | Percentage, role: str, owner: Owner | None) -> None:
    table = "money" if isinstance(row, Money) else "percentages"
    what = f"measures {row.measure!r}" if row.measure else "nothing beside it says what it measures"
    note(doc, f"{table}.measure", row.start_char, row.end_char, what, by="press_measures")
    moved = f"the words by it tell {row.direction!r}" if row.direction else "no words by it tell that something moved"
    note(doc, f"{table}.direction", row.start_char, row.end_char, moved, by="press_measures")
    if isinstance(row, Money):
        note(doc, f"{table}.role", row.start_char, row.end_char, _ROLES[role], by="press_measures")
    names = {org.organisation_id: org.name for org in kept(doc, "organisations")}
    none = "its sentence says of no organisation, by name or by `the company`, `we` or `it`, that it is theirs"
    whose = owner.why(names.get(owner.organisation_id, owner.organisation_id)) if owner else none
    by = f"press_measures/{owner.rule}" if owner else "press_measures"
    note(doc, f"{table}.organisation_id", row.start_char, row.end_char, whose, by=by)


def _restated(text: str, rows: Iterable[Money | Percentage]) -> Iterator[Money | Percentage]:
    """Point an amount that restates the one before it in another currency at it: `HK$307 billion ($39.4 billion)`."""
    last: Money | Percentage | None = None
    for row in rows:
        if isinstance(row, Money) and isinstance(last, Money) and _restates(text, last, row):
            row = replace(row, measure=last.measure, role=last.role, direction=last.direction)
            row = replace(row, same_as=last.money_id)
        yield row
        last = row


def _restates(text: str, last: Money, row: Money) -> bool:
    return last.currency != row.currency and may_restate(text, last.end_char, row.start_char)
