from datetime import date
from decimal import Decimal

import pandas as pd

from pipeline.export.frames import frame
from pipeline.plain import to_plain
from pipeline.records import DateSpan, Money, Person
from pipeline.tables import TABLES


def row(table, record):
    """Give the row of a record, with nothing joined to it."""
    return [*to_plain(record), *[None] * len(TABLES[table].joined)]


def test_a_frame_has_the_types_of_the_schema():
    day = DateSpan(article_id="a", start_char=1, end_char=5, text="2024", date_from=date(2024, 1, 1))
    data = frame(TABLES["dates"], [row("dates", day)])
    assert data.loc[0, "date_from"] == pd.Timestamp(2024, 1, 1) and pd.isna(data.loc[0, "date_to"])
    assert data["start_char"].dtype == "Int64" and data["text"].dtype == "string"


def test_amounts_stay_exact_and_lists_stay_lists():
    amount = Money(
        article_id="a", start_char=1, end_char=5, text="x", low=Decimal("0.1"), high=Decimal("0.1"), money_id="m"
    )
    assert frame(TABLES["money"], [row("money", amount)]).loc[0, "low"] == Decimal("0.1")
    person = Person(article_id="a", person_id="p", name="Ada Obi", aliases=("Obi",))
    assert frame(TABLES["people"], [row("people", person)]).loc[0, "aliases"] == ("Obi",)


def test_a_frame_of_no_rows_has_every_column():
    for table in TABLES.values():
        data = frame(table, [])
        assert list(data.columns) == [column.name for column in table.columns] and data.empty
