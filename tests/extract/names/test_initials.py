"""Initials of an article's bodies, wherever they stand."""

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
