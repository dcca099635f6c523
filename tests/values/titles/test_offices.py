"""Titles to the body that they are held in, where the article names only one that it can be."""

import pytest

from pipeline.records import Organisation
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.titles.titles import titles_of

BODIES = {
    name: Organisation(article_id="a", organisation_id=name, name=name)
    for name in ("North Vale Council", "Makola Foods Group", "Tema Water Board", "Kasoa Water Board")
}


@pytest.fixture(scope="module")
def offices():
    return titles_of(rulebook_with(None)).offices


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Council leader", "North Vale Council"),
        ("Group CEO", "Makola Foods Group"),
        ("board chair", None),  # two have one
        ("union president", None),
        ("council", None),  # the body itself
    ],
)
def test_a_title_that_begins_with_a_noun_is_held_in_the_one_body_of_that_name(offices, title, body):
    assert offices.of(title, BODIES) == body


@pytest.mark.parametrize(
    ("title", "has_none"),
    [
        ("deputy governor of Benguela", True),
        ("Mayor of Tema", True),
        ("US ambassador to Ghana", True),
        ("Governor", False),
        ("Minister of Finance", False),
        ("Vice President of Sales", False),
        ("chairman of the selectors", True),
        ("lead prosecutor", True),
        ("undersecretary for water resources", True),
        ("transport director of Béchar Province", True),
        ("director of the sales division", False),
        ("provincial director of fisheries", True),
        ("regional director", False),
    ],
)
def test_who_governs_a_place_or_leads_people_has_no_body(offices, title, has_none):
    assert offices.has_no_body(title) is has_none
