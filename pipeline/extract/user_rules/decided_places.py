"""What a person decided about places of an article, applied to its mentions: it stands above every rule."""

from collections.abc import Iterable, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.rule_set import DecidedCells
from pipeline.values.text.anchors import find_again


def apply_decided(text: str, named: Sequence[Candidate], decided: Iterable[DecidedCells]) -> list[Candidate]:
    """Give the mentions as they were decided; mentions that overlap a decided one give way to it."""
    result = list(named)
    for place in decided:
        where = find_again(text, place.anchor) if place.anchor else None
        if place.anchor is None or where is None:
            continue
        (start, end), old, label = where, place.instead_of, place.cells.get("label")
        shift = start - place.anchor.start
        gone = [(start, end), *([(old.start + shift, old.end + shift)] if old else ())]
        if label is None:
            result = [one for one in result if (one.start, one.end) not in gone]
            continue
        free = (one for one in result if not (one.start < end and start < one.end))
        result = [one for one in free if (one.start, one.end) not in gone]
        result.append(Candidate(start, end, label, rule=place.id))
    return sorted(result)
