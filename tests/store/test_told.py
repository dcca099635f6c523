import sqlite3
from dataclasses import replace
from typing import Any

import pytest

from pipeline.plain import to_plain
from pipeline.records import Article, Mention
from pipeline.rulebook.reading import load_rulebook
from pipeline.store.linking.surroundings import Surroundings, surroundings
from pipeline.store.schema import create_table
from pipeline.store.told import check, drop_tables, keep_told, look_beside, make_tables, tell
from pipeline.tables import TABLES

AROUND = surroundings(load_rulebook())
ARTICLE = Article(article_id="a", source="a", text="", place="Accra, Ghana")
SENTENCE = "Peru's Congress heard the landlord, a Mr Obi, in Tema."
MENTIONS = [
    Mention(article_id="a", start_char=at, end_char=at + len(name), text=name, label=label, entity_id=local_id,
            sentence=SENTENCE)
    for name, label, local_id in [("Obi", "PERSON", "p-1"), ("Congress", "ORG", "o-1"), ("Tema", "LOC", None)]
    for at in [SENTENCE.index(name)]
]  # fmt: skip


@pytest.fixture
def connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for table in TABLES.values():
        connection.execute(create_table(table))
    connection.execute("INSERT INTO articles (article_id, place) VALUES ('a', 'Accra, Ghana')")
    for mention in MENTIONS:
        cells = to_plain(mention)
        connection.execute(f"INSERT INTO mentions VALUES ({', '.join('?' * len(cells))})", cells)
    return connection


def told(connection: sqlite3.Connection) -> tuple[list[Any], list[Any]]:
    about, beside = (connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2") for name in ("_about", "_beside"))
    return about.fetchall(), beside.fetchall()


def test_what_is_told_of_an_article() -> None:
    head, *beside = tell(ARTICLE, map(to_plain, MENTIONS), AROUND)
    assert head == [AROUND.version, "Accra, Ghana", "GH"]
    assert sorted(beside) == [["o-1", "PE", None, None], ["p-1", None, "stranger", None]]


def test_an_article_that_names_nobody_is_about_nothing() -> None:
    assert tell(ARTICLE, [], AROUND) == [[AROUND.version, "Accra, Ghana", None]]


def test_linking_reads_the_same_in_the_tables(connection: sqlite3.Connection) -> None:
    look_beside(connection, AROUND)
    read = told(connection)
    drop_tables(connection)
    make_tables(connection)
    keep_told(connection, "a", tell(ARTICLE, map(to_plain, MENTIONS), AROUND))
    look_beside(connection, AROUND)
    assert told(connection) == read


def kept(connection: sqlite3.Connection, article: Article, around: Surroundings, *changed: str) -> str:
    """Give the country that an article is said to be about, where `XX` was kept of it."""
    make_tables(connection)
    keep_told(connection, "a", [[around.version, article.place, "XX"]])
    look_beside(connection, AROUND, changed=changed)
    ((country,),) = connection.execute("SELECT country FROM _about").fetchall()
    return str(country)


def test_what_is_kept_is_taken(connection: sqlite3.Connection) -> None:
    assert kept(connection, ARTICLE, AROUND) == "XX"


def test_what_other_rules_found_is_read_again(connection: sqlite3.Connection) -> None:
    assert kept(connection, ARTICLE, replace(AROUND, version="other")) == "GH"


def test_what_was_found_under_another_place_is_read_again(connection: sqlite3.Connection) -> None:
    assert kept(connection, replace(ARTICLE, place=None), AROUND) == "GH"


def test_an_article_whose_names_were_changed_is_read_again(connection: sqlite3.Connection) -> None:
    assert kept(connection, ARTICLE, AROUND, "a") == "GH"


def test_what_another_version_told_is_read_again(connection: sqlite3.Connection) -> None:
    make_tables(connection)
    keep_told(connection, "a", [[AROUND.version, ARTICLE.place, "XX"], ["p-1", "PE", None]])
    look_beside(connection, AROUND)
    assert told(connection)[0] == [("a", AROUND.version, "Accra, Ghana", "GH")]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["v", "place"]],
        [["v", None, 5]],
        [["v", None, None], ["o-1", ["PE"], None, None]],
        [["v", None, None], ["o-1", "PE"]],
    ],
)
def test_what_is_not_as_we_keep_it_is_refused(rows: list[list[Any]]) -> None:
    with pytest.raises(ValueError, match="beside names"):
        check(rows)
