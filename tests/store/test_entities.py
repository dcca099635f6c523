import sqlite3

import pytest

from pipeline.errors import RulesError
from pipeline.store.entities import link_entities
from pipeline.store.linking.decisions import read_entity_decisions
from pipeline.store.linking.evidence import EntityDecision
from pipeline.store.linking.linker import knowledge
from pipeline.store.schema import create_table
from pipeline.tables import TABLES
from pipeline.values.names.forms import entity_id


@pytest.fixture
def connection():
    connection = sqlite3.connect(":memory:")
    for table in TABLES.values():
        connection.execute(create_table(table))
    return connection


def put(connection, table, **cells):
    names = ", ".join(cells)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(cells))})", list(cells.values()))


def article(connection, article_id, published, organisations):
    put(connection, "articles", article_id=article_id, source=article_id, published=published)
    for place, (name, aliases) in enumerate(organisations):
        key = {"article_id": article_id, "start_char": 10 * place, "end_char": 10 * place + 5}
        put(connection, "organisations", article_id=article_id, organisation_id=entity_id("ORG", name), name=name,
            aliases=aliases, mentions=1)  # fmt: skip
        put(connection, "mentions", **key, text=name, label="ORG", entity_id=entity_id("ORG", name))


def ids(connection, table, column):
    return {row[0] for row in connection.execute(f"SELECT {column} FROM {table}")}


def test_an_acronym_takes_the_id_of_its_name_in_every_table(connection):
    article(connection, "a", "2025-03-02", [("Invest Oranje", "IO")])
    article(connection, "b", "2025-01-07", [("IO", "")])
    link_entities(connection)
    expected = {entity_id("ORG", "Invest Oranje")}
    assert ids(connection, "organisations", "organisation_id") == ids(connection, "mentions", "entity_id") == expected
    (entity,) = connection.execute("SELECT * FROM entities").fetchall()
    assert entity == (*expected, "ORG", "Invest Oranje", "IO", 2, 2, "2025-01-07", "2025-03-02",
                      "IO stands for Invest Oranje in a", 0, "", "", 0.95)  # fmt: skip


def test_an_entity_is_named_in_full_however_often_the_acronym_stands(connection):
    article(connection, "a", None, [("Invest Oranje", "IO")])
    for other in "bcd":
        article(connection, other, None, [("IO", "")])
    link_entities(connection)
    assert connection.execute("SELECT name, articles FROM entities").fetchall() == [("Invest Oranje", 4)]


def test_two_rows_of_an_article_that_are_one_become_one(connection):
    article(connection, "a", None, [("Invest Oranje", ""), ("Oranje Agency", "")])
    merge = EntityDecision("1", "merge", "ORG", "Invest Oranje", "", "Oranje Agency", "")
    link_entities(connection, [merge])
    assert connection.execute("SELECT mentions FROM organisations").fetchall() == [(2,)]
    assert len(ids(connection, "mentions", "entity_id")) == 1


def test_a_legal_suffix_does_not_part_names():
    fold = knowledge().fold
    assert fold("ORG", "Tano Foods Co., Ltd.") == fold("ORG", "Tano Foods") != fold("ORG", "Tano")
    assert fold("PERSON", "Ada Co") == "ada co"


def test_decisions_are_read(tmp_path):
    path = tmp_path / "entities.csv"
    assert read_entity_decisions(path) == ()
    head = "id,decision,label,name,article_id,other_name,other_article_id\n"
    path.write_text(head + "1,split,PERSON,Ada Obi,a,Ada Obi,b\n")
    assert read_entity_decisions(path) == (EntityDecision("1", "split", "PERSON", "Ada Obi", "a", "Ada Obi", "b"),)
    path.write_text(head + "1,join,PERSON,Ada Obi,,Ada Obi,\n")
    with pytest.raises(RulesError, match="decision must be merge or split"):
        read_entity_decisions(path)
