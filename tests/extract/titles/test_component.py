"""Titles beside names, by the rules alone, to ROLE mentions with the right edges."""

import pytest

from tests.extract.marked import found

ROLES = (
    ("[P Ama Boateng], the economist for whom the rule is named, spoke.", ["economist"]),
    ("[P Ama Boateng] is the owner of six mills.", ["owner"]),
    ("[P Ama Boateng] was the first teacher to preach peace.", ["teacher"]),
    ("[P Ama Boateng], Secretary to the President, spoke.", ["Secretary to the President"]),
    (
        "[P Ama Boateng], U.S. Attorney for the District of Maryland, spoke.",
        ["U.S. Attorney for the District of Maryland"],
    ),
    ("[O Boateng & Tan LLP] is serving as legal [R counsel] to the seller.", []),
    ("[P Ama Boateng] of [O Volta] served as [R counsel] to the seller.", ["counsel"]),
    ("Finance Minister [P Ama Boateng] spoke.", ["Finance Minister"]),
    ("They left [L Walu Bay]. Minister for Transport [P Ama Boateng] spoke.", ["Minister for Transport"]),
    ("They sent nine boats under Inspector [P Ama Boateng].", ["Inspector"]),
    ("It was late. Coun. [P Ama Boateng] spoke.", ["Coun."]),
    ("It was late. Under Secretary [P Ama Boateng] spoke.", ["Under Secretary"]),
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
    ("It was late, said [P Ama Boateng], MD and [R CEO], [O Volta Foods].", ["MD and CEO"]),
    ("[P Ama Boateng], MD, spoke.", []),
    ("Contact: [P Ama Boateng], head of sales, [O Volta], editor@volta.example, for more.", ["head of sales"]),
    ("[P Ama Boateng], editor@volta.example", []),
    ("Apologies: [P Ama Boateng]\n\nOfficers: [P Esi Sika]", []),
    ("[P Ama Boateng], who is Head of Fisheries at [O Volta], spoke.", ["Head of Fisheries"]),
    ("[P Ama Boateng], Deputy Minister of Industry and Trade, spoke.", ["Deputy Minister of Industry and Trade"]),
    ("[P Ama Boateng], Head of Group Tax, spoke.", ["Head of Group Tax"]),
    ("[P Ama Boateng], Head of Finance and led by example, spoke.", ["Head of Finance"]),
    ("[P Ama Boateng], deputy director (rural roads), spoke.", ["deputy director (rural roads)"]),
    ("[P Ama Boateng], deputy director (pictured), spoke.", ["deputy director"]),
    ("[P Ama Boateng], Director Finance and IT\n", ["Director Finance and IT"]),
    (
        "[P Ama Boateng], managing director, Middle East and Africa, spoke.",
        ["managing director, Middle East and Africa"],
    ),
    ("[P Ama Boateng], the Union's general secretary, spoke.", ["general secretary"]),
    ("The counsel for the commission, [P Ama Boateng], spoke.", ["counsel"]),
    ("The quarry manager, [P Ama Boateng], spoke.", ["quarry manager"]),
    ("The acting deputy dock master, Capt. [P Ama Boateng], spoke.", ["acting deputy dock master", "Capt."]),
    ("They met the paramount chief, Nana [P Ama Boateng].", ["paramount chief"]),
    ("The council made her deputy town clerk on Friday. [P Ama Boateng] spoke.", ["deputy town clerk"]),
    ("The Secretary to the President Dr. [P Ama Boateng] spoke.", ["Secretary to the President"]),
    (
        "Additional Secretary to the Prime Minister, [P Ama Boateng], spoke.",
        ["Additional Secretary to the Prime Minister"],
    ),
    ("He gave it to the President, [P Ama Boateng].", ["President"]),
    ("New York Attorney General [P Ama Boateng] spoke.", ["New York Attorney General"]),
    # titles that no list has
    ("[P Ama Boateng], weighbridge keeper at [O Volta Foods], spoke.", ["weighbridge keeper"]),
    ("[O Volta Foods]' former bone sorter, [P Ama Boateng], spoke.", ["bone sorter"]),
    # edges of what a model found
    ("[P Ama Boateng] has been interim [R director] (sales) since May.", ["interim director (sales)"]),
    ("Its [R commissioner] for small farms, [P Ama Boateng], spoke.", ["commissioner for small farms"]),
    ("[P Ama Boateng], the [R Agency's deputy head], spoke.", ["deputy head"]),
    ("The [R director] of the company left. [P Ama Boateng] came.", ["director"]),
    ("They met the [R secretary to the] president. [P Ama Boateng] left.", ["secretary"]),
    ("The [R director]'s Office wrote. [P Ama Boateng] wrote it.", ["director"]),
)

NO_ROLES = (
    "[P Ama Boateng], a customer of [O Volta Foods], spoke.",
    "[P Ama Boateng], later at [O Volta Foods], spoke.",
    "[P Ama Boateng], running for the [O Water Board], spoke.",
    "[O Volta Foods] may serve as a model for the mills of [P Ama Boateng].",
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
