"""The tables of a run to who is named where, with what the article says beside the name: what is linked."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from pipeline.plain import BETWEEN
from pipeline.rulebook.kinds import IntroductionKind
from pipeline.store.linking.bodies import may_stand_elsewhere
from pipeline.store.linking.evidence import BodyName, Sighting
from pipeline.store.linking.families import Families, pair_of
from pipeline.store.linking.linker import Knowledge
from pipeline.values.names.forms import fold, is_bare, skeleton, surname

_ORGANISATIONS = """
    SELECT o.article_id, o.organisation_id, 'ORG', o.name, o.aliases, NULL, NULL, coalesce(b.country, a.country),
        NULL, NULL, n.word, n.is_generic
    FROM organisations AS o CROSS JOIN _bodies AS n USING (name) LEFT JOIN _about AS a USING (article_id)
    LEFT JOIN _beside AS b ON b.article_id = o.article_id AND b.local_id = o.organisation_id
    WHERE {where} ORDER BY o.article_id, o.organisation_id
"""
_PEOPLE = """
    SELECT p.article_id, p.person_id, 'PERSON', p.name, p.aliases, p.title, coalesce(l.entity_id, p.organisation_id),
        coalesce(b.country, a.country), b.introduced, b.calling, f.family
    FROM _families AS f CROSS JOIN people AS p USING (article_id, person_id) LEFT JOIN _about AS a USING (article_id)
    LEFT JOIN _beside AS b ON b.article_id = p.article_id AND b.local_id = p.person_id
    LEFT JOIN _links AS l ON l.article_id = p.article_id AND l.local_id = p.organisation_id
    ORDER BY f.family, f.article_id, f.person_id
"""
"""Gone through article by article, as all tables that are joined are kept, and sorted then: looking for the articles of
one family name here and there takes ever longer the less of them is held."""

_COMPANY = """
    INSERT INTO _company SELECT article_id,
        (SELECT group_concat(surname, char(10)) FROM _families AS f WHERE f.article_id = a.article_id
            AND f.folded NOT IN (SELECT folded FROM _frequent)),
        (SELECT group_concat(entity_id, char(10)) FROM organisations AS o
            CROSS JOIN _bodies AS n USING (name)
            CROSS JOIN _links AS l ON l.article_id = o.article_id AND l.local_id = o.organisation_id
            WHERE o.article_id = a.article_id AND n.tells AND n.folded NOT IN (SELECT folded FROM _frequent))
    FROM articles AS a ORDER BY article_id
"""
_ALIASES = "SELECT DISTINCT aliases FROM organisations WHERE aliases <> ''"
_FREQUENT = """
    SELECT name FROM (SELECT name FROM people UNION ALL SELECT name FROM organisations) GROUP BY name
    HAVING count(*) > max(6, (SELECT count(*) FROM articles) / 100)
"""


def find_families(connection: sqlite3.Connection, known: Knowledge) -> None:
    """Note the family name under which each person is looked up, the surname, and the folded name."""
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
    doubles = (named.double(name, parts(aliases)) for name, aliases in forms)
    connection.executemany("INSERT OR IGNORE INTO _doubled VALUES (?, ?)", filter(None, doubles))
    families = replace(named, doubled=has("_doubled"))
    people = connection.execute("SELECT article_id, person_id, name, aliases FROM people ORDER BY 1, 2")
    rows = ((*place, families.of(name, parts(aliases)), surname(name), fold(name)) for *place, name, aliases in people)
    connection.executemany("INSERT INTO _families VALUES (?, ?, ?, ?, ?)", rows)


def find_short_forms(connection: sqlite3.Connection, known: Knowledge) -> Callable[[str], bool]:
    """Note which short forms of bodies some article has for a body's name, and give what says so of a folded word;
    bodies' names have to be read."""
    naming = known.naming()
    forms = (form for (all_forms,) in connection.execute(_ALIASES) for form in parts(all_forms))
    shorts = ((naming.fold(form),) for form in forms if may_stand_elsewhere(form))
    connection.executemany("INSERT OR IGNORE INTO _short_forms VALUES (?, 0)", shorts)
    connection.execute("UPDATE _short_forms SET named = 1 FROM _bodies AS n WHERE n.word = _short_forms.word")
    query = "SELECT 1 FROM _short_forms WHERE word = ? AND named"
    return lambda word: connection.execute(query, (word,)).fetchone() is not None


def parts(aliases: str | None) -> tuple[str, ...]:
    return tuple(aliases.split(BETWEEN)) if aliases else ()


def people_of(connection: sqlite3.Connection) -> Callable[[str], frozenset[str]]:
    @lru_cache(maxsize=5_000)
    def people(article_id: str) -> frozenset[str]:
        rows = connection.execute("SELECT surname FROM _families WHERE article_id = ?", (article_id,))
        return frozenset(skeleton(name) for (name,) in rows)

    return people


def find_company(connection: sqlite3.Connection) -> None:
    """Note whom each article names whose being named says something; what bodies are has to be known."""
    frequent = [(fold(name),) for (name,) in connection.execute(_FREQUENT).fetchall()]
    connection.executemany("INSERT OR IGNORE INTO _frequent VALUES (?)", frequent)
    connection.execute(_COMPANY)


def company_of(connection: sqlite3.Connection) -> Callable[[str], frozenset[str]]:
    """Give what says whom an article names, after `find_company`."""

    @lru_cache(maxsize=5_000)
    def company(article_id: str) -> frozenset[str]:
        row = connection.execute("SELECT people, bodies FROM _company WHERE article_id = ?", (article_id,)).fetchone()
        return frozenset(name for names in row or () if names for name in names.split("\n"))

    return company


def organisations_seen(connection: sqlite3.Connection, *, with_aliases: bool = False) -> Iterator[Sighting]:
    """Give the organisations of all articles, or those that have other forms."""
    query = _ORGANISATIONS.format(where="o.aliases <> ''" if with_aliases else "1")
    return (_sighting(*row) for row in connection.execute(query))


def families_seen(connection: sqlite3.Connection) -> Iterator[list[Sighting]]:
    """Give the people of all articles, a family name at a time; organisations have to be linked before."""
    for _, rows in groupby(connection.execute(_PEOPLE), key=itemgetter(-1)):
        yield [_sighting(*row[:-1]) for row in rows]


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
    calling: str | None,
    word: str | None = None,
    is_generic: int = 0,
) -> Sighting:
    return Sighting(
        article_id=article_id,
        local_id=local_id,
        label=label,
        name=name,
        aliases=parts(aliases),
        title=title,
        organisation_id=organisation_id,
        country=country,
        introduced=introduced,
        calling=calling,
        read=BodyName(word, bool(is_generic)) if word is not None else None,
    )
