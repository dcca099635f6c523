"""People and organisations of the articles to the entities of the run: one id in every table, with the reason."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from pipeline.store.cells import BETWEEN
from pipeline.store.linking.decisions import Wanted
from pipeline.store.linking.evidence import ORG, PERSON, Decision, Link, Sighting
from pipeline.store.linking.linker import Knowledge, Linker, knowledge
from pipeline.store.linking.people import family_name
from pipeline.tables import TABLES
from pipeline.values.names.forms import fold, is_acronym

_WORK = (
    "CREATE TEMP TABLE _about (article_id TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID",
    "CREATE TEMP TABLE _countries (article_id TEXT, local_id TEXT, country TEXT, PRIMARY KEY (article_id, local_id)) "
    "WITHOUT ROWID",
    "CREATE TEMP TABLE _links (article_id TEXT, local_id TEXT, entity_id TEXT, why TEXT, confidence REAL, "
    "PRIMARY KEY (article_id, local_id)) WITHOUT ROWID",
)
_PLACES = """
    SELECT articles.article_id, articles.place, mentions.text, count(mentions.text)
    FROM articles LEFT JOIN mentions ON mentions.article_id = articles.article_id AND mentions.label = 'LOC'
    GROUP BY articles.article_id, mentions.text ORDER BY articles.article_id
"""
_ORGANISATIONS = """
    SELECT o.article_id, o.organisation_id, 'ORG', o.name, o.aliases, NULL, NULL, coalesce(c.country, a.country)
    FROM organisations AS o LEFT JOIN _about AS a USING (article_id)
    LEFT JOIN _countries AS c ON c.article_id = o.article_id AND c.local_id = o.organisation_id
    ORDER BY o.article_id, o.organisation_id
"""
_PEOPLE = """
    SELECT p.article_id, p.person_id, 'PERSON', p.name, NULL, p.title, coalesce(b.entity_id, p.organisation_id),
        coalesce(c.country, a.country)
    FROM people AS p LEFT JOIN _about AS a USING (article_id)
    LEFT JOIN _countries AS c ON c.article_id = p.article_id AND c.local_id = p.person_id
    LEFT JOIN _links AS b ON b.article_id = p.article_id AND b.local_id = p.organisation_id
    ORDER BY family(p.name), p.article_id, p.person_id
"""
_SENTENCES = """
    SELECT article_id, entity_id, sentence FROM mentions
    WHERE label IN ('PERSON', 'ORG') AND entity_id <> '' ORDER BY article_id, entity_id
"""
_COMPANY = """
    SELECT name FROM people WHERE article_id = :id UNION SELECT name FROM organisations WHERE article_id = :id
"""
_FREQUENT = """
    SELECT name FROM (SELECT name FROM people UNION ALL SELECT name FROM organisations) GROUP BY name
    HAVING count(*) > max(6, (SELECT count(*) FROM articles) / 100)
"""
_NAMES = "SELECT article_id, {column}, name FROM {table}"
_ROWS = """
    SELECT person_id AS id, 'PERSON' AS label, name, aliases, mentions, published, people.title, organisation
        FROM people JOIN articles USING (article_id)
    UNION ALL
    SELECT organisation_id, 'ORG', name, aliases, mentions, published, NULL, NULL
        FROM organisations JOIN articles USING (article_id)
    ORDER BY 1, 2, 3, 6
"""
_COUNT_QUOTES = "UPDATE entities SET quotes = (SELECT count(*) FROM quotes WHERE speaker_id = entity_id)"
_IN_ORDER = "INSERT INTO entities SELECT * FROM _found ORDER BY mentions DESC, articles DESC, name, entity_id"
REFERENCES = (
    ("people", "person_id"),
    ("organisations", "organisation_id"),
    ("people", "organisation_id"),
    ("mentions", "entity_id"),
    ("money", "organisation_id"),
    ("percentages", "organisation_id"),
    ("quotes", "speaker_id"),
)
"""Columns that hold the id of a person or an organisation; those that are keys first."""

KEYS = {PERSON: REFERENCES[0], ORG: REFERENCES[1]}
"""Table and column that hold the people and organisations of each article."""

SHOWN = 8
"""Titles and organisations of an entity that its row lists, the most frequent first."""


def link_entities(
    connection: sqlite3.Connection, decisions: Sequence[Decision] = (), *, known: Knowledge | None = None
) -> None:
    """Find out who is who across articles, put the entity's id in every table, and fill the table `entities`."""
    known = known or knowledge()
    for statement in _WORK:
        connection.execute(statement)
    connection.create_function("family", 1, family_name, deterministic=True)
    _find_countries(connection, known)
    linker = Linker(known, decisions, company=_company_of(connection, known))
    _link(connection, linker)
    _merge(connection, linker)
    for table, column in REFERENCES:
        _rename(connection, table, column)
    _count_again(connection)
    _keep_doubts(connection, linker)
    marks = ", ".join("?" * len(TABLES["entities"].columns))
    connection.execute("CREATE TEMP TABLE _found AS SELECT * FROM entities")
    connection.executemany(f"INSERT INTO _found VALUES ({marks})", _entities(connection))
    connection.execute(_IN_ORDER)
    connection.execute(_COUNT_QUOTES)
    for name in ("_links", "_countries", "_about", "_found"):
        connection.execute(f"DROP TABLE temp.{name}")


def _find_countries(connection: sqlite3.Connection, known: Knowledge) -> None:
    """Note which country each article is about, and which one alone is named beside a person or a body."""

    def found() -> Iterator[tuple[str, str | None]]:
        for article_id, rows in groupby(connection.execute(_PLACES), key=itemgetter(0)):
            places = list(rows)
            counts = {text: times for _, _, text, times in places if text}
            yield article_id, known.countries.about(places[0][1], counts)

    def beside() -> Iterator[tuple[str, str, str]]:
        for (article_id, local_id), rows in groupby(connection.execute(_SENTENCES), key=itemgetter(0, 1)):
            named = {c for sentence in {row[2] for row in rows} for _, c in known.countries.each_in(sentence or "")}
            if len(named) == 1:
                yield article_id, local_id, named.pop()

    connection.executemany("INSERT INTO _about VALUES (?, ?)", found())
    connection.executemany("INSERT INTO _countries VALUES (?, ?, ?)", beside())


def _company_of(connection: sqlite3.Connection, known: Knowledge) -> Callable[[str], frozenset[str]]:
    frequent = {fold(row[0]) for row in connection.execute(_FREQUENT)}

    @lru_cache(maxsize=5_000)
    def company(article_id: str) -> frozenset[str]:
        names = (row[0] for row in connection.execute(_COMPANY, {"id": article_id}))
        return frozenset(fold(name) for name in names if not known.generic.is_generic(name)) - frequent

    return company


def _link(connection: sqlite3.Connection, linker: Linker) -> None:
    """Link all organisations, then all people, a family name at a time."""
    linker.see(_sightings(connection, _ORGANISATIONS))
    _keep_links(connection, ((s, linker.bodies.link(s)) for s in _sightings(connection, _ORGANISATIONS)))
    for _, family in groupby(_sightings(connection, _PEOPLE), key=lambda s: family_name(s.name)):
        sightings = list(family)
        links = linker.link_people(sightings)
        _keep_links(connection, ((s, links[s.place]) for s in sightings))


def _sightings(connection: sqlite3.Connection, query: str) -> Iterator[Sighting]:
    for article_id, local_id, label, name, aliases, title, organisation_id, country in connection.execute(query):
        yield Sighting(
            article_id=article_id,
            local_id=local_id,
            label=label,
            name=name,
            aliases=tuple(aliases.split(BETWEEN)) if aliases else (),
            title=title,
            organisation_id=organisation_id,
            country=country,
        )


def _keep_links(connection: sqlite3.Connection, links: Iterable[tuple[Sighting, Link]]) -> None:
    rows = ((s.article_id, s.local_id, link.entity_id, link.why, link.confidence) for s, link in links)
    connection.executemany("INSERT INTO _links VALUES (?, ?, ?, ?, ?)", rows)


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


def _rename(connection: sqlite3.Connection, table: str, column: str) -> None:
    """Put entities' ids in a column. Two rows of an article that are one entity become one: the first is kept."""
    links = f"""
        FROM _links AS l WHERE l.article_id = "{table}".article_id AND l.local_id = "{table}"."{column}"
        AND l.entity_id <> l.local_id
    """
    connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = l.entity_id {links}')
    if (table, column) in KEYS.values():
        connection.execute(f'DELETE FROM "{table}" WHERE EXISTS (SELECT 1 {links})')


def _count_again(connection: sqlite3.Connection) -> None:
    """Count the mentions of rows that took over another's."""
    for table, column in KEYS.values():
        mine = f'm.article_id = "{table}".article_id AND m.entity_id = "{table}"."{column}"'
        changed = "SELECT entity_id FROM _links WHERE entity_id <> local_id"
        connection.execute(
            f'UPDATE "{table}" SET mentions = (SELECT count(*) FROM mentions m WHERE {mine}) '
            f'WHERE "{column}" IN ({changed})'
        )


def _keep_doubts(connection: sqlite3.Connection, linker: Linker) -> None:
    """Keep the pairs that might be one, for `pressfacts entities --doubtful`."""
    connection.execute("DROP TABLE IF EXISTS _doubts")
    connection.execute("CREATE TABLE _doubts (label, one_id, one, other_id, other, why, confidence)")
    doubts = sorted({*linker.doubts, *linker.bodies.doubts({})})
    connection.executemany("INSERT INTO _doubts VALUES (?, ?, ?, ?, ?, ?, ?)", doubts)


def doubts(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Give the doubtful pairs of the last linking, the surest first."""
    query = (
        "SELECT label, one_id, one, other_id, other, why, confidence FROM _doubts ORDER BY confidence DESC, one, other"
    )
    return connection.execute(query).fetchall()


def fullest(names: Counter[str]) -> str:
    """Choose the name of an entity: the most frequent that is no acronym, the longest of those.

    >>> fullest(Counter({"SEC": 9, "Sec": 1, "Securities Commission": 2}))
    'Securities Commission'
    """
    short = {fold(name) for name in names if is_acronym(name)}
    return max(names, key=lambda name: (fold(name) not in short, names[name], len(name), name))


def _entities(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    reasons = "SELECT entity_id, why, min(confidence) FROM _links GROUP BY entity_id"
    why = {entity_id: (reason, sure) for entity_id, reason, sure in connection.execute(reasons)}
    for entity_id, group in groupby(connection.execute(_ROWS), key=itemgetter(0)):
        seen = list(group)
        name = fullest(Counter(row[2] for row in seen))
        others = {part for row in seen for part in [row[2], *(row[3] or "").split(BETWEEN)] if part} - {name}
        days = sorted(row[5] for row in seen if row[5])
        first, last = (days[0], days[-1]) if days else (None, None)
        yield (
            *(entity_id, seen[0][1], name, BETWEEN.join(sorted(others)), len(seen), sum(row[4] for row in seen)),
            *(first, last, why[entity_id][0], 0),
            *(_usual(row[6] for row in seen), _usual(row[7] for row in seen), why[entity_id][1]),
        )


def _usual(cells: Iterable[str | None]) -> str:
    """List cells by how often they stand there."""
    counts = Counter(cell for cell in cells if cell)
    return BETWEEN.join(cell for cell, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:SHOWN])
