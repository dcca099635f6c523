"""People and organisations of the articles to the entities of the run: one id in every table, with the reason."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from pipeline.rulebook.kinds import IntroductionKind
from pipeline.store.cells import BETWEEN
from pipeline.store.known_bodies import name_known_bodies
from pipeline.store.linking.beside import Named, of_article
from pipeline.store.linking.decisions import Wanted
from pipeline.store.linking.evidence import ORG, PERSON, Decision, Link, Sighting
from pipeline.store.linking.families import Families, pair_of
from pipeline.store.linking.linker import Knowledge, Linker, knowledge
from pipeline.tables import TABLES
from pipeline.values.names.forms import fold, is_acronym, is_bare, skeleton, surname

_WORK = (
    "CREATE TEMP TABLE _about (article_id TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID",
    "CREATE TEMP TABLE _beside (article_id TEXT, local_id TEXT, country TEXT, introduced TEXT, "
    "PRIMARY KEY (article_id, local_id)) WITHOUT ROWID",
    "CREATE TEMP TABLE _named (first TEXT, last TEXT, PRIMARY KEY (first, last)) WITHOUT ROWID",
    "CREATE TEMP TABLE _alone (word TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE _doubled (first TEXT, last TEXT, PRIMARY KEY (first, last)) WITHOUT ROWID",
    "CREATE TEMP TABLE _families (family TEXT, article_id TEXT, person_id TEXT, "
    "PRIMARY KEY (family, article_id, person_id)) WITHOUT ROWID",
    "CREATE TEMP TABLE _links (article_id TEXT, local_id TEXT, entity_id TEXT, why TEXT, confidence REAL, "
    "PRIMARY KEY (article_id, local_id)) WITHOUT ROWID",
)
_NAMES_IN_ORDER = """
    SELECT article_id, articles.place, start_char, mentions.text, label, entity_id, zone, coalesce(sentence, '')
    FROM articles LEFT JOIN mentions USING (article_id)
    WHERE label IS NULL OR label IN ('PERSON', 'ORG', 'LOC') ORDER BY article_id, start_char
"""
_ORGANISATIONS = """
    SELECT o.article_id, o.organisation_id, 'ORG', o.name, o.aliases, NULL, NULL, coalesce(b.country, a.country), NULL
    FROM organisations AS o LEFT JOIN _about AS a USING (article_id)
    LEFT JOIN _beside AS b ON b.article_id = o.article_id AND b.local_id = o.organisation_id
    ORDER BY o.article_id, o.organisation_id
"""
_PEOPLE = """
    SELECT p.article_id, p.person_id, 'PERSON', p.name, p.aliases, p.title, coalesce(l.entity_id, p.organisation_id),
        coalesce(b.country, a.country), b.introduced, f.family
    FROM _families AS f JOIN people AS p USING (article_id, person_id) LEFT JOIN _about AS a USING (article_id)
    LEFT JOIN _beside AS b ON b.article_id = p.article_id AND b.local_id = p.person_id
    LEFT JOIN _links AS l ON l.article_id = p.article_id AND l.local_id = p.organisation_id
    ORDER BY f.family, p.article_id, p.person_id
"""
_COMPANY = """
    SELECT 'PERSON', name, NULL FROM people WHERE article_id = :id
    UNION SELECT 'ORG', name, entity_id FROM organisations AS o
        JOIN _links AS l ON l.article_id = o.article_id AND l.local_id = o.organisation_id WHERE o.article_id = :id
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
    name_known_bodies(connection, known)
    _look_beside(connection, known)
    _find_families(connection, known)
    linker = Linker(known, decisions, company=_company_of(connection, known), people=_people_of(connection))
    _link(connection, linker)
    _merge(connection, linker)
    _gather(connection)
    for table, column in REFERENCES:
        _rename(connection, table, column)
    _count_again(connection)
    _keep_doubts(connection, linker)
    marks = ", ".join("?" * len(TABLES["entities"].columns))
    connection.execute("CREATE TEMP TABLE _found AS SELECT * FROM entities")
    connection.executemany(f"INSERT INTO _found VALUES ({marks})", _entities(connection))
    connection.execute(_IN_ORDER)
    connection.execute(_COUNT_QUOTES)
    for name in ("_links", "_beside", "_about", "_named", "_alone", "_doubled", "_families", "_found"):
        connection.execute(f"DROP TABLE temp.{name}")


def _look_beside(connection: sqlite3.Connection, known: Knowledge) -> None:
    """Note which country each article is about, and each person and body in it, and how persons are brought in."""
    by_article = groupby(connection.execute(_NAMES_IN_ORDER), key=itemgetter(0))
    for article_id, rows in by_article:
        about, beside = of_article([Named(*row[1:]) for row in rows], known)
        connection.execute("INSERT INTO _about VALUES (?, ?)", (article_id, about))
        found = ((article_id, local_id, *told) for local_id, told in beside.items())
        connection.executemany("INSERT INTO _beside VALUES (?, ?, ?, ?)", found)


def _find_families(connection: sqlite3.Connection, known: Knowledge) -> None:
    """Note the family name under which each person is looked up."""
    names = "SELECT DISTINCT name FROM people"
    pairs = (pair_of(name) for (name,) in connection.execute(names))
    connection.executemany("INSERT OR IGNORE INTO _named VALUES (?, ?)", filter(None, pairs))
    alone = ((surname(name),) for (name,) in connection.execute(names) if is_bare(name))
    connection.executemany("INSERT OR IGNORE INTO _alone VALUES (?)", alone)

    def has(table: str) -> Callable[[tuple[str, str]], bool]:
        query = f"SELECT 1 FROM {table} WHERE first = ? AND last = ?"
        return lambda pair: connection.execute(query, pair).fetchone() is not None

    def is_alone(word: str) -> bool:
        return connection.execute("SELECT 1 FROM _alone WHERE word = ?", (word,)).fetchone() is not None

    named = Families(has("_named"), alone=is_alone, first=known.surnames)
    forms = connection.execute("SELECT DISTINCT name, aliases FROM people")
    doubles = (named.double(name, _parts(aliases)) for name, aliases in forms)
    connection.executemany("INSERT OR IGNORE INTO _doubled VALUES (?, ?)", filter(None, doubles))
    families = replace(named, doubled=has("_doubled"))
    people = connection.execute("SELECT name, aliases, article_id, person_id FROM people")
    rows = ((families.of(name, _parts(aliases)), *place) for name, aliases, *place in people)
    connection.executemany("INSERT INTO _families VALUES (?, ?, ?)", rows)


def _parts(aliases: str | None) -> tuple[str, ...]:
    return tuple(aliases.split(BETWEEN)) if aliases else ()


def _people_of(connection: sqlite3.Connection) -> Callable[[str], frozenset[str]]:
    @lru_cache(maxsize=5_000)
    def people(article_id: str) -> frozenset[str]:
        rows = connection.execute("SELECT name FROM people WHERE article_id = ?", (article_id,))
        return frozenset(skeleton(surname(name)) for (name,) in rows)

    return people


def _company_of(connection: sqlite3.Connection, known: Knowledge) -> Callable[[str], frozenset[str]]:
    frequent = {fold(row[0]) for row in connection.execute(_FREQUENT)}

    @lru_cache(maxsize=5_000)
    def company(article_id: str) -> frozenset[str]:
        rows = connection.execute(_COMPANY, {"id": article_id})
        return frozenset(
            entity_id or surname(name)
            for label, name, entity_id in rows
            if fold(name) not in frequent and not (label == ORG and known.generic.is_generic(name))
        )

    return company


def _link(connection: sqlite3.Connection, linker: Linker) -> None:
    """Link all organisations, then all people, a family name at a time."""
    linker.see(_sightings(connection, _ORGANISATIONS))
    _keep_links(connection, ((s, linker.bodies.link(s)) for s in _sightings(connection, _ORGANISATIONS)))
    for _, rows in groupby(connection.execute(_PEOPLE), key=itemgetter(-1)):
        sightings = [_sighting(*row[:-1]) for row in rows]
        links = linker.link_people(sightings)
        _keep_links(connection, ((s, links[s.place]) for s in sightings))


def _sightings(connection: sqlite3.Connection, query: str) -> Iterator[Sighting]:
    return (_sighting(*row) for row in connection.execute(query))


def _sighting(
    article_id: str,
    local_id: str,
    label: str,
    name: str,
    aliases: str | None,
    title: str | None,
    organisation_id: str | None,
    country: str | None,
    introduced: IntroductionKind | None,
) -> Sighting:
    return Sighting(
        article_id=article_id,
        local_id=local_id,
        label=label,
        name=name,
        aliases=_parts(aliases),
        title=title,
        organisation_id=organisation_id,
        country=country,
        introduced=introduced,
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
                form for row in found for form in (row[3], *_parts(row[4])) if fold(form) != fold(name)
            )
            connection.executemany(
                f"UPDATE {table} SET name = ?, aliases = ? WHERE rowid = ?",
                [(name, BETWEEN.join(forms), row[2]) for row in found],
            )
    connection.execute("DROP TABLE temp._several")


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
