from datetime import date

import pytest

from pipeline.values.dates.written import read_written_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 février 2025", date(2025, 2, 12)),
        ("martes, 4 de marzo de 2025", date(2025, 3, 4)),
        ("5 Şubat 2025", date(2025, 2, 5)),
        ("3. März 2025", date(2025, 3, 3)),
        ("3 марта 2025 г.", date(2025, 3, 3)),
        ("2025年3月3日", date(2025, 3, 3)),
        ("Mar 3, 2025 10:04 AM", date(2025, 3, 3)),
    ],
)
def test_a_written_day_is_read(text, expected):
    assert read_written_day(text) == expected


@pytest.mark.parametrize(
    "text", ["", "March 2025", "Thursday", "10:04", "05/06/2025", "2025", "yesterday", "x" * 80 + "2025"]
)
def test_what_is_no_whole_day_is_refused(text):
    assert read_written_day(text) is None
