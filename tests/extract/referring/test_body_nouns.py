"""What a noun may stand for, however it is written."""

import pytest

from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.rulebook.rows import BodyKind

NOUNS = BodyNouns(
    (
        BodyKind("society", nouns=("NGO", "charity"), marks=("Relief",), own=("NGO",), exact=()),
        BodyKind("exact", nouns=(), marks=(), own=(), exact=("Board",)),
    )
)


@pytest.mark.parametrize("noun", ["NGO", "ngo"])
def test_a_noun_means_the_same_in_any_letters(noun: str) -> None:
    found = NOUNS.reference.search(f"said the {noun} on Monday")
    assert found and found["noun"] == noun
    assert NOUNS.is_shown(noun, ["Amal Relief"]) and NOUNS.is_own(noun)
    assert NOUNS.is_exact("board") and not NOUNS.is_exact(noun)


def test_a_name_holds_the_noun_that_it_is_no_other_bodys() -> None:
    assert NOUNS.holds("Tema Charity for Boats", "charity") and not NOUNS.holds("Charity Board of Tema", "charity")
