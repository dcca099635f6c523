"""Sightings put into the tables of a run, and linked there as a run links them."""

import sqlite3
from collections.abc import Iterable, Sequence

from pipeline.plain import BETWEEN
from pipeline.store.entities import find_links
from pipeline.store.linking.evidence import EntityDecision, Identified, Place, Sighting
from pipeline.store.linking.linker import Knowledge
from pipeline.store.schema import create_table
from pipeline.store.told import keep_told, make_tables
from pipeline.tables import TABLES

_PEOPLE = """
    INSERT INTO people (article_id, person_id, name, aliases, title, organisation_id, mentions)
    VALUES (?, ?, ?, ?, ?, ?, 1)
"""
_BODIES = "INSERT INTO organisations (article_id, organisation_id, name, aliases, mentions) VALUES (?, ?, ?, ?, 1)"


def link(
    sightings: Iterable[Sighting], decisions: Sequence[EntityDecision] = (), *, known: Knowledge
) -> dict[Place, Identified]:
    """Give the entity of each sighting, by (article_id, local_id)."""
    connection = sqlite3.connect(":memory:")
    for table in TABLES.values():
        connection.execute(create_table(table))
    make_tables(connection)
    by_article: dict[str, list[Sighting]] = {}
    for one in sightings:
        by_article.setdefault(one.article_id, []).append(one)
        cells = (*one.place, one.name, BETWEEN.join(one.aliases))
        if one.label == "ORG":
            connection.execute(_BODIES, cells)
        else:
            connection.execute(_PEOPLE, (*cells, one.title, one.organisation_id))
    for article, seen in by_article.items():
        connection.execute("INSERT INTO articles (article_id, source) VALUES (?, ?)", (article, article))
        told = [[known.around.version, None, None]]
        told += [[one.local_id, one.country, one.introduced, one.calling] for one in seen]
        keep_told(connection, article, told)
    find_links(connection, decisions, known=known)
    return {
        (article, local): Identified(*found) for article, local, *found in connection.execute("SELECT * FROM _links")
    }
