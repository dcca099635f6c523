"""What the words right beside a name call it: a body, a thing, or what a person may be too."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.appositions import appositions
from tests.values.bracketed import without_brackets

BESIDE = appositions(load_rulebook().organisation_words)

CALLED = [
    ("[Sahara], an insurer in Tunis, said", "body"),
    ("the insurer [Sahara] said", "body"),
    ("[Hook and Line], the dockers' union, met", "body"),
    ("[Sahara], which insures ships, grew", "thing"),
    ("its shipper, [Sahara], said", "perhaps"),
    ("[Sahara], a farmer in Tunis", "nothing"),
    ("[Sahara], who insures ships", "nothing"),
]


@pytest.mark.parametrize(("marked", "called"), CALLED)
def test_what_a_name_is_called(marked: str, called: str) -> None:
    text, ((start, end),) = without_brackets(marked)
    assert BESIDE.is_body(text, start, end) is (called == "body")
    assert BESIDE.is_no_person(text, end) is (called == "thing")
    assert BESIDE.may_be_body(text, start, end) or called != "perhaps"


def test_names_that_are_called_bodies_are_found_where_nobody_else_does() -> None:
    text = "Hook and Line, the dockers' union, met the union KDI and the mill."
    assert [text[slice(*place)] for place in BESIDE.named(text)] == ["Hook and Line", "KDI"]
