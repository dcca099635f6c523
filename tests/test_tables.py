from pathlib import Path

import pytest

from pipeline.export.readme_tables import all_tables
from pipeline.extract.user_rules.decided_names import FOLLOWING
from pipeline.tables import ENTITY_IDS, TABLES

CONTRACT = {
    "articles": "article_id source source_id title published published_from place publisher language words",
    "mentions": "article_id start_char end_char text label entity_id zone sentence found_by",
    "people": "article_id person_id name title organisation_id organisation mentions quotes",
    "organisations": "article_id organisation_id name aliases mentions",
    "money": "article_id start_char end_char text low high currency qualifier per measure role direction"
    " organisation_id same_as zone sentence found_by",
    "percentages": "article_id start_char end_char text low high unit qualifier measure direction compared_to"
    " organisation_id zone sentence found_by",
    "dates": "article_id start_char end_char text date_from date_to precision anchor zone sentence",
    "quotes": "article_id start_char end_char text kind speaker_id speaker speaker_title speaker_organisation cue",
    "facts": "kind who title body what value value_to unit qualifier direction date sentence article url",
    "entities": "entity_id label name aliases articles mentions first_published last_published",
    "errors": "source stage error message",
    "warnings": "source warning message",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_a_table_begins_with_the_columns_of_the_contract(name):
    columns = [column.name for column in TABLES[name].columns]
    assert columns[: len(CONTRACT[name].split())] == CONTRACT[name].split()


def test_there_is_no_table_beside_the_contract():
    assert set(TABLES) == set(CONTRACT)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_are_columns_of_their_tables(table):
    names = {column.name for column in table.columns}
    assert set(table.key) <= names
    for key in table.foreign_keys:
        assert key.column in names and (key.reference,) == TABLES[key.table].key


def test_every_id_of_an_entity_is_known_those_that_are_keys_first():
    keys = [("people", "person_id"), ("organisations", "organisation_id")]
    assert list(ENTITY_IDS[:2]) == keys and len(set(ENTITY_IDS)) == len(ENTITY_IDS)
    known = {"person_id", "organisation_id", "speaker_id"}
    named = {(name, c.name) for name, table in TABLES.items() for c in table.own if c.name in known}
    assert set(ENTITY_IDS) == {*named, ("mentions", "entity_id")}
    assert set(FOLLOWING) <= set(ENTITY_IDS)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_column_is_explained_by_a_sentence(table):
    assert all(column.description.endswith(".") for column in table.columns)


def test_the_readme_shows_the_tables_as_they_are():
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert all_tables() in readme, "run: python -m pipeline.export.readme_tables"
