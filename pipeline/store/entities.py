"""People and organisations of the articles to the entities of the run: one id in every table, with the reason."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from pipeline.plain import BETWEEN
from pipeline.store.body_names import read_body_names
from pipeline.store.entity_rows import fill_entities
from pipeline.store.known_bodies import name_known_bodies
from pipeline.store.linking.decisions import Wanted
from pipeline.store.linking.evidence import ORG, PERSON, Doubt, EntityDecision, Identified, Sighting
from pipeline.store.linking.linker import Knowledge, Linker, knowledge
from pipeline.store.sightings import (
    company_of,
    families_seen,
    find_company,
    find_families,
    find_short_forms,
    organisations_seen,
    parts,
    people_of,
)
from pipeline.store.told import drop_tables, look_beside
from pipeline.tables import ENTITY_IDS
from pipeline.values.names.forms import fold

_WORK = (
    "CREATE TEMP TABLE _named (first TEXT, last TEXT, PRIMARY KEY (first, last)) WITHOUT ROWID",
    "CREATE TEMP TABLE _alone (word TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE _doubled (first TEXT, last TEXT, PRIMARY KEY (first, last)) WITHOUT ROWID",
    "CREATE TEMP TABLE _families (article_id TEXT, person_id TEXT, family TEXT, surname TEXT, folded TEXT, "
    "PRIMARY KEY (article_id, person_id)) WITHOUT ROWID",
    "CREATE TEMP TABLE _frequent (folded TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE _company (article_id TEXT PRIMARY KEY, people TEXT, bodies TEXT) WITHOUT ROWID",
    "CREATE TEMP TABLE _short_forms (word TEXT PRIMARY KEY, named INTEGER) WITHOUT ROWID",
    "CREATE TEMP TABLE _links (article_id TEXT, local_id TEXT, entity_id TEXT, why TEXT, confidence REAL, "
    "PRIMARY KEY (article_id, local_id)) WITHOUT ROWID",
    "CREATE TEMP TABLE _links_of_people (article_id TEXT, local_id TEXT, entity_id TEXT, why TEXT, confidence REAL)",
)
_DONE_WITH = (
    "_links", "_links_of_people", "_renamed", "_named", "_alone", "_doubled", "_families", "_frequent", "_company",
    "_short_forms", "_bodies",
)  # fmt: skip
_RENAMED = (
    "CREATE TEMP TABLE _renamed (article_id TEXT, local_id TEXT, entity_id TEXT, PRIMARY KEY (article_id, local_id)) "
    "WITHOUT ROWID",
    "INSERT INTO _renamed SELECT article_id, local_id, entity_id FROM _links WHERE entity_id <> local_id",
)
"""The few links that change an id: all rows of all tables are looked up among these."""
_IN_ORDER = "INSERT INTO _links SELECT * FROM _links_of_people ORDER BY article_id, local_id"
"""People are linked a family name at a time, that is here and there: sorted, they go into a long table as fast as
into a short one."""
_DOUBT = "label, one_id, one, other_id, other, why, confidence"
_NAMES = "SELECT article_id, {column}, name FROM {table}"
KEYS = {PERSON: ("people", "person_id"), ORG: ("organisations", "organisation_id")}
"""Table and column that hold the people and organisations of each article."""


def link_entities(
    connection: sqlite3.Connection, decisions: Sequence[EntityDecision] = (), *, known: Knowledge | None = None
) -> None:
    """Find out who is who across articles, put the entity's id in every table, and fill the table `entities`."""
    find_links(connection, decisions, known=known or knowledge())
    _gather(connection)
    for statement in _RENAMED:
        connection.execute(statement)
    for table, column in ENTITY_IDS:
        _rename(connection, table, column)
    _count_again(connection)
    fill_entities(connection)
    for name in _DONE_WITH:
        connection.execute(f"DROP TABLE temp.{name}")
    drop_tables(connection)


def find_links(connection: sqlite3.Connection, decisions: Sequence[EntityDecision], *, known: Knowledge) -> None:
    """Find out who is who across articles: a row of the temporary table `_links` for each person and organisation."""
    for statement in _WORK:
        connection.execute(statement)
    read_body_names(connection, known)
    look_beside(connection, known.around, changed=name_known_bodies(connection, known))
    find_families(connection, known)
    linker = Linker(
        known,
        decisions,
        company=company_of(connection),
        people=people_of(connection),
        is_named=find_short_forms(connection, known),
    )
    _link(connection, linker)
    _merge(connection, linker)


def _link(connection: sqlite3.Connection, linker: Linker) -> None:
    """Link all organisations, then all people, a family name at a time; keep who might be one."""
    connection.execute("DROP TABLE IF EXISTS _doubts")
    connection.execute(f"CREATE TABLE _doubts ({_DOUBT}, PRIMARY KEY ({_DOUBT})) WITHOUT ROWID")
    linker.see(organisations_seen(connection, with_aliases=True))
    _keep_links(connection, "_links", ((s, linker.bodies.link(s)) for s in organisations_seen(connection)))
    _keep_doubts(connection, linker.bodies.doubts())
    find_company(connection)
    for sightings in families_seen(connection):
        links, doubts = linker.link_people(sightings)
        _keep_links(connection, "_links_of_people", ((s, links[s.place]) for s in sightings))
        _keep_doubts(connection, doubts)
    connection.execute(_IN_ORDER)


def _keep_links(connection: sqlite3.Connection, table: str, links: Iterable[tuple[Sighting, Identified]]) -> None:
    rows = ((s.article_id, s.local_id, link.entity_id, link.why, link.confidence) for s, link in links)
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?)", rows)


def _merge(connection: sqlite3.Connection, linker: Linker) -> None:
    """Do a person's merges, on top of what was linked."""
    wanted = linker.wanted()
    if not wanted:
        return
    entities: dict[Wanted, set[str]] = defaultdict(set)
    of = "SELECT entity_id FROM _links WHERE article_id = ? AND local_id = ?"
    for label, (table, column) in KEYS.items():
        for article_id, local_id, name in connection.execute(_NAMES.format(table=table, column=column)):
            folded = linker.known.fold(label, name)
            for key in {(label, folded, ""), (label, folded, article_id)} & wanted:
                entities[key].add(connection.execute(of, (article_id, local_id)).fetchone()[0])
    update = "UPDATE _links SET entity_id = ?, why = ?, confidence = 1 WHERE entity_id = ?"
    connection.executemany(update, [(*into, one) for one, into in linker.merged(entities).items()])


def _gather(connection: sqlite3.Connection) -> None:
    """Give rows of one article that are one entity the fullest of their names, and all forms; `_rename` keeps one."""
    connection.execute(
        "CREATE TEMP TABLE _several AS SELECT article_id, entity_id FROM _links GROUP BY 1, 2 HAVING count(*) > 1"
    )
    for table, column in KEYS.values():
        rows = connection.execute(
            f"SELECT t.article_id, l.entity_id, t.rowid, t.name, t.aliases FROM _several JOIN _links AS l "
            f"USING (article_id, entity_id) JOIN {table} AS t ON t.article_id = l.article_id "
            f"AND t.{column} = l.local_id ORDER BY 1, 2, 3"
        ).fetchall()
        for _, group in groupby(rows, key=itemgetter(0, 1)):
            found = list(group)
            name = max((row[3] for row in found), key=lambda name: (len(name.split()), len(name)))
            forms = dict.fromkeys(
                form for row in found for form in (row[3], *parts(row[4])) if fold(form) != fold(name)
            )
            connection.executemany(
                f"UPDATE {table} SET name = ?, aliases = ? WHERE rowid = ?",
                [(name, BETWEEN.join(forms), row[2]) for row in found],
            )
    connection.execute("DROP TABLE temp._several")


def _rename(connection: sqlite3.Connection, table: str, column: str) -> None:
    """Put entities' ids in a column. Two rows of an article that are one entity become one: the first is kept."""
    links = f"""
        FROM _renamed AS l WHERE l.article_id = "{table}".article_id AND l.local_id = "{table}"."{column}"
    """
    connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = l.entity_id {links}')
    if (table, column) in KEYS.values():
        connection.execute(f'DELETE FROM "{table}" WHERE EXISTS (SELECT 1 {links})')


def _count_again(connection: sqlite3.Connection) -> None:
    """Count the mentions of rows that took over another's."""
    for table, column in KEYS.values():
        mine = f'm.article_id = "{table}".article_id AND m.entity_id = "{table}"."{column}"'
        connection.execute(
            f'UPDATE "{table}" SET mentions = (SELECT count(*) FROM mentions m WHERE {mine}) '
            f'WHERE (article_id, "{column}") IN (SELECT article_id, entity_id FROM _renamed)'
        )


def _keep_doubts(connection: sqlite3.Connection, doubts: Iterable[Doubt]) -> None:
    """Keep the pairs that might be one, for `pressfacts entities --doubtful`."""
    connection.executemany("INSERT OR IGNORE INTO _doubts VALUES (?, ?, ?, ?, ?, ?, ?)", doubts)


def doubts(connection: sqlite3.Connection, *, most: int = -1) -> list[tuple[Any, ...]]:
    """Give the doubtful pairs of the last linking, the surest first; all of them, or so many at most."""
    query = f"SELECT {_DOUBT} FROM _doubts ORDER BY confidence DESC, one, other LIMIT ?"
    return connection.execute(query, (most,)).fetchall()
