"""What stands in the bracket of an exchange, and what only looks like it."""

import pytest

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.from_model import is_ticker
from tests.values.bracketed import without_brackets


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Volta Foods ([GSE]: VLF) grew", True),
        ("Volta Foods (GSE: [VLF]) grew", True),
        ("Volta Foods (TSX: VLF.A and [VLF].B) grew", True),
        ("Volta Foods (Nasdaq: [VLF]) grew", True),
        ("it grew (source: [IMF])", False),
        ("Volta Foods ([VLF]) grew", False),
    ],
)
def test_a_ticker_stands_behind_an_exchange(marked: str, found: bool) -> None:
    text, places = without_brackets(marked)
    assert is_ticker(text, Candidate(*places[0], "ORG")) is found
