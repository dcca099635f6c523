from decimal import Decimal

import pytest
import spacy

from pipeline.extract.document.finds import id_of, keep, kept
from pipeline.extract.document.view import place_of, view_of
from pipeline.extract.user_rules.decided_rows import PressDecided
from pipeline.extract.user_rules.rule_set import DecidedCells
from pipeline.records import Money, Organisation, Person
from pipeline.values.text.anchors import anchor

TEXT = "Volta Foods paid 12 million cedis and 3 percent more to Ada Obi."
WORDS = "12 million cedis"


@pytest.fixture
def doc():
    doc = spacy.blank("en")(TEXT)
    start = TEXT.index(WORDS)
    mention = view_of(doc).mention(start, start + len(WORDS), "MONEY", "press_money/x")
    keep(doc, "mentions", [mention])
    low = Decimal(12_000_000)
    keep(doc, "money", [Money(**place_of(mention), low=low, high=low, money_id=f"{id_of(doc)}:{start}")])
    organisation = Organisation(article_id=id_of(doc), organisation_id="o-1", name="Volta Foods", mentions=1)
    keep(doc, "organisations", [organisation])
    return doc


def decide(doc, table, action, words=None, **given):
    at = TEXT.index(words) if words else 0
    place = anchor(TEXT, at, at + len(words)) if words else None
    return PressDecided([DecidedCells("d1", id_of(doc), table, action, anchor=place, **given)])(doc)


def test_a_value_is_set(doc):
    (row,) = kept(decide(doc, "money", "set", WORDS, cells={"currency": "GHS", "low": "11000000"}), "money")
    assert (row.currency, row.low, row.high) == ("GHS", Decimal(11_000_000), Decimal(12_000_000))
    assert row.found_by == "press_decided/d1"


def test_a_figure_is_given_to_an_organisation_and_taken_from_it(doc):
    (row,) = kept(decide(doc, "money", "set", WORDS, cells={"organisation": "Volta Foods"}), "money")
    assert row.organisation_id == "o-1" and row.low == Decimal(12_000_000)
    (row,) = kept(decide(doc, "money", "set", WORDS, cells={"organisation": None}), "money")
    assert row.organisation_id is None


def test_a_value_is_dropped_with_its_mention(doc):
    decide(doc, "money", "reject", WORDS)
    assert kept(doc, "money") == () and kept(doc, "mentions") == ()


def test_a_value_is_added_with_its_mention(doc):
    decide(doc, "percentages", "add", "3 percent", cells={"low": "3", "high": "3", "unit": "percent"})
    (row,) = kept(doc, "percentages")
    assert (row.text, row.low) == ("3 percent", Decimal(3))
    assert [m.label for m in kept(doc, "mentions")] == ["MONEY", "PERCENT"]


def test_an_organisation_is_named_anew_or_dropped(doc):
    (row,) = kept(
        decide(doc, "organisations", "set", name="Volta Foods", cells={"name": "Volta", "aliases": "VF; V"}),
        "organisations",
    )
    assert (row.name, row.aliases, row.organisation_id) == ("Volta", ("VF", "V"), "o-1")
    assert kept(decide(doc, "organisations", "reject", name="Volta"), "organisations") == ()


def test_nothing_refers_to_what_was_dropped(doc):
    keep(doc, "people", [Person(article_id=id_of(doc), person_id="p", name="Ada Obi", organisation_id="o-1")])
    decide(doc, "organisations", "reject", name="Volta Foods")
    assert [person.organisation_id for person in kept(doc, "people")] == [None]


def test_an_employer_is_set_with_its_id(doc):
    keep(doc, "people", [Person(article_id=id_of(doc), person_id="p", name="Ada Obi")])
    decide(doc, "people", "set", name="Ada Obi", cells={"organisation": "Volta Foods"})
    assert [(p.organisation, p.organisation_id) for p in kept(doc, "people")] == [("Volta Foods", "o-1")]


def test_another_article_is_left_alone(doc):
    PressDecided([DecidedCells("d", "other", "organisations", "reject", name="Volta Foods")])(doc)
    assert len(kept(doc, "organisations")) == 1


def test_a_quotation_gets_the_speaker_that_was_decided(doc):
    person = Person(article_id=id_of(doc), person_id="p-1", name="Ada Obi", title="chair", mentions=1)
    keep(doc, "people", [person])
    (row,) = kept(decide(doc, "quotes", "add", "3 percent more", cells={"speaker": "Ada Obi", "cue": "sang"}), "quotes")
    assert (row.text, row.kind, row.speaker_id, row.speaker_title) == ("3 percent more", "mixed", "p-1", "chair")
    (row,) = kept(decide(doc, "quotes", "set", "3 percent more", cells={"speaker": "Volta Foods"}), "quotes")
    assert (row.speaker_id, row.speaker_title, row.speaker_organisation) == ("o-1", None, "Volta Foods")
    assert row.cue == "sang"
    (row,) = kept(decide(doc, "quotes", "set", "3 percent more", cells={"speaker": None}), "quotes")
    assert (row.speaker, row.speaker_id) == (None, None)
    assert kept(decide(doc, "quotes", "reject", "3 percent more"), "quotes") == ()


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("“We will pay”, she said.", "We will pay", "direct"),
        ("“We will pay”, she said.", "“We will pay”", "direct"),
        ("She called it “Good enough” for now.", "Good enough", "mixed"),
        ("She called it “good enough”.", "good enough", "mixed"),
    ],
)
def test_a_quotation_that_is_added_is_of_the_kind_that_one_found_there_is(text, words, kind):
    doc = spacy.blank("en")(text)
    place = anchor(text, text.index(words), text.index(words) + len(words))
    PressDecided([DecidedCells("d1", id_of(doc), "quotes", "add", anchor=place)])(doc)
    assert [(row.text, row.kind) for row in kept(doc, "quotes")] == [(words, kind)]


def test_a_row_that_is_no_longer_found_is_not_set(doc):
    keep(doc, "money", [])
    assert kept(decide(doc, "money", "set", WORDS, cells={"currency": "GHS"}), "money") == ()
    assert kept(decide(doc, "quotes", "set", "3 percent more", cells={"speaker": "Ada Obi"}), "quotes") == ()


def test_quotations_follow_what_was_decided_about_their_speaker(doc):
    person = Person(article_id=id_of(doc), person_id="p-1", name="Ada Obi", title="chair", mentions=1)
    keep(doc, "people", [person])
    decide(doc, "quotes", "add", "3 percent more", cells={"speaker": "Ada Obi"})
    assert [p.quotes for p in kept(doc, "people")] == [1]
    (row,) = kept(decide(doc, "people", "set", name="Ada Obi", cells={"title": None}), "quotes")
    assert row.speaker_title is None


def of_volta(doc):
    """Have a person work in the fixture's body, another have another name for it, and the first and the body speak."""
    named = {"organisation_id": "o-1", "mentions": 1}
    ada = Person(article_id=id_of(doc), person_id="p-1", name="Ada Obi", organisation="Volta Foods", **named)
    eli = Person(article_id=id_of(doc), person_id="p-2", name="Eli Obi", organisation="VF", **named)
    keep(doc, "people", [ada, eli])
    decide(doc, "quotes", "add", "paid 12 million", cells={"speaker": "Ada Obi"})
    decide(doc, "quotes", "add", "3 percent more", cells={"speaker": "Volta Foods"})


def said(doc):
    return [(quote.speaker, quote.speaker_organisation) for quote in kept(doc, "quotes")]


def test_who_works_in_a_body_and_what_it_says_follow_its_new_name(doc):
    of_volta(doc)
    decide(doc, "organisations", "set", name="Volta Foods", cells={"name": "Volta"})
    assert [person.organisation for person in kept(doc, "people")] == ["Volta", "VF"]
    assert said(doc) == [("Ada Obi", "Volta"), ("Volta", "Volta")]


def test_who_is_quoted_speaks_for_no_body_that_was_dropped(doc):
    of_volta(doc)
    decide(doc, "organisations", "reject", name="Volta Foods")
    assert said(doc) == [("Ada Obi", None), (None, None)]
