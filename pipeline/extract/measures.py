"""`press_measures`: what each amount and percentage measures, its role, direction and owner, and which restate another."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.finds import keep, kept
from pipeline.records import Money, Percentage
from pipeline.rulebook import load_rulebook
from pipeline.values.measures import MeasureReader

_RESTATED = re.compile(r"\s?[(\[](?:[\w=~≈]+\s){0,3}|,?\s(?:or|equivalent to|equal to)\s(?:about\s|around\s|approximately\s|nearly\s)?")


@cache
def measure_reader() -> MeasureReader:
    """Compile the rules that come with pressfacts, once."""
    return MeasureReader(load_rulebook())


@Language.factory(
    "press_measures",
    requires=["doc._.money", "doc._.percentages"],
    assigns=["doc._.money", "doc._.percentages"],
)
def make_press_measures(nlp: Language, name: str) -> "PressMeasures":
    """Make the component that says what values measure."""
    return PressMeasures(measure_reader())


class PressMeasures:
    """Fills measure, role, direction, organisation_id and same_as of the values on a Doc."""

    def __init__(self, reader: MeasureReader) -> None:
        """Keep the reader."""
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the rows of `doc._.money` and `doc._.percentages`."""
        rows = list(self._measured(doc))
        keep(doc, "money", [row for row in rows if isinstance(row, Money)])
        keep(doc, "percentages", [row for row in rows if isinstance(row, Percentage)])
        return doc

    def _measured(self, doc: Doc) -> Iterator[Money | Percentage]:
        text = doc.text
        last: Money | Percentage | None = None
        values = sorted([*kept(doc, "money"), *kept(doc, "percentages")], key=lambda row: row.start_char)
        for row in values:
            together = last is not None and _one_sentence(text, last.end_char, row.start_char)
            row = self._filled(text, row, last if together else None)
            yield row
            last = row

    def _filled(self, text: str, row: Money | Percentage, last: Money | Percentage | None) -> Money | Percentage:
        between = text[last.end_char : row.start_char] if last else None
        percent = isinstance(row, Percentage)
        direction = row.direction or self.reader.directions.read(text, row.start_char, row.end_char)
        measured = self.reader.read(
            text,
            row.start_char,
            row.end_char,
            before=last.measure if last else None,
            between=between,
            change=direction is not None,
            percent=percent,
        )
        if isinstance(row, Percentage):
            return replace(row, measure=measured.phrase)
        same_as = last.money_id if isinstance(last, Money) and between is not None and _restates(last, row, between) else None
        if same_as and isinstance(last, Money):
            return replace(row, measure=last.measure, role=last.role, direction=last.direction, same_as=same_as)
        return replace(row, measure=measured.phrase, role=measured.role, direction=direction)


def _restates(last: Money, row: Money, between: str) -> bool:
    """Whether a row states the last one in another currency: `HK$307 billion ($39.4 billion)`."""
    return last.currency != row.currency and _RESTATED.fullmatch(between) is not None


def _one_sentence(text: str, end: int, start: int) -> bool:
    return start - end < 200 and not re.search(r"[.!?;][\s\"”]|\n", text[end:start])
