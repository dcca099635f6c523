"""Dates of metadata, datelines and file names; those of the future and of long ago are refused."""

from datetime import date

import pytest

from pipeline.ingest.publication import is_ambiguous, publication_date, read_stated

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2025-06-05", date(2025, 6, 5)),
        ("2025-06-05T23:30:00+09:00", date(2025, 6, 5)),
        ("20250605", date(2025, 6, 5)),
        ("Thu, 05 Jun 2025 23:30:00 -0800", date(2025, 6, 5)),
        ("June 5, 2025", date(2025, 6, 5)),
        ("5th June 2025, 10:00", date(2025, 6, 5)),
        ("26-FEB-1987 15:01:01.79", date(1987, 2, 26)),
        ("25/06/2025", date(2025, 6, 25)),
        ("06/25/2025", date(2025, 6, 25)),
        ("05/06/2025", None),
        ("2025-02-30", None),
        ("yesterday", None),
        ("June 2025", None),
        ("", None),
    ],
)
def test_what_metadata_state(stated: str, day: date | None) -> None:
    assert read_stated(stated) == day


@pytest.mark.parametrize(
    ("stated", "dateline", "name", "expected"),
    [
        ("2025-03-03", date(2025, 3, 1), "a-20240101.txt", (date(2025, 3, 3), "metadata")),
        (None, date(2025, 3, 1), "a-20240101.txt", (date(2025, 3, 1), "dateline")),
        ("soon", None, "a-2024-01-02.txt", (date(2024, 1, 2), "filename")),
        (None, None, "a_2024_13_02.txt", (None, None)),
        (None, None, "a.txt", (None, None)),
        ("2026-02-01", None, "a.txt", (None, None)),
        ("2026-01-02", None, "a.txt", (date(2026, 1, 2), "metadata")),
        ("1899-12-31", date(2025, 3, 1), "a.txt", (date(2025, 3, 1), "dateline")),
    ],
)
def test_which_date_counts(stated: str | None, dateline: date | None, name: str, expected: object) -> None:
    assert publication_date(stated=stated, dateline=dateline, name=name, today=TODAY) == expected


def test_numbers_with_dots_have_their_day_first_and_other_signs_and_languages_are_read() -> None:
    assert read_stated("09.07.2025") == date(2025, 7, 9) and not is_ambiguous("09.07.2025")
    assert read_stated("09/07/2025") is None and is_ambiguous("09/07/2025")
    assert read_stated("2025.01.30") == date(2025, 1, 30)
    assert read_stated("Gesendet: Dienstag, 18. März 2025 10:00") == date(2025, 3, 18)
