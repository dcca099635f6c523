"""The opening of an article: headline, and place and day of the dateline."""

from datetime import date

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.marks import marks_of
from pipeline.values.zones.opening import read_opening

MARKS = marks_of(load_rulebook())
STORY = "Kasoa Terminals bought a second crane on Friday, and will use it.\n"


def test_headline_and_dateline() -> None:
    opening = read_opening(f"Kasoa port gets a crane\n\nTEMA, Ghana, 3 March 2025 - {STORY}", MARKS)
    assert (opening.title, opening.place, opening.day) == ("Kasoa port gets a crane", "TEMA, Ghana", date(2025, 3, 3))


def test_a_story_without_either() -> None:
    opening = read_opening(STORY, MARKS)
    assert (opening.title, opening.place, opening.day) == (None, None, None)
