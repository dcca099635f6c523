"""Bodies and places that a model takes for each other."""

import pytest

from tests.extract.marked import found, whole

ROWS = (
    ("They boarded in [O Piraeus] there. [O Piraeus] slept.", [("LOC", "Piraeus"), ("LOC", "Piraeus")]),
    ("The match in [O Piraeus] ended. [O Piraeus] said it won.", [("ORG", "Piraeus"), ("ORG", "Piraeus")]),
    ("They met at the [O Sika Community Centre] there.", [("LOC", "Sika Community Centre")]),
    ("The manager at [O Sika Community Centre] spoke.", [("ORG", "Sika Community Centre")]),
    ("They swam for [L Swim Ghana] there.", [("ORG", "Swim Ghana")]),
    ("The boat of Row [L Ghana] sank.", [("ORG", "Row Ghana")]),
    ("They met. Visit [L Ghana] soon.", [("LOC", "Ghana")]),
    ("They met [P Ama Sika], 52, of [P Ludlow], there.", [("PERSON", "Ama Sika"), ("LOC", "Ludlow")]),
    ("They met [P Ama Sika], 52, of [O Sika Council], there.", [("PERSON", "Ama Sika"), ("ORG", "Sika Council")]),
    ("They met the [O Linz]-based maker there.", [("LOC", "Linz")]),
    ("They met the [O Linz]-backed maker there.", [("ORG", "Linz")]),
    ("They met the [O Linz Council]-based maker there.", [("ORG", "Linz Council")]),
    (
        "They met Cllr [P J. Okonjo], [O Cllr Fitch] and Cllr [O Tring] there. [O Fitch] slept.",
        [("PERSON", "J. Okonjo"), ("PERSON", "Fitch"), ("PERSON", "Tring"), ("PERSON", "Fitch")],
    ),
    ("They met [P Cllrs Ahmed] there.", [("PERSON", "Ahmed")]),
    ("They said that [O Gandaki Province] will pay.", [("LOC", "Gandaki Province")]),
    ("They flew to [L Northern Ghana] there.", [("LOC", "Northern Ghana")]),
    ("A bus left for the district of [O Nowa Brzoza] there.", [("LOC", "Nowa Brzoza")]),
    ("They moved to the town of [P Pedro Luis Ortega] there.", [("LOC", "Pedro Luis Ortega")]),
    ("A farmer from [O Sumba Timur] paid.", [("LOC", "Sumba Timur")]),
    ("A note from [O Sumba Timur] said so.", [("ORG", "Sumba Timur")]),
    ("A farmer from [O Sumba Council] paid.", [("ORG", "Sumba Council")]),
    ("It will shut the smelter at [O Odda Nes] there.", [("LOC", "Odda Nes")]),
    ("The hill above [O Kampong Damai] gave way.", [("LOC", "Kampong Damai")]),
    ("They stood on the steps of the [O Ndola Arcade] there.", [("LOC", "Ndola Arcade")]),
    ("The road between [L Juba] and [O Yei North] flooded.", [("LOC", "Juba"), ("LOC", "Yei North")]),
    ("They work in [L Asia] and the [L Pacific] there.", [("LOC", "Asia and the Pacific")]),
    (
        "The [O Economic Commission for Latin America] and the [L Caribbean] met.",
        [("ORG", "Economic Commission for Latin America and the Caribbean")],
    ),
    ("They met at [L 12 N. Sika Ave]., Tema, there.", [("LOC", "N. Sika Ave.")]),
    ("They thanked Ama Sika ([L NY-14]) there.", []),
    ("The Friends of the Earth met there.", [("ORG", "Friends of the Earth")]),
)


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_places_and_bodies(marked: str, expected: list[tuple[str, str]]) -> None:
    mentions = [m for m in found(marked, "mentions") if m.label != "ROLE"]
    assert [(mention.label, mention.text) for mention in mentions] == expected


def test_a_headline_has_the_place_of_the_dateline() -> None:
    doc = whole(
        "[O Sfax] judge frees a boy\n\nSFAX, Tunisia, 7 April 2025 - A boy slept there, and his mother was glad."
    )
    assert [(mention.label, mention.text) for mention in doc._.mentions][:2] == [("LOC", "Sfax"), ("LOC", "SFAX")]


def test_who_acts_in_the_text_too_is_no_place() -> None:
    doc = whole("[O Sfax] beat rivals\n\nSFAX, Tunisia, 7 April 2025 - [O Sfax] won again.")
    assert [mention.label for mention in doc._.mentions if mention.text == "Sfax"] == ["ORG", "ORG"]
