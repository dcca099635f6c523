"""The opening of an article to what it says of itself: its headline, place and day."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.values.datelines import find_dateline, read_day
from pipeline.values.zones import find_zones

OPENING = 4000
_FOR_RELEASE = re.compile(r"release|date|posted|published|issued", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the opening of an article says."""

    title: str | None = None
    place: str | None = None
    day: date | None = None


def read_opening(text: str) -> Opening:
    """Read the headline (its first line), and place and day of the dateline."""
    head = text[:OPENING]
    zones = find_zones(head)
    headline = next((z for z in zones if z.zone == "headline"), None)
    title = head[headline.start_char : headline.end_char].splitlines()[0].strip() if headline else None
    place = day = None
    for zone in zones:
        if zone.zone == "dateline":
            printed = head[zone.start_char : zone.end_char]
            dateline = find_dateline(printed + " " + "x" * 50) or find_dateline(printed)
            place = place or (dateline.place if dateline else None)
            day = day or (dateline.day if dateline and dateline.day else read_day(printed))
    return Opening(title=title, place=place, day=day)
