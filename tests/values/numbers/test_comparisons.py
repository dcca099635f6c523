"""What changes are compared with: each row by its own example, and by what is like it and none."""

import re

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.numbers.comparisons import Comparisons, filled_pattern

RULES = load_rulebook()
TIMES = RULES.comparison_times
COMPARISONS = Comparisons(RULES)
KINDS = {
    "slot": ("slot", "month", "filler"),
    "time": ("past", "time"),
    "link": ("than", "from", "on", "over"),
    "mark": ("mark",),
}
ROWS = {name: [row for row in TIMES if row.kind in kinds] for name, kinds in KINDS.items()}


def compared(words: str) -> str | None:
    text = f"Sales fell 5% {words}."
    return COMPARISONS.read(text, 11, 13)


def test_every_row_is_tried() -> None:
    assert sum(map(len, ROWS.values())) == len(TIMES)


@pytest.mark.parametrize("row", ROWS["time"], ids=lambda row: row.id)
def test_a_time_is_read(row) -> None:
    assert compared(f"compared with {row.example}") == row.example
    assert row.not_ and compared(f"compared with {row.not_}") is None


@pytest.mark.parametrize("row", ROWS["link"], ids=lambda row: row.id)
def test_words_link_a_change_to_a_time(row) -> None:
    assert compared(f"{row.example} last year") == "last year"
    assert row.not_ and compared(f"{row.not_} last year") is None


@pytest.mark.parametrize("row", ROWS["mark"], ids=lambda row: row.id)
@pytest.mark.parametrize("link", ["above the", "well below the", "lower than the", "ahead of the"])
def test_what_is_no_time_is_read_behind_what_is_above_or_below_it(row, link) -> None:
    assert compared(f"{link} {row.example}") == row.example
    assert row.not_ and compared(f"{link} {row.not_}") is None
    assert compared(f"{link} {row.example} price") is None


@pytest.mark.parametrize("row", ROWS["slot"], ids=lambda row: row.id)
def test_a_slot_is_what_its_example_is(row) -> None:
    slot = re.compile(filled_pattern(row, TIMES), re.IGNORECASE)
    assert slot.fullmatch(row.example)
    assert row.not_ and not slot.fullmatch(row.not_)
