"""The store: an input's articles are kept whole or not at all; public rows come back as they went in."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.plain import to_plain
from pipeline.records import Article, InputError, InputWarning, Money, Organisation, article_id
from pipeline.store import Store
from pipeline.store.cells import from_cells, to_cells
from pipeline.tables import TABLES


def article(text: str, source: str = "a.txt", **facts: object) -> Article:
    """Make an article of a text."""
    return Article(article_id=article_id(text), source=source, text=text, **facts)  # type: ignore[arg-type]


def money(found: Article, low: str) -> Money:
    """Make an amount."""
    key = found.article_id
    return Money(article_id=key, start_char=0, end_char=3, text="£40", low=Decimal(low), high=Decimal(low),
                 currency="GBP", money_id=f"{key}-0")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path) as opened:
        yield opened


def test_reading_that_breaks_off_changes_nothing(store: Store) -> None:
    store.keep_input("a.txt", "1", [article("One.")])

    def broken() -> Iterator[Article]:
        yield article("Two.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.keep_input("a.txt", "2", broken())
    assert store.state_of("a.txt") == ("1", "read")
    assert [found.text for found in store.articles(store.pending("x"))] == ["One."]


def test_an_input_with_errors_has_failed_and_keeps_its_articles(store: Store) -> None:
    error = InputError(source="a.jsonl#2", stage="ingest", error="unreadable", message="not JSON")
    store.keep_input("a.jsonl", "1", [article("One.", "a.jsonl#1"), error])
    assert store.state_of("a.jsonl") == ("1", "failed")
    store.publish()
    assert list(store.rows("errors")) == [("a.jsonl#2", "ingest", "unreadable", "not JSON")]


def test_an_article_comes_back_as_it_was_kept(store: Store) -> None:
    kept = article("One – “two”.", published=date(2025, 3, 3), published_from="metadata", title="One", words=2)
    store.keep_input("a.txt", "1", [kept])
    assert list(store.articles([kept.article_id])) == [kept]


def test_the_source_that_states_a_date_is_the_one_that_counts(store: Store) -> None:
    store.keep_input("a.txt", "1", [article("One.", "a.txt")])
    store.keep_input("b.txt", "1", [article("One.", "b.txt", published=date(2025, 3, 3), published_from="metadata")])
    (found,) = store.articles(store.pending("x"))
    assert (found.source, found.published) == ("b.txt", date(2025, 3, 3))


def test_facts_of_other_rules_are_outdated_and_redone_where_asked(store: Store) -> None:
    found = article("One.")
    store.keep_input("a.txt", "1", [found])
    store.keep_facts("old", [(found, {})])
    assert (store.pending("new"), store.outdated("new")) == ([], 1)
    assert store.pending("new", redo=True) == [found.article_id]


def test_public_rows_are_ordered_and_typed(store: Store) -> None:
    articles = [article(f"Text {n}.") for n in range(5)]
    store.keep_input("a.jsonl", "1", [article(a.text, f"a.jsonl#{n}") for n, a in enumerate(articles)])
    store.keep_facts("x", [(a, {"money": [to_plain(money(a, "2.30"))]}) for a in articles])
    store.publish()
    rows = list(store.rows("money"))
    assert [row[0] for row in rows] == [a.article_id for a in articles]
    assert rows[0][4:7] == ("2.3", "2.3", "GBP")
    assert store.counts()["articles"] == 5


@pytest.mark.parametrize("number", ["0", "0.1", "2.3", "39400000000", "307000000000.5", "1234567890123456789"])
def test_decimals_are_exact(store: Store, number: str) -> None:
    found = article("One.")
    store.keep_input("a.txt", "1", [found])
    store.keep_facts("x", [(found, {"money": [to_plain(money(found, number))]})])
    store.publish()
    ((low, high),) = [row[4:6] for row in store.rows("money")]
    assert Decimal(low) == Decimal(high) == Decimal(number)


def test_lists_are_text_with_semicolons() -> None:
    row = to_plain(Organisation(article_id="a", organisation_id="o", name="Orrin Foods", aliases=("Orrin", "OF")))
    cells = to_cells(TABLES["organisations"].own)(row)
    assert cells[3] == "Orrin; OF"
    assert list(from_cells(TABLES["organisations"].own)(cells)) == row


def test_warnings_are_kept_with_their_input_and_change_nothing_else(store: Store) -> None:
    warning = InputWarning(source="a.pdf", warning="page without text", message="pages 1 of 2 are pictures")
    store.keep_input("a.pdf", "1", [warning, article("One.", "a.pdf", url="https://a.example", extra='{"topic": "x"}')])
    assert store.state_of("a.pdf") == ("1", "read")
    store.publish()
    assert list(store.rows("warnings")) == [("a.pdf", "page without text", "pages 1 of 2 are pictures")]
    assert store.warning_kinds() == {"page without text": 1}
    store.keep_input("a.pdf", "2", [article("One.", "a.pdf")])
    assert store.warning_kinds() == {}
