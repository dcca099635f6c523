from datetime import date
from decimal import Decimal

import pytest

from pipeline.plain import field_types, from_plain, to_plain
from pipeline.records import ARTICLE_RECORDS, Article, DateSpan, Money, Organisation, Person

RECORDS = [
    Money(
        article_id="a",
        start_char=3,
        end_char=9,
        text="$1.2bn",
        low=Decimal("1200000000"),
        high=Decimal("1.2E+9"),
        currency="USD",
        money_id="a:3",
    ),
    DateSpan(
        article_id="a", start_char=0, end_char=4, text="2024", date_from=date(2024, 1, 1), date_to=date(2024, 12, 31)
    ),
    Organisation(article_id="a", organisation_id="o", name="Invest Oranje", aliases=("IO", "Invest"), mentions=2),
    Person(article_id="a", person_id="p", name="Ngozi Abara", former=True),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_from_its_plain_values(record):
    plain = to_plain(record)
    assert all(value is None or isinstance(value, (str, int, bool, list)) for value in plain)
    assert from_plain(type(record), plain) == record


def test_every_field_has_a_type_that_a_cell_can_hold():
    for record in (Article, *ARTICLE_RECORDS.values()):
        assert set(field_types(record).values()) <= {str, int, bool, Decimal, date, tuple}
