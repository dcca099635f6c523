"""Names to what the places of other names, titles and forms of address show them to be."""

import pytest

from tests.extract.marked import found

ADDRESSED = (
    ("They thanked [O Pani Halina Sika] there.", [("PERSON", "Halina Sika")]),
    ("They thanked [O Doamna Ioana Sika] there.", [("PERSON", "Ioana Sika")]),
    ("They thanked [O Pani Halina Foundation] there.", [("ORG", "Pani Halina Foundation")]),
    ("They thanked [O Don Bosco] there.", [("ORG", "Don Bosco")]),
)


@pytest.mark.parametrize(("marked", "expected"), ADDRESSED)
def test_who_is_addressed_by_two_names_is_a_person(marked: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.label, mention.text) for mention in found(marked, "mentions")] == expected
