"""Dates: one table of texts with what must be found, one of texts in which nothing may be."""

from datetime import date

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from tests.values.tables import rows, text_of

FINDER = DateFinder(load_rulebook())
WEDNESDAY = date(2025, 3, 12)


@pytest.mark.parametrize("row", rows("dates.csv"), ids=text_of)
def test_reads_dates(row: dict[str, str]) -> None:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    found = {row["text"][one.start : one.end]: one for one in FINDER.find(row["text"], published=published)}
    assert row["words"] in found
    one = found[row["words"]]
    read = (str(one.date_from or ""), str(one.date_to or ""), one.precision or "")
    assert read == (row["date_from"], row["date_to"], row["precision"])


@pytest.mark.parametrize("row", rows("no_dates.csv"), ids=text_of)
def test_finds_no_date(row: dict[str, str]) -> None:
    assert [row["text"][one.start : one.end] for one in FINDER.find(row["text"], published=WEDNESDAY)] == []


@pytest.mark.xfail(strict=True, reason="a march that is called by a possessive reads like a meeting in March")
def test_takes_no_march_for_a_month() -> None:
    assert FINDER.find("Women's March leaders spoke.", published=WEDNESDAY) == []
