"""Titles to the only body of an article that is of the kind in which they are held."""

import pytest

from pipeline.records import Organisation
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.names.forms import fold
from pipeline.values.titles.seats import Seats


@pytest.fixture(scope="module")
def seats() -> Seats:
    return Seats(rulebook_with(None).offices)


def bodies(*names: str) -> dict[str, Organisation]:
    return {name: Organisation(article_id="a", organisation_id=name, name=name) for name in names}


@pytest.mark.parametrize(
    ("title", "named", "body"),
    [
        ("Finance Minister", ("Ministry of Finance", "Volta Foods"), "Ministry of Finance"),
        (
            "Minister of Energy and Water",
            ("Ministry of Energy and Water of Oman",),
            "Ministry of Energy and Water of Oman",
        ),
        ("Deputy Foreign Minister", ("Tajik Ministry of Foreign Affairs",), "Tajik Ministry of Foreign Affairs"),
        ("trade minister", ("Ministry of Industry and Trade", "Ministry of Health"), "Ministry of Industry and Trade"),
        ("Defense Secretary", ("Department of Defense",), "Department of Defense"),
        ("Minister for Fisheries", ("Department of Coastal Fisheries",), None),
        ("finance minister", ("Ministry of Health",), None),
        ("Prime Minister", ("Ministry of Health",), None),
        ("Vice Minister", ("Ministry of Health", "Tema Board"), "Ministry of Health"),
        ("First Vice-Minister", ("Ministry of Health",), "Ministry of Health"),
        ("deputy minister", ("Ministry of Health", "Ministry of Works"), None),
        ("Councillor", ("Tema Town Council", "Volta Foods"), "Tema Town Council"),
        ("Cllr", ("Tema Council",), "Tema Council"),
        ("Councillor", ("Tema Council", "Kasoa Council"), None),
        ("councillor", ("Medical Research Council",), None),
        ("councillor", ("Council of Ministers",), None),
        ("Chief", ("Tema Cree First Nation", "Tema Health Authority"), "Tema Cree First Nation"),
        ("chief of staff", ("Tema Cree First Nation",), None),
        ("Chief", ("Tema Health Authority",), None),
        ("dean of arts", ("Tema University", "Student Union"), "Tema University"),
        ("vice-chancellor", ("University of Tema",), "University of Tema"),
        ("chancellor", ("University of Tema",), None),
        ("Superintendent", ("Tema Police Department",), "Tema Police Department"),
        ("Prosecutor", ("Tema High Court",), None),
        ("editor", ("Tema University",), None),
    ],
)
def test_the_only_body_of_the_kind_has_the_title(
    seats: Seats, title: str, named: tuple[str, ...], body: str | None
) -> None:
    assert seats.of(fold(title), bodies(*named)) == body


def test_a_name_shows_whether_a_title_is_held_there(seats: Seats) -> None:
    assert seats.are_held_in("deputy minister", "Ministry of Works")
    assert not seats.are_held_in("deputy minister", "Tema Foundation")
