"""A pattern that doesn't regard capitals is found where `re` finds it, in small letters or not."""

import re

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.text.caseless import Caseless

PATTERNS = (
    "forward[- –]looking",
    r"safe[- ]harbou?r|Reform Act",
    r"\bACT\b",
    r"\Bact\S",
    r"(?P<Act>act)",
    "[A-Z]ct",
    r"“(?:plan|risks)[”\",]+",
    "é plan",
)
TEXTS = (
    "FORWARD-LOOKING statements",
    "forward –looking",
    "the Safe Harbor of the reform ACT",
    "exact, acts",
    "“Plan”, “RISKS,” and",
    "riſks of the KELVIN: K, “rİsks”, “Rısks”, “riſks”",
    "É PLAN",
    "",
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_it_is_found_as_re_finds_it(pattern):
    compiled = re.compile(pattern, re.IGNORECASE)
    found = [Caseless(compiled).is_in(text, text.lower()) for text in TEXTS]
    assert found == [bool(compiled.search(text)) for text in TEXTS]


def test_signs_of_the_rules_are_found_as_re_finds_them():
    for row in load_rulebook().zone_marks:
        compiled = re.compile(row.pattern, re.IGNORECASE)
        for text in (row.example, row.example.upper(), row.example.lower(), row.not_):
            assert Caseless(compiled).is_in(text, text.lower()) == bool(compiled.search(text))
