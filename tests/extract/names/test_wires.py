"""Newswires in datelines."""

import pytest

from pipeline.extract.document.finds import kept
from tests.extract.marked import whole

REST = " Farmers of the whole valley have asked for the water to be shared out again by the ministry.\n"
ROWS = (
    ("Water\n\nASTANA, 14 April 2025 (Voltapress) -", ["Voltapress"]),
    ("Water\n\nATHENS, 11 December 2025 (AKA-MPA) -", ["AKA-MPA"]),
    ("Water\n\nRiyadh, 8 September 2025, VPA --", ["VPA"]),
    ("Water\n\nMarch 7, 2025 (SAINT PAUL) —", []),
    ("Water\n\nGEORGETOWN, March 7, 2025 (Guyana) —", []),
    ("Water\n\nACCRA, March 7, 2025, GMT --", []),
)


@pytest.mark.parametrize(("dateline", "expected"), ROWS)
def test_newswires_close_datelines(dateline: str, expected: list[str]) -> None:
    mentions = kept(whole(dateline + REST), "mentions")
    assert [mention.text for mention in mentions if mention.found_by == "press_names/newswire"] == expected
