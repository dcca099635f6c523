"""`press_measures` on a Doc: measure, role, direction, restatements, and whose figure it is."""

import pytest

from pipeline.extract.document.finds import add_mentions, id_of
from pipeline.extract.document.view import View
from pipeline.extract.figures.owners import Owners, owner_words
from pipeline.records import Mention
from pipeline.rulebook.reading import load_rulebook
from tests.extract.values_doc import values_doc

WORDS = owner_words(load_rulebook())


def test_one_measure_three_roles() -> None:
    doc = values_doc("Revenue rose 12% to €1.2 billion from €1.07 billion.")
    assert [(row.measure, row.role) for row in doc._.money] == [("Revenue", "level"), ("Revenue", "base")]
    assert [(row.measure, row.direction) for row in doc._.percentages] == [("Revenue", "up")]


def test_an_amount_in_brackets_points_at_the_one_that_it_restates() -> None:
    first, second = values_doc("Trade with Japan exceeded HK$307 billion ($39.4 billion) in 2024.")._.money
    assert (second.same_as, second.measure, second.currency) == (first.money_id, first.measure, "USD")
    assert first.same_as is None


@pytest.mark.parametrize(
    "words",
    [
        "€400 a month, or about $430",
        "€40 an hour, or roughly $43",
        "€5 per square metre (about $5.40)",
        "€5m, equivalent to $5.4m",
    ],
)
def test_an_amount_behind_what_the_other_is_per_restates_it(words: str) -> None:
    first, second = values_doc(f"The firm pays {words}.")._.money
    assert second.same_as == first.money_id


def test_two_amounts_in_one_currency_are_no_restatement() -> None:
    first, second = values_doc("Revenue was €5 million (€4 million).")._.money
    assert first.same_as is None and second.same_as is None


def organisation(text: str, name: str, entity: str, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return Mention(
        article_id="a", start_char=start, end_char=start + len(name), text=name, label="ORG", entity_id=entity
    )


def owner_of(text: str, figure: str, measure: str | None = None) -> str | None:
    names = [name for name in ("Acme", "Bolt") if name in text]
    mentions = sorted((organisation(text, name, name.lower()) for name in names), key=lambda one: one.start_char)
    figures = [at for at, char in enumerate(text) if char == "€"]
    owner = Owners(View(values_doc(text)), mentions, figures, WORDS).owner(text.index(figure), measure)
    return owner.organisation_id if owner else None


def test_accounts_in_a_report_of_results_are_the_issuers() -> None:
    text = "Acme Reports Third Quarter Results\n\nRevenue was €5 million. Rents in town rose to €9."
    assert owner_of(text, "€5", "Revenue") == "acme"
    assert owner_of(text, "€9", "Rents in town") is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Acme reported revenue of €5 million.", "acme"),
        ("Acme took a loan from Bolt of €5 million.", "acme"),
        ("Acme is big. The company made €5 million.", "acme"),
        ("Acme is big. We made €5 million.", "acme"),
        ("Acme is big. Rents rose to €5 million.", None),
        ("Acme is big. A loan from Bolt was €5 million.", None),
        ("Acme is big. Bolt made €5 million.", "bolt"),
        ("It made €5 million.", None),
        ("Acme is big. It made €5 million.", "acme"),
        ("Acme is big. Its rent was €5 million.", "acme"),
        ("Acme is big. When it rains, rents are €5 million.", None),
        ("Acme took over Bolt. The firm made €5 million.", None),
        ("Acme and others said that Bolt sold the mill. The control group got €5.", None),
    ],
)
def test_says_whose_figure_it_is(text: str, owner: str | None) -> None:
    assert owner_of(text, "€") == owner


def test_the_owner_reaches_the_row() -> None:
    text = "Acme reported revenue of €5 million."
    doc = values_doc(text)
    assert doc._.money[0].organisation_id is None
    add_mentions(doc, [organisation(text, "Acme", "acme")])
    from pipeline.extract.figures.measures import make_press_measures

    again = make_press_measures(None, "press_measures", None)(doc)
    assert again._.money[0].organisation_id == "acme"
    assert id_of(again) == again._.money[0].article_id


def test_a_name_is_no_measure() -> None:
    text = "Wong (No. 14, $6.3 billion) of Volta Foods, then."
    doc = values_doc(text)
    add_mentions(doc, [organisation(text, "Volta Foods", "volta")])
    from pipeline.extract.figures.measures import make_press_measures

    (row,) = make_press_measures(None, "press_measures", None)(doc)._.money
    assert row.measure is None
