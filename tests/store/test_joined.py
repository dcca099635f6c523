"""Public tables with what is joined to them, the wide table of facts, and full-text search."""

import sqlite3
from datetime import date
from decimal import Decimal

import pytest

from pipeline.plain import to_plain
from pipeline.records import Article, Mention, Money, Organisation, Percentage, Person, Quote, article_id
from pipeline.store import Store, searching
from pipeline.store.reading.overview import Choice, read_overview
from pipeline.store.searching import as_query, index_name
from pipeline.tables import TABLES

TEXT = "Ada Obi, chair of Tano Ltd, said sales rose 5% to €4m. “Up 5%,” said Obi."


@pytest.fixture
def store():
    with Store(None) as opened:
        yield opened


def article(text, day=None, source="a.txt", title=None):
    return Article(article_id=article_id(text), source=source, text=text, published=day, title=title)


def found(one):
    def place(words, nth=0):
        start = one.text.index(words, nth)
        return {"article_id": one.article_id, "start_char": start, "end_char": start + len(words), "text": words,
                "sentence": one.text[: one.text.index(". ") + 1]}  # fmt: skip

    amount = {"low": Decimal(4_000_000), "high": Decimal(4_000_000), "currency": "EUR", "organisation_id": "o-1"}
    share = {"low": Decimal(5), "high": Decimal(5), "measure": "sales", "direction": "up"}
    said = place("Up 5%,") | {"speaker": "Ada Obi", "speaker_id": "p-1", "speaker_title": "chair"}
    return {
        "mentions": [Mention(**place("Ada Obi"), label="PERSON", entity_id="p-1"),
                     Mention(**place("Tano Ltd"), label="ORG", entity_id="o-1")],
        "people": [Person(article_id=one.article_id, person_id="p-1", name="Ada Obi", title="chair",
                          organisation_id="o-1", organisation="Tano Ltd", mentions=1)],
        "organisations": [Organisation(article_id=one.article_id, organisation_id="o-1", name="Tano Ltd", mentions=1)],
        "money": [Money(**place("€4m"), **amount, money_id=f"{one.article_id}:0")],
        "percentages": [Percentage(**place("5%"), **share), Percentage(**place("5%", one.text.index("Up")), **share)],
        "quotes": [Quote(**said)],
    }  # fmt: skip


def publish(store, *articles):
    store.keep_input("a", "1", articles)
    facts = [(one, {name: list(map(to_plain, rows)) for name, rows in found(one).items()}) for one in articles]
    store.keep_facts("x", facts)
    store.publish()
    store.make_searchable()


def rows(store, table):
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in store.rows(table)]


def test_rows_have_what_one_would_join(store):
    publish(store, article(TEXT, date(2025, 3, 2), title="Sales rise"))
    (money,), (person,) = rows(store, "money"), rows(store, "people")
    assert (money["organisation"], money["article_title"], money["published"], money["source"]) == (
        "Tano Ltd", "Sales rise", "2025-03-02", "a.txt")  # fmt: skip
    assert person["sentence"].startswith("Ada Obi, chair") and person["article_title"] == "Sales rise"
    assert rows(store, "mentions")[1]["entity"] == "Tano Ltd"


def test_an_entity_has_its_titles_organisations_and_quotations(store):
    publish(store, article(TEXT))
    (person,) = [row for row in rows(store, "entities") if row["label"] == "PERSON"]
    assert (person["titles"], person["organisations"], person["quotes"]) == (["chair"], ["Tano Ltd"], 1)


def test_facts_are_wide_and_in_reading_order(store):
    publish(store, article(TEXT, title="Sales rise"))
    said = [
        (f["kind"], f["who"], f["title"], f["body"], f["what"], f["value"], f["unit"]) for f in rows(store, "facts")
    ]
    assert said == [
        ("person", "Ada Obi", "chair", "Tano Ltd", None, None, None),
        ("percentage", None, None, None, "sales", "5", "percent"),
        ("money", None, None, "Tano Ltd", None, "4000000", "EUR"),
        ("quote", "Ada Obi", "chair", None, "Up 5%,", None, None),
        ("percentage", "Ada Obi", "chair", None, "sales", "5", "percent"),
    ]
    assert {(fact["article"], fact["url"]) for fact in rows(store, "facts")} == {("Sales rise", "a.txt")}


def test_articles_come_by_date_then_by_source_with_numbers_as_numbers(store):
    publish(store, article("One.  " + TEXT, source="x#10"), article("Two.  " + TEXT, source="x#9"),
            article("Three.  " + TEXT, date(2025, 1, 2), source="z"))  # fmt: skip
    assert [row["source"] for row in rows(store, "articles")] == ["z", "x#9", "x#10"]
    assert [row["source"] for row in rows(store, "quotes")] == ["z", "x#9", "x#10"]


def test_every_table_is_a_view_too(store):
    publish(store, article(TEXT))
    connection: sqlite3.Connection = store._connection
    for name, table in TABLES.items():
        view = f"{name}_wide" if table.joined else name
        shown = [column[0] for column in connection.execute(f'SELECT * FROM "{view}"').description]
        assert shown[: len(table.columns)] == [column.name for column in table.columns]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_words_are_searched(store):
    publish(store, article(TEXT))
    count = f'SELECT count(*) FROM "{index_name(TABLES["quotes"])}" WHERE "{index_name(TABLES["quotes"])}" MATCH ?'
    for words, hits in (("óbi ada", 1), ("sal", 1), ('"Up 5%"', 1), ("sold", 0), ("AND (", 0)):
        assert store._connection.execute(count, (as_query(words),)).fetchone() == (hits,), words
    store.publish()
    assert store._connection.execute(count, ("ada",)).fetchone() == (0,), "nobody is told an error meanwhile"
    store.make_searchable()
    assert store._connection.execute(count, ("ada",)).fetchone() == (1,)


def test_words_are_found_in_an_index_that_was_written_in_many_parts(store, monkeypatch):
    monkeypatch.setitem(searching.MADE_WITH, "hashsize", 1)
    publish(store, *(article(f"{TEXT} Number {number}.", source=f"{number}.txt") for number in range(40)))
    count = f'SELECT count(*) FROM "{index_name(TABLES["quotes"])}" WHERE "{index_name(TABLES["quotes"])}" MATCH ?'
    assert store._connection.execute(count, (as_query("obi"),)).fetchone() == (40,)


def test_who_is_named_most_is_the_same_whatever_facts_are_looked_at(store):
    publish(store, article(TEXT))
    whole, part = (read_overview(store._connection, Choice(zone=zone)) for zone in ("", "table"))
    assert part.people == [tuple(row) for row in whole.people] and len(part.people) == 1
    assert part.organisations == [tuple(row) for row in whole.organisations]
    assert (part.counts["people"], part.counts["money"], part.copies) == (1, 0, 0)
