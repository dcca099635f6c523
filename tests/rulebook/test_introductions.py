import re

import pytest

from pipeline.rulebook.reading import load_rulebook

RULES = load_rulebook()
ROWS = RULES.introductions


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_pattern_finds_its_example_and_not_its_counter_example(row):
    pattern = row.pattern.replace("{name}", "Obi")
    assert re.search(pattern, row.example)
    assert row.not_ and not re.search(pattern, row.not_)
