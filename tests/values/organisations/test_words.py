"""What of an organisation's name tells it apart, and which of its names is the fullest."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.words import core, fullest, organisation_words, turned

WORDS = organisation_words(load_rulebook().organisation_words)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Volta Foods Pty. Ltd.", "volta foods"),
        ("Ltd", "ltd"),
        ("FC Tema", "tema"),
        ("Tema FC", "tema fc"),
        ("U.S. Department of Roads", "department of roads"),
        ("United States Department of Roads", "department of roads"),
        ("United Tema Mills", "united tema mills"),
        ("US Foods", "us foods"),
    ],
)
def test_the_core_of_a_name(name: str, kept: str) -> None:
    assert " ".join(core(name, WORDS)) == kept


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("department of justice", "justice department"),
        ("ministry of the interior", "interior ministry"),
        ("bank of tema", "bank of tema"),
        ("ministry sound studio", "ministry sound studio"),
        ("department of", "department of"),
    ],
)
def test_a_department_is_called_in_two_ways(name: str, other: str) -> None:
    assert " ".join(turned(tuple(name.split()))) == other


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (("Volta", "Volta Foods", "Volta Foods Ltd"), "Volta Foods Ltd"),
        (("VOLTA FOODS", "Volta Foods"), "Volta Foods"),
        (("Volta Mills", "Volta Foods Company"), "Volta Foods Company"),
    ],
)
def test_the_fullest_name(names: tuple[str, ...], best: str) -> None:
    assert fullest(names) == fullest(names[::-1]) == best
