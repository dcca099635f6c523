"""What a person decided about places of an article, applied to its mentions: it stands above every rule."""

from collections.abc import Iterable, Sequence

from pipeline.extract.user_rules.features import Named
from pipeline.extract.user_rules.rule_set import DecidedPlace
from pipeline.values.text.anchors import Anchor, find_again


def apply_decided(text: str, named: Sequence[Named], decided: Iterable[DecidedPlace]) -> list[Named]:
    """Give the mentions as they were decided; mentions that overlap a decided one give way to it."""
    result = list(named)
    for place in decided:
        where = find_again(text, Anchor(place.start, place.words, place.prefix, place.suffix))
        if where is None:
            continue
        start, end = where
        shift = start - place.start
        gone = [(start, end)]
        if place.instead_of:
            old, words = place.instead_of
            gone.append((old + shift, old + shift + len(words)))
        if place.label is None:
            result = [one for one in result if (one.start, one.end) not in gone]
            continue
        free = (one for one in result if not (one.start < end and start < one.end))
        result = [one for one in free if (one.start, one.end) not in gone]
        result.append(Named(start, end, place.label, place.id))
    return sorted(result)
