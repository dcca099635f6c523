"""The opening of an article to what it says of itself: its headline, place and day."""

from dataclasses import dataclass
from datetime import date

from pipeline.values.text.paragraphs import paragraphs
from pipeline.values.zones.marks import Marks
from pipeline.values.zones.zones import OPENING as OPENING_PARAGRAPHS
from pipeline.values.zones.zones import find_headline

OPENING = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the opening of an article says."""

    title: str | None = None
    place: str | None = None
    day: date | None = None


def read_opening(text: str, marks: Marks) -> Opening:
    """Read the headline (its first line), and place and day of the dateline."""
    head = text[:OPENING]
    parts = paragraphs(head)
    headline = find_headline(parts, marks)
    title = headline.splitlines()[0].strip("#* ") if headline else None
    place = day = None
    for paragraph in parts[:OPENING_PARAGRAPHS]:
        dateline = marks.datelines.find(paragraph.text)
        place = place or (dateline.place if dateline else None)
        if day is None and (dateline or marks.is_day_line(paragraph.text)):
            day = dateline.day if dateline else marks.datelines.full_date_in(paragraph.text)
    return Opening(title=title, place=place, day=day)
