"""What is found out about figures, in its order: the table that a wrong measure, role or owner is looked up in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.document.finds import kept
from pipeline.extract.document.passes import Change, Pass
from pipeline.extract.document.trace import Tie, keep_ties
from pipeline.extract.figures.state import Figures, Row
from pipeline.extract.figures.traced import changed_measures, changed_owners, changed_restated
from pipeline.records import Money
from pipeline.values.money.amounts import may_restate


def _measured(figures: Figures) -> Iterator[Row]:
    names = {mention.text for mention in figures.mentions if mention.label in ("PERSON", "ORG", "LOC")}
    for row, (around, measured) in zip(figures.found, figures.measured(), strict=True):
        phrase = None if measured.phrase in names else measured.phrase  # a name says whose it is, or where
        row = replace(row, measure=phrase, direction=around.value.direction)
        yield replace(row, role=measured.role) if isinstance(row, Money) else row


def _owned(figures: Figures) -> Iterator[Row]:
    owners = figures.owners()
    first = {mention.entity_id: mention.start_char for mention in reversed(figures.mentions)}
    for row in figures.found:
        owner = owners.owner(row.start_char, row.measure)
        if owner:
            body = first[owner.organisation_id]
            keep_ties(figures.doc, [Tie("figures", f"figure_{owner.rule}", row.start_char, body=body)])
        yield replace(row, organisation_id=owner.organisation_id if owner else None)


def _restated(figures: Figures) -> Iterator[Row]:
    """Point an amount that restates the one before it in another currency at it: `HK$307 billion ($39.4 billion)`."""
    last: Row | None = None
    for row in figures.found:
        if isinstance(row, Money) and isinstance(last, Money) and _restates(figures, last, row):
            row = replace(row, measure=last.measure, role=last.role, direction=last.direction, same_as=last.money_id)
        yield row
        last = row


def _restates(figures: Figures, last: Money, row: Money) -> bool:
    text, words = figures.view.text, figures.words.restates
    return last.currency != row.currency and may_restate(text, last.end_char, row.start_char, words)


def _tell_measures(figures: Figures, found: Sequence[Row]) -> Iterator[Change]:
    return changed_measures(figures.view.text, figures.words.reasons, found, figures.measured())


def _tell_owners(figures: Figures, found: Sequence[Row]) -> Iterator[Change]:
    names = {org.organisation_id: org.name for org in kept(figures.doc, "organisations")}
    return changed_owners(found, figures.owners(), names, figures.words.owner_rows)


def _tell_restated(figures: Figures, found: Sequence[Row]) -> Iterator[Change]:
    return changed_restated(figures.found, found)


PASSES: tuple[Pass[Figures], ...] = (
    Pass(
        "measure",
        _measured,
        "the words of its sentence say what it measures, its role and whether it moved",
        changes=_tell_measures,
    ),
    Pass("owner", _owned, "its sentence, or what the article reports, says whose it is", changes=_tell_owners),
    Pass("restated", _restated, "it restates the amount before it in another currency", changes=_tell_restated),
)
"""Each pass fills cells of the rows that those before it gave, and tells of those that it left empty, too."""
