"""Names of the same words in another order, within one article: one person, or two."""

import pytest

from tests.extract.marked import found

TWO = [
    "[P Lin Hao], chair of [O Volta Foods], spoke. [P Hao Lin], a partner at [O Obi & Tan], listened.",
    "[R Finance chief] [P Lin Hao] spoke. The lawyer of the seller, [P Hao Lin] of [O Obi & Tan], listened.",
    "[O Volta Foods] grew. Its chair, [P Lin Hao], spoke. Its counsel was [P Hao Lin], partner at [O Obi & Tan].",
]
ONE = [
    "[P Lin Hao], chair of [O Volta Foods], spoke.\n\nPhoto: [P Hao Lin] at the mill",
    "[P Lin Hao], chair of [O Volta Foods], spoke. [P Hao Lin], chair, signed.",
    "[P Lin Hao], chair of [O Volta Foods], spoke. [P Hao Lin] of [O Volta Foods] signed.",
    "[P Lin Hao], chair of [O Volta Foods], spoke. [P Hao Lin] said that rain would come.",
    "[P Lin Hao], chair of [O Volta Foods], spoke. [P Lin Hao], a partner at [O Obi & Tan], listened.",
]


@pytest.mark.parametrize("marked", TWO)
def test_who_has_a_post_of_their_own_is_another_person(marked: str) -> None:
    assert {person.name for person in found(marked, "people")} == {"Lin Hao", "Hao Lin"}


@pytest.mark.parametrize("marked", ONE)
def test_a_name_in_another_order_says_nothing_alone(marked: str) -> None:
    assert len(found(marked, "people")) == 1
