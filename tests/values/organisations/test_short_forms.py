"""Short forms of organisations: which letters may stand for which name, and where an article defines them."""

import pytest

from pipeline.values.organisations.short_forms import could_abbreviate, defined_after, definitions, initials, stands_for
from pipeline.values.text.sentences import Sentences

ACRONYMS = (
    ("FOMC", "Federal Open Market Committee", True),
    ("WMO", "World Meteorological Organization", True),
    ("NCDMB", "Nigerian Content Development and Monitoring Board", True),
    ("UoT", "University of Tema", True),
    ("R&A", "Roads & Airports", True),
    ("R&A", "Roads & Harbours", False),
    ("FBI", "Federal Open Market Committee", False),
    ("A", "Accra", False),
    ("VF", "Volta Foods", True),
)

BRACKETED = (
    ("InvestHK", "Invest Hong Kong", True),
    ("Afreximbank", "African Export-Import Bank", True),
    ("FIBRAMQ", "FIBRA Macquarie", True),
    ("NYSE", "Volta Foods", False),
    ("EUR", "Volta Foods", False),
)


@pytest.mark.parametrize(("short", "name", "expected"), ACRONYMS)
def test_says_whether_an_acronym_stands_for_a_name(short: str, name: str, expected: bool) -> None:
    assert stands_for(short, name) is expected


@pytest.mark.parametrize(("short", "name", "expected"), BRACKETED)
def test_says_whether_a_form_in_brackets_can_belong_to_a_name(short: str, name: str, expected: bool) -> None:
    assert could_abbreviate(short, name) is expected


def test_first_letters_of_the_words_that_count() -> None:
    assert initials("Bank of the Volta Region") == "bvr"


def test_a_definition_in_brackets_takes_the_words_that_its_letters_begin() -> None:
    text = "officials of the Tema Port Authority (TPA) and of a mill (GSE: MIL) met."
    found = [(one.short, text[one.full_start : one.full_end]) for one in definitions(text, Sentences())]
    assert found == [("TPA", "Tema Port Authority")]


def test_what_stands_in_quotation_marks_is_defined_whatever_its_letters() -> None:
    text = 'Kasoa Terminals Ltd ("the Operator") and Tema Mills (Accra) met.'
    assert [text[slice(*place)] for place in defined_after(text, 0, 19)] == ["Operator"]
    assert list(defined_after(text, 41, 51)) == []
