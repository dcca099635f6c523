"""Titles beside names, by the rules alone, to ROLE mentions with the right edges."""

import pytest

from tests.extract.marked import found

ROLES = (
    ("Finance Minister [P Ama Boateng] spoke.", ["Finance Minister"]),
    ("The finance minister, [P Ama Boateng], spoke.", ["finance minister"]),
    ("Then-Finance Minister [P Ama Boateng] spoke.", ["Finance Minister"]),
    ("[P Ama Boateng], the former head of research, spoke.", ["head of research"]),
    ("[P Ama Boateng], director of the [O Water Board], spoke.", ["director"]),
    ("[P Ama Boateng], director of rural water at the [O Water Board], spoke.", ["director of rural water"]),
    ("[P Ama Boateng], Head of [L Europe], spoke.", ["Head of Europe"]),
    ("[P Ama Boateng], Chair of the Board of Directors, spoke.", ["Chair of the Board of Directors"]),
    ("[P Ama Boateng], chair of the company, spoke.", ["chair"]),
    ("[P Ama Boateng], President and Chief Executive Officer. She spoke.", ["President and Chief Executive Officer"]),
    ("[P Ama Boateng], founder, chair and CEO of [O Volta], spoke.", ["founder, chair and CEO"]),
    ("[P Ama Boateng], chief product and growth officer at [O Volta], spoke.", ["chief product and growth officer"]),
    ("[P Ama Boateng], Special Agent in Charge, spoke.", ["Special Agent in Charge"]),
    ("Security Analyst Maj. Gen. [P Ama Boateng] spoke.", ["Security Analyst", "Maj. Gen."]),
    ("[L Ghana]'s foreign minister, [P Ama Boateng], spoke.", ["foreign minister"]),
    ("Ghanaian President [P Ama Boateng] spoke.", ["President"]),
    ("They met [L Vermont] Governor [P Ama Boateng] there.", ["Vermont Governor"]),
    ("They met U.S. Senator [P Ama Boateng] there.", ["U.S. Senator"]),
    ("[P Ama Boateng] served as Vice President for five years.", ["Vice President"]),
    ("The board named [P Ama Boateng] executive director.", ["executive director"]),
    ("Attorney General [P Ama Boateng] sued. The Attorney General won.", ["Attorney General", "Attorney General"]),
    ("[P Ama Boateng] (Managing Director) spoke.", ["Managing Director"]),
    ("[P Ama Boateng]\nChief Financial Officer\n[O Volta]", ["Chief Financial Officer"]),
    ("[P Ama Boateng], an economist and a writer, spoke.", ["economist"]),
)

NO_ROLES = (
    "Mr. [P Ama Boateng] spoke.",
    "Dr [P Ama Boateng] spoke.",
    "[P Ama Boateng], of [L Accra], spoke.",
    "[P Ama Boateng], 52, spoke.",
    "The chair was made of wood, [P Ama Boateng] said.",
    "In general, [P Ama Boateng] agreed.",
    "[P Ama Boateng] said the head of the snake was blue.",
)


@pytest.mark.parametrize(("marked", "expected"), ROLES)
def test_finds_titles_with_their_edges(marked: str, expected: list[str]) -> None:
    assert [mention.text for mention in found(marked, "mentions") if mention.label == "ROLE"] == expected


@pytest.mark.parametrize("marked", NO_ROLES)
def test_finds_no_title_elsewhere(marked: str) -> None:
    assert [mention.text for mention in found(marked, "mentions") if mention.label == "ROLE"] == []


def test_a_title_shows_that_a_name_is_a_body() -> None:
    mentions = found("[P Volta Care] chair [P Ama Boateng] spoke. [P Volta Care] grew.", "mentions")
    labels = {mention.text: mention.label for mention in mentions}
    assert labels == {"Volta Care": "ORG", "chair": "ROLE", "Ama Boateng": "PERSON"}


def test_a_lawyer_shows_nothing_of_the_client() -> None:
    mentions = found("[P Kofi Mensah] lawyer [P Ama Boateng] spoke.", "mentions")
    assert [mention.label for mention in mentions] == ["PERSON", "ROLE", "PERSON"]
