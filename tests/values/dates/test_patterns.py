"""Each pattern of dates finds its example, whole, and nothing in what is like it and none."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.rows import DatePattern
from pipeline.values.dates import compiled
from pipeline.values.dates.expressions import Expression
from pipeline.values.dates.patterns import DEEPEST, DatePatterns, PatternReader

RULES = load_rulebook()
ROWS = RULES.date_patterns
PATTERNS = DatePatterns(RULES)


def rules_at(text: str) -> list[tuple[str, int]]:
    """Give the patterns that match at the start of a text, and where they end."""
    return [(one.row.id, one.end) for one in PatternReader(text, accepts, PATTERNS).at(0, DEEPEST)]


def accepts(text: str, found: Expression) -> bool:
    return True


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_pattern_finds_its_example(row: DatePattern) -> None:
    assert (row.id, len(row.example)) in rules_at(row.example)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_pattern_finds_nothing_in_what_begins_like_it_and_is_none(row: DatePattern) -> None:
    tried = PATTERNS.rows_at(row.not_, 0)
    assert tried and row in [one.row for one in tried.rows], row.not_
    assert row.id not in [rule for rule, _ in rules_at(row.not_)]


def test_what_may_match_is_told_by_one_expression_as_by_all_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [row.example for row in ROWS]
    one_by_one = [rules_at(text) for text in examples]
    monkeypatch.setattr(compiled, "SELDOM", 0)
    assert [rules_at(text) for text in examples] == one_by_one
