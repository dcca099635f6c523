import sqlite3

import pytest

from pipeline.store.body_names import read_body_names
from pipeline.store.known_bodies import name_known_bodies
from pipeline.store.linking.linker import knowledge
from pipeline.store.schema import create_table
from pipeline.tables import TABLES
from pipeline.values.names.forms import entity_id

BODY = entity_id("ORG", "Pwani Gas")


@pytest.fixture
def connection():
    connection = sqlite3.connect(":memory:")
    for table in TABLES.values():
        connection.execute(create_table(table))
    put(connection, "organisations", article_id="a", organisation_id="o-1", name="Pwani Gas Ltd.", mentions=1)
    return connection


def put(connection, table, **cells):
    names = ", ".join(cells)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(cells))})", list(cells.values()))


def person(connection, name, **cells):
    put(connection, "people", article_id="b", person_id="p-1", name=name, aliases="", mentions=1, **cells)
    place = {"article_id": "b", "start_char": 0, "end_char": len(name)}
    put(connection, "mentions", **place, text=name, label="PERSON", entity_id="p-1")
    put(connection, "quotes", article_id="b", start_char=3, end_char=9, speaker_id="p-1", speaker=name)


def test_a_person_that_another_article_has_with_a_legal_form_is_that_body(connection):
    person(connection, "Pwani Gas")
    read_body_names(connection, knowledge())
    name_known_bodies(connection, knowledge())
    assert connection.execute("SELECT label, entity_id FROM mentions").fetchall() == [("ORG", BODY)]
    found = connection.execute("SELECT name, mentions FROM organisations WHERE article_id = 'b'").fetchall()
    assert found == [("Pwani Gas", 1)]
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (0,)
    spoken = connection.execute("SELECT speaker_id, speaker, speaker_title, speaker_organisation FROM quotes")
    assert spoken.fetchone() == (BODY, "Pwani Gas", None, "Pwani Gas")


@pytest.mark.parametrize(("name", "title"), [("Pwani Gas", "judge"), ("Ada Obi", None)])
def test_who_has_a_title_or_another_name_stays_a_person(connection, name, title):
    person(connection, name, title=title)
    read_body_names(connection, knowledge())
    name_known_bodies(connection, knowledge())
    assert connection.execute("SELECT label FROM mentions").fetchall() == [("PERSON",)]


def test_a_place_of_the_world_stays_one(connection):
    put(connection, "organisations", article_id="a", organisation_id="o-2", name="Nairobi Ltd", mentions=1)
    put(connection, "mentions", article_id="b", start_char=0, end_char=7, text="Nairobi", label="LOC", entity_id="")
    read_body_names(connection, knowledge())
    name_known_bodies(connection, knowledge())
    assert connection.execute("SELECT label FROM mentions").fetchall() == [("LOC",)]
