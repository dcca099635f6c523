"""Places to the country that they lie in, and articles to the one that they are about."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.places import countries_of

COUNTRIES = countries_of(load_rulebook())


@pytest.mark.parametrize(
    ("place", "country"), [("Tema, Ghana", "GH"), ("Nairobi", "KE"), ("ACCRA", "GH"), ("Atlantis", None)]
)
def test_the_country_of_a_place(place: str, country: str | None) -> None:
    assert COUNTRIES.of(place) == country


def test_a_name_that_says_two_countries_says_none() -> None:
    assert COUNTRIES.named_in("Ministry of Finance of Ghana") == "GH"
    assert COUNTRIES.named_in("Chamber of Ghana and Kenya") is None


def test_a_dateline_counts_for_several_places() -> None:
    assert COUNTRIES.about("ACCRA", {"Nairobi": 2}) == "GH"
    assert COUNTRIES.about(None, {"Accra": 1, "Nairobi": 1}) is None
