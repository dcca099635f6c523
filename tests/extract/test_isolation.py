"""An article on which a component fails, or takes too long, is an error with the component's name."""

import time

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.isolation import find_facts
from pipeline.records import Article, InputError, article_id


def article(text: str) -> Article:
    """Make an article of a text."""
    return Article(article_id=article_id(text), source="a.txt", text=text)


@Language.component("test_fails_on_boom")
def fails_on_boom(doc: Doc) -> Doc:
    if "boom" in doc.text:
        raise ValueError("two\nlines")
    return doc


@Language.component("test_computes_on_slow")
def computes_on_slow(doc: Doc) -> Doc:
    if "slow" in doc.text:
        until = time.process_time() + 30
        try:
            while time.process_time() < until:
                pass
        except Exception:
            return doc
    return doc


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_money")
    nlp.add_pipe("test_fails_on_boom")
    nlp.add_pipe("test_computes_on_slow")
    return nlp


def test_facts_are_plain_rows_of_every_table(nlp: Language) -> None:
    facts = find_facts(nlp, article("It paid £40 million."), seconds=5)
    assert isinstance(facts, dict)
    assert len(facts["money"]) == 1 and facts["people"] == []


def test_a_component_that_fails(nlp: Language) -> None:
    error = find_facts(nlp, article("boom"), seconds=5)
    assert isinstance(error, InputError)
    assert (error.stage, error.error) == ("extract", "test_fails_on_boom failed")
    assert error.message == "test_fails_on_boom failed: ValueError: two lines"


def test_a_component_that_takes_too_long(nlp: Language) -> None:
    error = find_facts(nlp, article("slow"), seconds=1)
    assert isinstance(error, InputError)
    assert error.error == "test_computes_on_slow too slow"
    assert isinstance(find_facts(nlp, article("It paid £40 million."), seconds=5), dict)
