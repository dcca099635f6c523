"""Words that are no name of a kind, and the row that says so."""

import pytest

from pipeline.rulebook.reading import load_rulebook
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
