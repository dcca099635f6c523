"""Dates that hold others, and those that count from another: what part of it they are."""

from datetime import date

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder

FINDER = DateFinder(load_rulebook())
MARCH_12 = date(2025, 3, 12)

READ = [
    ("It closed for the last two months of 2024.", "2024-11-01", "2024-12-31", "range"),
    ("It opened in the first two months of 2024.", "2024-01-01", "2024-02-29", "range"),
    ("It opened on the first two weekends of May 2024.", "2024-05-04", "2024-05-12", "range"),
    ("It rained in the last three days of May 2024.", "2024-05-29", "2024-05-31", "range"),
    ("It rained in the first three weeks of 2024.", "2024-01-01", "2024-01-21", "range"),
    ("It met on the second weekend of May 2024.", "2024-05-11", "2024-05-12", "range"),
    ("It fell in the second half of April 2024.", "2024-04-16", "2024-04-30", "range"),
    ("It will end in the middle of June 2024.", "2024-06-10", "2024-06-21", "range"),
    ("It was built at the end of the 2023-24 fiscal year.", "2024-03-31", "2024-03-31", "day"),
    ("It closed a month before June 2024.", "2024-05-01", "2024-05-31", "month"),
    ("It closed two months after June 10, 2024.", "2024-08-10", "2024-08-10", "day"),
    ("It opened the Friday before May 8, 2024.", "2024-05-03", "2024-05-03", "day"),
    ("It opened the Friday after May 8, 2024.", "2024-05-10", "2024-05-10", "day"),
    ("It will open at the end of this half.", "2025-06-30", "2025-06-30", "day"),
    ("It grew at the start of the decade.", "2020-01-01", "2020-01-01", "day"),
    ("It will open by the first Monday of January.", "2026-01-05", "2026-01-05", "day"),
    ("It opened on the last Monday of April.", "2024-04-29", "2024-04-29", "day"),
]
"""A text, the first and last day of its only date, and how precisely it is said."""


@pytest.mark.parametrize(("text", "first", "last", "precision"), READ)
def test_reads_a_date_by_the_one_in_it(text: str, first: str, last: str, precision: str) -> None:
    found = [(str(one.date_from), str(one.date_to), one.precision) for one in FINDER.find(text, published=MARCH_12)]
    assert found == [(first, last, precision)]
