"""What the passes did to figures -> changes, which say for each cell what decided it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.extract.document.passes import Change
from pipeline.extract.figures.owners import Owner, Owners
from pipeline.records import Money, Percentage
from pipeline.values.measures.reader import Around, Measured
from pipeline.values.measures.why import MeasureReasons
from pipeline.values.told import ToldCell

_NO_OWNER = "its sentence says of no organisation, by name or by `the company`, `we` or `it`, that it is theirs"
_RESTATED = ("measure", "role", "direction", "same_as")


def changed_measures(
    text: str,
    reasons: MeasureReasons,
    rows: Sequence[Money | Percentage],
    read: Iterable[tuple[Around, Measured]],
) -> Iterator[Change]:
    """Say what each value measures, and of an amount its direction and role, and which words told so."""
    for row, (around, measured) in zip(rows, read, strict=True):
        if measured.phrase and not row.measure:
            yield _change(row, ToldCell("measure", f"stays empty: {measured.phrase!r} is a name, and says whose it is"))
        for told in reasons.tell(text, around, measured, is_money=isinstance(row, Money)):
            yield _change(row, told)


def changed_owners(
    rows: Sequence[Money | Percentage], owners: Owners, names: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[Change]:
    """Say whose each value is; `names` are those of organisations by their ids, `words` the rows of words."""
    for row in rows:
        yield _change(row, _owner(owners.owner(row.start_char, row.measure), names, words))


def _owner(owner: Owner | None, names: Mapping[str, str], words: Mapping[str, str]) -> ToldCell:
    if owner is None:
        return ToldCell("organisation_id", f"stays empty: {_NO_OWNER}")
    name = names.get(owner.organisation_id, owner.organisation_id)
    row = words.get(owner.word.casefold(), "")
    return ToldCell("organisation_id", f"takes {name!r}: {owner.why(name)}", "/".join(filter(None, (owner.rule, row))))


def changed_restated(before: Sequence[Money | Percentage], after: Sequence[Money | Percentage]) -> Iterator[Change]:
    """Say which amounts take what the amount before them has."""
    for was, row in zip(before, after, strict=True):
        if isinstance(row, Money) and isinstance(was, Money) and row.same_as != was.same_as:
            yield from (_change(row, ToldCell(column, "takes what the amount before it has")) for column in _RESTATED)


def _change(row: Money | Percentage, told: ToldCell) -> Change:
    table = "money" if isinstance(row, Money) else "percentages"
    what, _, because = told.what.partition(": ")
    return Change(row, f"{table}.{told.column}", row.start_char, row.end_char, what, told.row, because)
