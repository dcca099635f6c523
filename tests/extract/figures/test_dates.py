"""`press_dates` on a Doc: relative dates count from `doc._.published`."""

from datetime import date

from tests.extract.values_doc import values_doc


def test_counts_from_the_publication_date() -> None:
    [row] = values_doc("It met last Friday.", "2025-03-12")._.dates
    assert (row.text, row.date_from, row.date_to) == ("last Friday", date(2025, 3, 7), date(2025, 3, 7))
    assert (row.precision, row.anchor) == ("day", date(2025, 3, 12))


def test_leaves_a_relative_date_empty_without_one() -> None:
    [row] = values_doc("It met last Friday.")._.dates
    assert (row.date_from, row.date_to, row.precision, row.anchor) == (None, None, None, None)


def test_an_absolute_date_has_no_anchor() -> None:
    [row] = values_doc("It met on May 5, 2024.", "2025-03-12")._.dates
    assert (row.date_from, row.anchor) == (date(2024, 5, 5), None)
