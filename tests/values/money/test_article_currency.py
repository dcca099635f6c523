"""Which currency a sign stands for, where places below countries alone show it."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.money.finder import MoneyFinder

FINDER = MoneyFinder(load_rulebook())


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The bridge in Eastern Samar cost P96 million, the engineer said.", "PHP"),
        ("SORSOGON CITY - P3.5 million in aid reached farmers.", "PHP"),
        ("The council in Hawke's Bay will spend $5m on drains.", "NZD"),
        ("The clinic in Nova Scotia will cost $5m.", "CAD"),
        ("A school in Nunavut was promised $5m.", "CAD"),
        ("Rs 500 crore was set aside for roads in Bihar.", "INR"),
        ("Rs 50 million went to schools in Gilgit-Baltistan.", "PKR"),
        ("Rs 50 million went to schools in Badulla.", "LKR"),
        ("Kr 40 million went to a school in Rogaland.", "NOK"),
        ("Kr 40 million went to a school in Vastra Gotaland.", "SEK"),
        ("Sh40 million went missing in Turkana.", "KES"),
        ("Sh40 million went missing in Wakiso.", "UGX"),
        ("A mill in Shandong cost ¥40 million.", "CNY"),
        ("A mill in Tottori cost ¥40 million.", "JPY"),
        ("A mill in Bavaria was sold for $5m.", "USD"),  # no dollars are paid there
        ("A mill was sold for $5m.", None),
        ("A mill in the Western region was sold for $5m.", None),  # a word
        ("A mill in Limburg was sold for $5m.", None),  # two countries have one
        ("The bank in Canterbury lent $5m.", None),  # a region, and a town elsewhere
        ("Northland will pay $5m for the wind farm.", None),
        ("Saint Elizabeth was sold for $5m.", None),
    ],
)
def test_places_below_countries_show_what_is_paid_there(text: str, currency: str | None) -> None:
    found = FINDER.find(text)
    assert [one.currency for one in found] == [currency]
