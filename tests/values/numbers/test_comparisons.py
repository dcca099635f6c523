"""What changes are compared with: each pattern of a time by its own example."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.numbers.comparisons import Comparisons

RULES = load_rulebook()
COMPARISONS = Comparisons(RULES)
TIMES = [row for row in RULES.comparison_times if row.kind in ("past", "time")]


def compared(words: str) -> str | None:
    text = f"Sales fell 5% compared with {words}."
    return COMPARISONS.read(text, 11, 13)


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row.id)
def test_every_pattern_reads_its_example(row) -> None:
    assert compared(row.example) == row.example
    assert compared(row.not_) is None
