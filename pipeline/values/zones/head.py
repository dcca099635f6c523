"""An article's paragraphs and zones to where its head ends: headline, dateline and the first paragraphs."""

from collections.abc import Sequence

from pipeline.records import Zone
from pipeline.values.text.paragraphs import Paragraph

LEADS = 2
"""Paragraphs of the body that belong to the head: what happened, and the one that fills it in."""

LONGEST = 1200
"""Characters that a head has at most: not every text has paragraphs."""


def head_end(parts: Sequence[Paragraph], zones: Sequence[Zone]) -> int:
    """Give the offset behind the last paragraph of the head; 0 for a text without one.

    >>> parts = [Paragraph(0, 5, "Head"), Paragraph(7, 11, "Lead"), Paragraph(13, 17, "More"), Paragraph(19, 22, "X")]
    >>> head_end(parts, [Zone(start_char=0, end_char=5, zone="headline"), Zone(start_char=7, end_char=22, zone="body")])
    17
    """
    body = [zone for zone in zones if zone.zone == "body"]
    leads = [part for part in parts if any(zone.start_char < part.end <= zone.end_char for zone in body)]
    return min(LONGEST, (leads or list(parts))[:LEADS][-1].end) if parts else 0
