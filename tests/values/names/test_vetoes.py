"""Words that are no name of a kind, and the row that says so."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.rows import WordList
from pipeline.rulebook.user_rows import with_rows
from pipeline.values.names.vetoes import name_vetoes
from pipeline.values.titles.titles import titles_of

R = load_rulebook()
VETO = name_vetoes(R.name_vetoes, R.nationalities, titles_of(R).patterns, R.organisation_words, known=R.aliases)


@pytest.mark.parametrize(
    ("name", "label"), [("Monday", "ORG"), ("Minister", "PERSON"), ("Ghanaian", "ORG"), ("grain", "PERSON")]
)
def test_what_is_no_name(name: str, label: str) -> None:
    assert VETO(name, label)


@pytest.mark.parametrize(
    ("name", "label", "row"),
    [
        ("Monday", "ORG", "months"),
        ("Minister", "PERSON", "titles/government"),
        ("Ghanaian", "ORG", "nationalities/africa"),
        ("Committee", "ORG", "organisation_words/common"),
        ("Gangway", "ORG", "organisation_words/mine"),
    ],
)
def test_the_row_that_says_so(name: str, label: str, row: str) -> None:
    rules = with_rows(R, {"organisation_words": [WordList("mine", "common", ("gangway",))]})
    veto = name_vetoes(rules.name_vetoes, rules.nationalities, titles_of(R).patterns, rules.organisation_words)
    assert veto(name, label) == row


@pytest.mark.parametrize(
    ("name", "label"), [("Ama Boateng", "PERSON"), ("Volta Foods Ltd", "ORG"), ("World Food Programme", "ORG")]
)
def test_what_may_be_one(name: str, label: str) -> None:
    assert VETO(name, label) is None


@pytest.mark.parametrize(
    ("name", "label", "veto"),
    [
        ("A", "ORG", "one_letter"),
        ("7", "PERSON", "no_capital"),
        ("Photo: Ama", "PERSON", "caption"),
        ("www.volta.example", "ORG", "no_capital"),
        ("Ama@volta.example", "ORG", "address"),
        ("M.Sc.", "PERSON", "degree"),
        ("Ama (Boateng", "PERSON", "unbalanced"),
        ("Ama Boateng 2", "PERSON", "no_person"),
        ("CEOs", "ORG", "plural_or_degree"),
    ],
)
def test_forms_that_are_no_name(name: str, label: str, veto: str) -> None:
    assert VETO(name, label) == veto
