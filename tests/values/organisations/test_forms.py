"""Organisations by the words of their names alone."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.forms import in_title_case, organisation_forms, organisation_runs, with_suffix
from pipeline.values.titles.titles import titles_of

RULES = load_rulebook()
FORMS = organisation_forms(RULES.organisation_words, RULES.sentence_starts, titles_of(RULES).patterns)

RUNS = [
    ("The Ministry of Food and Agriculture said it.", [("Ministry of Food and Agriculture", "office")]),
    ("the University of Ghana Business School said", [("University of Ghana Business School", "office")]),
    ("A spokesman for Tema University left.", [("Tema University", "head")]),
    ("Boateng Foundation grants", [("Boateng Foundation", "head")]),
    ("The Ministry of Works of Oman on Tuesday left.", [("Ministry of Works of Oman", "office")]),
    ("He went to the bank.", []),
    ("The ministry said so, and the university left.", []),
]


@pytest.mark.parametrize(("text", "found"), RUNS)
def test_names_that_their_words_make_an_organisations(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[start:end], kind) for start, end, kind in organisation_runs(text, FORMS)] == found


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Volta Foods Ltd", "Volta Foods"), ("Kasoa Terminals, Inc.", "Kasoa Terminals"), ("Volta Foods", "Volta Foods")],
)
def test_a_name_without_its_legal_suffix(name: str, plain: str) -> None:
    assert FORMS.without_suffix(name) == plain
    assert FORMS.ends_legally(name) is (name != plain)


def test_a_suffix_that_a_person_may_be_called_shows_nothing() -> None:
    assert FORMS.without_suffix("Kofi Co") == "Kofi" and not FORMS.ends_legally("Kofi Co")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Kasoa Terminals|, Inc., said", "Kasoa Terminals, Inc."),
        ("Kasoa| S.A. grew", "Kasoa S.A."),
        ("Kasoa| Ltd's crane", "Kasoa Ltd"),
        ("Kasoa| said", "Kasoa"),
    ],
)
def test_a_name_ends_behind_its_suffix(marked: str, name: str) -> None:
    text = marked.replace("|", "")
    assert text[: with_suffix(text, marked.index("|"), FORMS)] == name


def test_lines_in_title_case() -> None:
    assert in_title_case("Kasoa Port Gets A Second Crane", 0)
    assert not in_title_case("Kasoa said that the port had a crane.", 0)
