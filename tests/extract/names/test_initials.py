"""Initials of an article's bodies, wherever they stand; and of its people."""

import pytest

from tests.extract.marked import found

ROWS = (
    ("Detectives of the KDI met. The [O Kasoa Directorate of Inspection] grew.", ["KDI"]),
    ("They met. Ama Sika, [R KDI]. The [O Kasoa Directorate of Inspection] grew.", ["KDI"]),
    ("The [O Kasoa Directorate of Inspection] (GSE: KDI) grew.", []),
    ("They fly KDI Nine. The [O Kasoa Design Institute] and [O Kasoa Directorate of Inspection] grew.", []),
    ("The union KSFW met there.", ["KSFW"]),
    ("The federation belongs to the [O KRT-KST] there.", ["KRT-KST"]),
)


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_initials_are_bodies(marked: str, expected: list[str]) -> None:
    names = [m.text for m in found(marked, "mentions") if m.label == "ORG"]
    assert [name for name in names if name.isupper()] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They met Ts. [P Batbayar] there.", [("Ts. Batbayar", "PERSON")]),
        (
            "They met [R Undersecretary Ma]. [P Lourdes Reyes] there.",
            [("Undersecretary", "ROLE"), ("Ma. Lourdes Reyes", "PERSON")],
        ),
        ("They met [O Volta Works S]. [P Ada Obi] there.", [("Volta Works", "ORG"), ("S. Ada Obi", "PERSON")]),
        ("They met Dr. [P Batbayar] there.", [("Batbayar", "PERSON")]),
    ],
)
def test_initials_are_of_the_person_behind_them(marked: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.label) for m in found(marked, "mentions")] == expected


def test_initials_before_what_is_said_in_an_interview_are_the_persons() -> None:
    text = "[P Ama Sika] met us.\n\nUS: Why?\n\nAS: It grew.\n\nUS: How?\n\nAS: By itself."
    assert [m.text for m in found(text, "mentions") if m.label == "PERSON"] == ["Ama Sika", "AS", "AS"]
