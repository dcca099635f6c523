"""The names of one article to those of one organisation each."""

from pipeline.values.organisations.groups import Joined, group_names
from pipeline.values.organisations.words import OrganisationWords

WORDS = OrganisationWords(frozenset({"inc", "ltd"}), frozenset(), frozenset())


def test_short_forms_belong_to_the_full_name() -> None:
    names = ["Volta Foods Inc.", "Volta", "Volta Foods", "Accra Court"]
    assert group_names(names, [], WORDS) == [["Volta Foods Inc.", "Volta", "Volta Foods"], ["Accra Court"]]


def test_what_an_article_defines_counts_before_its_letters() -> None:
    names = ["Volta Foods Ltd", "Tema Mills", "the Operator"]
    assert group_names(names, [("Tema Mills", "the Operator")], WORDS)[1] == ["Tema Mills", "the Operator"]


def test_what_an_article_says_are_two_stay_two() -> None:
    names = ["Volta Foods Ltd", "Volta"]
    assert group_names(names, [], WORDS, apart=[("Volta Foods Ltd", "Volta")]) == [["Volta Foods Ltd"], ["Volta"]]


def test_a_branch_is_no_fuller_form_of_its_parent() -> None:
    names = ["Volta Foods Accra", "Volta Foods"]
    assert len(group_names(names, [], WORDS, frozenset({"accra"}))) == 2
    assert len(group_names(names, [], WORDS)) == 1


def test_what_joined_two_names_is_told() -> None:
    joined: list[Joined] = []
    group_names(["Volta Foods Ltd", "VOLTA FOODS", "Operator"], [("Volta Foods Ltd", "Operator")], WORDS, joined=joined)
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
        assert (len(group_names([full, short, short], [], words)) == 1) is together, full
        assert len(group_names([short, full, short], [], words)) == 2
