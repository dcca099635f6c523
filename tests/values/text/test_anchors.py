"""Words that a person corrected, found again in a text that has changed since."""

import pytest

from pipeline.values.text.anchors import Anchor, agreement, anchor, find_again, occurrences

TEXT = "The mill at Tema paid Volta. The port at Tema paid Volta twice."
SECOND = TEXT.rindex("Volta")


def test_words_are_found_where_they_stood() -> None:
    assert find_again(TEXT, anchor(TEXT, SECOND, SECOND + 5)) == (SECOND, SECOND + 5)


def test_where_the_text_grew_context_says_which_of_them_it_is() -> None:
    grown = f"A new line. {TEXT} Volta rose."
    assert find_again(grown, anchor(TEXT, SECOND, SECOND + 5)) == (SECOND + 12, SECOND + 17)


def test_of_equal_places_the_nearer_one_is_it() -> None:
    text = "Ama met Kofi. Ama met Kofi. Ama met Kofi."
    place = Anchor(15, "Ama", "", " met Kofi.")
    assert find_again(text, place) == (14, 17)


@pytest.mark.parametrize("text", ["The port paid nobody.", "Voltage rose at Tema.", "He saw Volta."])
def test_words_that_are_gone_or_stand_elsewhere_are_not_found(text: str) -> None:
    assert find_again(text, anchor(TEXT, SECOND, SECOND + 5)) is None


def test_short_context_must_agree_as_a_whole() -> None:
    assert find_again("x Ama!", Anchor(0, "Ama", "", "!")) == (2, 5)
    assert find_again("x Ama?", Anchor(0, "Ama", "", "!")) is None


def test_agreement_is_counted_from_the_words_outward() -> None:
    assert agreement("a b Ama c d", 4, Anchor(0, "Ama", "x b ", " c x")) == 3 + 3


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("Ama, Amara and Ama", "Ama", [0, 15]),
        ("$5m and US$5m", "$5m", [0, 10]),
        ("5% and 15%, 5%pa", "5%", [0, 12]),
        ("Ama", "", []),
    ],
)
def test_words_stand_as_whole_words(text: str, words: str, places: list[int]) -> None:
    assert occurrences(text, words) == places
