"""Quotations to what they tell the other tables: how many a person speaks, and what stands within one."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.records import Quote


def count_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
    """Count the quotations of each person."""
    counts = Counter(quote.speaker_id for quote in quotes)
    keep(doc, "people", [replace(person, quotes=counts[person.person_id]) for person in kept(doc, "people")])


def mark_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
    """Give what stands in a direct quotation the zone `quote`."""
    direct = [quote for quote in quotes if quote.kind == "direct"]
    starts = [quote.start_char for quote in direct]

    def inside(char: int) -> bool:
        at = bisect_right(starts, char) - 1
        return at >= 0 and char < direct[at].end_char

    for kind in ("mentions", "money", "percentages", "dates") if direct else ():
        finds = kept(doc, kind)
        if any(inside(find.start_char) and find.zone != "quote" for find in finds):
            keep(doc, kind, [replace(f, zone="quote") if inside(f.start_char) else f for f in finds])
