"""The names of one article to those of one organisation each."""

from typing import Any

from pipeline.values.organisations.groups import BodiesNamed, group_names
from pipeline.values.organisations.words import OrganisationWords

WORDS = OrganisationWords(frozenset({"inc", "ltd"}), frozenset(), frozenset())


def groups(printed: list[str], words: OrganisationWords = WORDS, **said: Any) -> list[list[str]]:
    return group_names(BodiesNamed(printed, **said), words)[0]


def test_short_forms_belong_to_the_full_name() -> None:
    names = ["Volta Foods Inc.", "Volta", "Volta Foods", "Accra Court"]
    assert groups(names) == [["Volta Foods Inc.", "Volta", "Volta Foods"], ["Accra Court"]]


def test_what_an_article_defines_counts_before_its_letters() -> None:
    names = ["Volta Foods Ltd", "Tema Mills", "the Operator"]
    assert groups(names, defined=[("Tema Mills", "the Operator")])[1] == ["Tema Mills", "the Operator"]


def test_what_an_article_says_are_two_stay_two() -> None:
    names = ["Volta Foods Ltd", "Volta"]
    two = frozenset({frozenset({"Volta Foods Ltd", "Volta"})})
    assert groups(names, apart=two) == [["Volta Foods Ltd"], ["Volta"]]


def test_a_branch_is_no_fuller_form_of_its_parent() -> None:
    names = ["Tema Mills", "Volta Foods Accra", "Volta Foods"]
    assert len(groups(names, places=frozenset({"accra"}))) == 3
    assert len(groups(names)) == 2


def test_the_body_that_an_article_begins_with_is_no_branch() -> None:
    names = ["Dinamo Accra", "Tema Lions", "Dinamo"]
    assert groups(names, places=frozenset({"accra"})) == [["Dinamo Accra", "Dinamo"], ["Tema Lions"]]


def test_a_word_of_several_names_is_of_the_one_that_the_article_begins_with() -> None:
    names = ["Volta Foods", "Volta Foods Ltd", "Tema Mills", "Volta Kasoa", "Volta"]
    assert groups(names) == [["Volta Foods", "Volta Foods Ltd", "Volta"], ["Tema Mills"], ["Volta Kasoa"]]
    assert groups(["Tema Mills", *names])[-1] == ["Volta"]


def test_names_of_the_same_words_are_one_in_any_order() -> None:
    assert len(groups(["Office of the Mayor of Tema", "Tema Mayor's Office"])) == 1
    assert len(groups(["Volta Ratings", "Volta Rating"])) == 1
    assert len(groups(["Bank of Tema", "Tema Bank of Foods"])) == 2


def test_letters_stand_for_a_name_or_for_a_part_of_it() -> None:
    for full, short, together in (
        ("Kasoa & Mills", "K&M", True),
        ("U.S. Harbour Safety Board", "HSB", True),
        ("Department of Harbour Safety", "HSD", True),
        ("Volta Housing Loans Working Group", "VHL Working Group", True),
        ("Volta Housing Loans Working Group", "VHL Study Group", False),
    ):
        assert (len(groups(["Tema Mills", full, short])) == 2) is together, short


def test_one_word_of_a_name_printed_before_stands_for_it() -> None:
    words = OrganisationWords(frozenset({"ltd"}), frozenset({"group"}), frozenset({"bank"}))
    for full, short, together in (
        ("Maison Quaye & Fils", "Quaye", True),
        ("Tema Quaye Fruit Group", "Quaye", True),
        ("University of Quaye", "Quaye", True),
        ("Tema Quaye Bank Group", "Bank", False),
        ("Sons of Accra United", "Accra", False),
    ):
        found = groups([full, short], words, places=frozenset({"accra"}))
        assert (len(found) == 1) is together, full


def test_what_joined_two_names_is_told() -> None:
    names = BodiesNamed(["Volta Foods Ltd", "VOLTA FOODS", "Operator"], defined=[("Volta Foods Ltd", "Operator")])
    _, joined = group_names(names, WORDS)
    assert [(one, other, why) for one, other, why in joined] == [
        ("Volta Foods Ltd", "Operator", "defined"), ("Volta Foods Ltd", "VOLTA FOODS", "alike")
    ]  # fmt: skip


def test_what_a_body_is_of_may_be_left_out_later() -> None:
    words = OrganisationWords(frozenset({"ltd"}), frozenset(), frozenset({"museum", "court", "college"}))
    for full, short, together in (
        ("Tema Museum of Cocoa", "Tema Museum", True),
        ("High Court of Ghana", "High Court", True),
        ("Tema Museum of Tema College", "Tema Museum", False),
        ("Museum of Cocoa", "Museum", False),
    ):
        assert (len(groups([full, short, short], words)) == 1) is together, full
        assert len(groups([short, full, short], words)) == 2


def test_what_bodies_are_called_stands_for_the_only_one_of_the_article() -> None:
    words = OrganisationWords(frozenset(), frozenset(), frozenset({"guild"}), alone=frozenset({"guild"}))
    names = ["National Wine Guild of Volta", "Tema Foods", "Guild"]
    assert groups(names, words) == [["National Wine Guild of Volta", "Guild"], ["Tema Foods"]]
    two = ["National Wine Guild of Volta", "Tema Wine Growers Guild", "Guild"]
    assert groups(two, words)[-1] == ["Guild"]
